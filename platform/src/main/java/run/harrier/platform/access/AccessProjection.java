package run.harrier.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import run.harrier.contracts.AccessChanged;
import run.harrier.platform.inbox.Received;

/** Keeps this service's access table as the owner last told it. */
@ApplicationScoped
public class AccessProjection {
    private final ObjectMapper json;

    AccessProjection(ObjectMapper json) {
        this.json = json;
    }

    /** The effect of {@code access changed}: the new list instead of the old. */
    public Uni<Void> apply(AccessChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("delete from access where athlete_id = $1")
                .execute(Tuple.of(event.athleteId()))
                .chain(() -> transaction.preparedQuery("""
                                insert into access (athlete_id, subject, relation, squad_id, scopes)
                                select $1, g.subject, g.relation, g."squadId", g.scopes
                                from json_to_recordset($2::text::json)
                                    as g(subject text, relation text, "squadId" uuid, scopes text[])
                                """).execute(Tuple.of(event.athleteId(), write(event))))
                .replaceWithVoid();
    }

    private String write(AccessChanged event) {
        try {
            return json.writeValueAsString(event.grants());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("grants that cannot be written", e);
        }
    }
}
