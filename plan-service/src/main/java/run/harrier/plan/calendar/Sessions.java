package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import run.harrier.contracts.SessionMatched;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/** All sessions. Those that a newer plan supersedes (D15) are kept, and left out of the calendar. */
@ApplicationScoped
public class Sessions {
    private static final String COLUMNS = SessionRows.COLUMNS;
    private static final String ACTIVITY = SessionRows.ACTIVITY;

    private final JsonText json;
    private final SessionRows rows;

    Sessions(JsonText json, SessionRows rows) {
        this.json = json;
        this.rows = rows;
    }

    /**
     * A session to be kept.
     *
     * @param week its number in the plan, from 1
     * @param distanceMetres an estimate, as is the duration
     */
    public record NewSession(UUID id, int week, PlannedSession planned, double distanceMetres, int durationSeconds) {}

    private record SessionRow(
            UUID id,
            int week,
            LocalDate day,
            SessionKind kind,
            boolean quality,
            String purpose,
            List<SessionKind> alternatives,
            List<StepRow> steps,
            double distanceMetres,
            int durationSeconds) {

        static SessionRow of(NewSession session) {
            var planned = session.planned();
            return new SessionRow(
                    session.id(),
                    session.week(),
                    planned.on(),
                    planned.kind(),
                    planned.quality(),
                    planned.purpose(),
                    planned.alternatives(),
                    StepRow.from(planned.steps()),
                    session.distanceMetres(),
                    session.durationSeconds());
        }
    }

    /** Adds a plan's sessions in one statement. */
    public Uni<Void> add(SqlConnection transaction, UUID athleteId, UUID planId, List<NewSession> sessions) {
        return transaction
                .preparedQuery("""
                        insert into session (athlete_id, plan_id, id, week, day, original_day, kind, quality, purpose,
                                             alternatives, steps, distance_metres, duration_seconds)
                        select $1, $2, id, week, day, day, kind, quality, purpose, alternatives, steps,
                               "distanceMetres", "durationSeconds"
                        from json_to_recordset($3::text::json)
                            as s(id uuid, week int, day date, kind text, quality boolean, purpose text,
                                 alternatives text[], steps jsonb, "distanceMetres" float8, "durationSeconds" int)
                        """)
                .execute(Tuple.of(
                        athleteId,
                        planId,
                        json.write(sessions.stream().map(SessionRow::of).toList())))
                .replaceWithVoid();
    }

    public Uni<List<CalendarSession>> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("select " + COLUMNS + """
                        , s.planned_at from session_in_force s
                        """ + ACTIVITY + """
                        where s.athlete_id = $1 and s.day between $2 and $3
                        order by s.day, s.id
                        """)
                .execute(Tuple.of(athleteId, from, to))
                .map(found -> found.stream().map(rows::session).toList());
    }

    /** Also one that a newer plan supersedes; a 404 problem for none. */
    public Uni<CalendarSession> get(SqlClient client, UUID athleteId, UUID sessionId) {
        return client.preparedQuery("select " + COLUMNS + """
                        , p.created_at as planned_at
                        from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                        """ + ACTIVITY + """
                        where s.athlete_id = $1 and s.id = $2
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(found -> found.stream().findFirst().map(rows::session).orElseThrow(ProblemException::notFound));
    }

    /** Notes which activity each was, and how that went, in one statement; absent for none. */
    public Uni<Void> match(SqlConnection transaction, UUID athleteId, List<SessionMatched> matched) {
        return transaction
                .preparedQuery("""
                        update session s set activity_id = m.activity, verdict = m.verdict
                        from unnest($2::uuid[], $3::uuid[], $4::text[]) as m(id, activity, verdict)
                        where s.athlete_id = $1 and s.id = m.id
                        """)
                .execute(Tuple.of(
                        athleteId,
                        matched.stream().map(SessionMatched::sessionId).toArray(UUID[]::new),
                        matched.stream().map(SessionMatched::activityId).toArray(UUID[]::new),
                        matched.stream().map(SessionMatched::verdict).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Writes what a revision, or the decline of one, made of the session. */
    public Uni<Void> change(SqlConnection transaction, UUID athleteId, CalendarSession session, PaceEstimate estimate) {
        var planned = session.planned();
        return transaction
                .preparedQuery("""
                        update session
                        set revision = $3, day = $4, kind = $5, quality = $6, purpose = $7, alternatives = $8,
                            steps = $9::text::jsonb, distance_metres = $10, duration_seconds = $11
                        where athlete_id = $1 and id = $2
                        """)
                .execute(Tuple.from(Arrays.asList(
                        athleteId,
                        session.id(),
                        session.revision(),
                        planned.on(),
                        planned.kind().name(),
                        planned.quality(),
                        planned.purpose(),
                        planned.alternatives().stream().map(Enum::name).toArray(String[]::new),
                        json.write(StepRow.from(planned.steps())),
                        (double) Math.round(estimate.distanceMetres(planned.steps())),
                        (int) Math.round(estimate.durationSeconds(planned.steps())))))
                .replaceWithVoid();
    }
}
