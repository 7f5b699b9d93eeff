package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.plan.revision.model.SessionHistory.Revised;
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
                        select session_id, n, at, by, reason_code, reason_text, reason_coach_text, before::text, after::text,
                               signal, signal_day, signal_codes, declined_by
                        from revision where athlete_id = $1 and session_id = any($2) order by n
                        """)
                .execute(Tuple.of(athleteId, sessionIds.toArray(UUID[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("session_id"),
                                Collectors.mapping(this::revision, Collectors.toList()))));
    }

    private record RevisionRow(
            UUID sessionId,
            int n,
            Instant at,
            String by,
            String reasonCode,
            String reasonText,
            String reasonCoachText,
            ChangeRow before,
            ChangeRow after,
            Signal.@Nullable Source signal,
            @Nullable LocalDate signalDay,
            @Nullable List<String> signalCodes,
            @Nullable String declinedBy) {

        static RevisionRow from(Revised revised) {
            var revision = revised.revision();
            var signal = revision.signal();
            return new RevisionRow(
                    revised.session().id(),
                    revision.n(),
                    revision.at(),
                    revision.by(),
                    revision.reason().code(),
                    revision.reason().text(),
                    revision.reason().coachText(),
                    ChangeRow.from(revision.before()),
                    ChangeRow.from(revision.after()),
                    signal == null ? null : signal.source(),
                    signal == null ? null : signal.day(),
                    signal == null ? null : signal.codes().stream().sorted().toList(),
                    revision.declinedBy());
        }
    }

    /** Adds the new revisions, and writes of the others who declined them: one statement, however many there are. */
    Uni<Void> put(SqlConnection transaction, UUID athleteId, List<Revised> revised) {
        return transaction
                .preparedQuery("""
                        insert into revision (athlete_id, session_id, n, at, by, reason_code, reason_text, reason_coach_text, before, after,
                                              signal, signal_day, signal_codes, declined_by)
                        select $1, "sessionId", n, at, by, "reasonCode", "reasonText", "reasonCoachText", before, after, signal, "signalDay",
                               "signalCodes", "declinedBy"
                        from json_to_recordset($2::text::json)
                            as r("sessionId" uuid, n int, at timestamptz, by text, "reasonCode" text, "reasonText" text, "reasonCoachText" text,
                                 before jsonb, after jsonb, signal text, "signalDay" date, "signalCodes" text[],
                                 "declinedBy" text)
                        on conflict (athlete_id, session_id, n) do update set declined_by = excluded.declined_by
                        """)
                .execute(Tuple.of(
                        athleteId,
                        json.write(revised.stream().map(RevisionRow::from).toList())))
                .replaceWithVoid();
    }

    private Revision revision(Row row) {
        return new Revision(
                row.getInteger("n"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("by"),
                new Revision.Reason(
                        row.getString("reason_code"), row.getString("reason_text"), row.getString("reason_coach_text")),
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
