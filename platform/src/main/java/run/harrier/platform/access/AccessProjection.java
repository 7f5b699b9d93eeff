package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import run.harrier.contracts.AccessChanged;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.json.JsonText;

/** Keeps this service's access table as the owner last published it. */
@ApplicationScoped
public class AccessProjection {
    private final JsonText json;

    AccessProjection(JsonText json) {
        this.json = json;
    }

    /** Replaces the athlete's list. */
    public Uni<Void> onAccessChanged(AccessChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("delete from access where athlete_id = $1")
                .execute(Tuple.of(event.athleteId()))
                .chain(() ->
                        transaction.preparedQuery("""
                                insert into access (athlete_id, subject, relation, squad_id, scopes)
                                select $1, g.subject, g.relation, g."squadId", g.scopes
                                from json_to_recordset($2::text::json)
                                    as g(subject text, relation text, "squadId" uuid, scopes text[])
                                """).execute(Tuple.of(event.athleteId(), json.write(event.grants()))))
                .replaceWithVoid();
    }
}
