package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.platform.json.JsonText;

/** The changes of all sessions; none is ever removed. */
@ApplicationScoped
class Revisions {
    private final JsonText json;

    Revisions(JsonText json) {
        this.json = json;
    }

    Uni<List<Revision>> of(SqlClient client, UUID athleteId, UUID sessionId) {
        return of(client, athleteId, List.of(sessionId)).map(found -> found.getOrDefault(sessionId, List.of()));
    }

    /** By session; a session without any is left out. */
    Uni<Map<UUID, List<Revision>>> of(SqlClient client, UUID athleteId, List<UUID> sessionIds) {
        return client.preparedQuery("""
                        select session_id, n, at, by, reason_code, reason_text, before::text, after::text,
                               signal, signal_day, signal_codes, declined_by
                        from revision where athlete_id = $1 and session_id = any($2) order by n
                        """)
                .execute(Tuple.of(athleteId, sessionIds.toArray(UUID[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("session_id"),
                                Collectors.mapping(this::revision, Collectors.toList()))));
    }

    Uni<Void> add(SqlConnection transaction, UUID athleteId, UUID sessionId, Revision revision) {
        var signal = revision.signal();
        return transaction
                .preparedQuery("""
                        insert into revision (athlete_id, session_id, n, at, by, reason_code, reason_text, before, after,
                                              signal, signal_day, signal_codes)
                        values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10, $11, $12)
                        """)
                .execute(Tuple.from(Arrays.asList(
                        athleteId,
                        sessionId,
                        revision.n(),
                        revision.at().atOffset(ZoneOffset.UTC),
                        revision.by(),
                        revision.reason().code(),
                        revision.reason().text(),
                        json.write(ChangeRow.from(revision.before())),
                        json.write(ChangeRow.from(revision.after())),
                        signal == null ? null : signal.source().name(),
                        signal == null ? null : signal.day(),
                        signal == null ? null : signal.codes().stream().sorted().toArray(String[]::new))))
                .replaceWithVoid();
    }

    /** Keeps who declined it, or that nobody does any more. */
    Uni<Void> decline(SqlConnection transaction, UUID athleteId, UUID sessionId, Revision revision) {
        return transaction
                .preparedQuery(
                        "update revision set declined_by = $4 where athlete_id = $1 and session_id = $2 and n = $3")
                .execute(Tuple.of(athleteId, sessionId, revision.n(), revision.declinedBy()))
                .replaceWithVoid();
    }

    private Revision revision(Row row) {
        return new Revision(
                row.getInteger("n"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("by"),
                new Revision.Reason(row.getString("reason_code"), row.getString("reason_text")),
                json.read(row.getString("before"), ChangeRow.class).toModel(),
                json.read(row.getString("after"), ChangeRow.class).toModel(),
                signal(row),
                row.getString("declined_by"));
    }

    private static @Nullable Signal signal(Row row) {
        var source = row.getString("signal");
        return source == null
                ? null
                : new Signal(
                        Signal.Source.valueOf(source),
                        row.getLocalDate("signal_day"),
                        Set.of(row.getArrayOfStrings("signal_codes")));
    }
}
