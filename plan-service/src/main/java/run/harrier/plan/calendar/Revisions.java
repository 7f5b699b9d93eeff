package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import run.harrier.plan.calendar.RevisionView.ChangeView;
import run.harrier.plan.calendar.model.Revision;
import run.harrier.platform.json.JsonText;

/** The changes of all sessions; none is ever removed. */
@ApplicationScoped
class Revisions {
    private final JsonText json;

    Revisions(JsonText json) {
        this.json = json;
    }

    Uni<List<Revision>> of(SqlClient client, UUID athleteId, UUID sessionId) {
        return client.preparedQuery("""
                        select n, at, by, reason_code, reason_text, before::text, after::text, declined
                        from revision where athlete_id = $1 and session_id = $2 order by n
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(rows -> rows.stream().map(this::revision).toList());
    }

    Uni<Void> add(SqlConnection transaction, UUID athleteId, UUID sessionId, Revision revision) {
        return transaction
                .preparedQuery("""
                        insert into revision (athlete_id, session_id, n, at, by, reason_code, reason_text, before, after)
                        values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb)
                        """)
                .execute(Tuple.from(Arrays.asList(
                        athleteId,
                        sessionId,
                        revision.n(),
                        revision.at().atOffset(ZoneOffset.UTC),
                        revision.by(),
                        revision.reason().code(),
                        revision.reason().text(),
                        json.write(ChangeView.from(revision.before())),
                        json.write(ChangeView.from(revision.after())))))
                .replaceWithVoid();
    }

    Uni<Void> decline(SqlConnection transaction, UUID athleteId, UUID sessionId, int n, boolean declined) {
        return transaction
                .preparedQuery("update revision set declined = $4 where athlete_id = $1 and session_id = $2 and n = $3")
                .execute(Tuple.of(athleteId, sessionId, n, declined))
                .replaceWithVoid();
    }

    private Revision revision(Row row) {
        return new Revision(
                row.getInteger("n"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("by"),
                new Revision.Reason(row.getString("reason_code"), row.getString("reason_text")),
                json.read(row.getString("before"), ChangeView.class).toModel(),
                json.read(row.getString("after"), ChangeView.class).toModel(),
                row.getBoolean("declined"));
    }
}
