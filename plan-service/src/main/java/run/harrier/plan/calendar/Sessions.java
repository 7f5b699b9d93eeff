package run.harrier.plan.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.SessionMatched;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.Move;
import run.harrier.plan.calendar.model.Revision.Signal;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/** All sessions. Those that a newer plan supersedes (D15) are kept, and left out of the calendar. */
@ApplicationScoped
public class Sessions {
    private static final TypeReference<List<StepView>> STEPS = new TypeReference<>() {};
    private static final String COLUMNS = """
            s.id, s.plan_id, s.revision, s.original_day, s.day, s.kind, s.quality, s.purpose, s.alternatives,
            s.steps::text, s.duration_seconds,
            """ + CompletedActivities.COLUMNS;
    private static final String ACTIVITY = """
             left join activity a on a.athlete_id = s.athlete_id and a.id = s.activity_id
            """;

    private final JsonText json;
    private final CompletedActivities activities;

    Sessions(JsonText json, CompletedActivities activities) {
        this.json = json;
        this.activities = activities;
    }

    /**
     * A session to be kept.
     *
     * @param week its number in the plan, from 1
     * @param distanceMetres an estimate, as is the duration
     */
    public record NewSession(UUID id, int week, PlannedSession planned, double distanceMetres, int durationSeconds) {}

    /**
     * A session, and where it may be.
     *
     * @param supersededFrom the day from which on a newer plan holds (D15); absent without one
     */
    record Held(CalendarSession session, @Nullable LocalDate supersededFrom, Set<DayOfWeek> noRunDays) {

        boolean mayBeOn(LocalDate day) {
            return supersededFrom == null || day.isBefore(supersededFrom);
        }
    }

    private record SessionRow(
            UUID id,
            int week,
            LocalDate day,
            SessionKind kind,
            boolean quality,
            String purpose,
            List<SessionKind> alternatives,
            List<StepView> steps,
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
                    StepView.from(planned.steps(), InForce.NOTHING),
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

    Uni<List<CalendarSession>> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("select " + COLUMNS + """
                        , s.planned_at from session_in_force s
                        """ + ACTIVITY + """
                        where s.athlete_id = $1 and s.day between $2 and $3
                        order by s.day, s.id
                        """)
                .execute(Tuple.of(athleteId, from, to))
                .map(rows -> rows.stream().map(this::session).toList());
    }

    /** Also one that a newer plan supersedes; a 404 problem for none. */
    Uni<CalendarSession> get(SqlClient client, UUID athleteId, UUID sessionId) {
        return client.preparedQuery("select " + COLUMNS + """
                        , p.created_at as planned_at
                        from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                        """ + ACTIVITY + """
                        where s.athlete_id = $1 and s.id = $2
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(rows -> rows.stream().findFirst().map(this::session).orElseThrow(ProblemException::notFound));
    }

    /** The same, with what decides where it may be moved. */
    Uni<Held> held(SqlConnection transaction, UUID athleteId, UUID sessionId) {
        return transaction
                .preparedQuery("select " + COLUMNS + """
                        , p.created_at as planned_at, p.no_run_days, (
                            select min(newer.starts_on) from plan newer
                            where newer.athlete_id = $1 and newer.ordinal > p.ordinal) as superseded_from
                        from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                        """ + ACTIVITY + """
                        where s.athlete_id = $1 and s.id = $2
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Held(
                                session(row),
                                row.getLocalDate("superseded_from"),
                                Stream.of(row.getArrayOfStrings("no_run_days"))
                                        .map(DayOfWeek::valueOf)
                                        .collect(Collectors.toUnmodifiableSet())))
                        .orElseThrow(ProblemException::notFound));
    }

    /** Those of the days, and those that the signal of a day has changed wherever they are now. */
    Uni<List<CalendarSession>> under(
            SqlClient client, UUID athleteId, Signal.Source source, LocalDate on, LocalDate from, LocalDate to) {
        return client.preparedQuery("select " + COLUMNS + """
                        , s.planned_at from session_in_force s
                        """ + ACTIVITY + """
                        where s.athlete_id = $1 and (s.day between $2 and $3 or s.id in (
                            select r.session_id from revision r
                            where r.athlete_id = $1 and r.signal = $4 and r.signal_day = $5))
                        order by s.day, s.id
                        """)
                .execute(Tuple.of(athleteId, from, to, source.name(), on))
                .map(rows -> rows.stream().map(this::session).toList());
    }

    /** Notes which activity each was, and how that went, in one statement; absent for none. */
    Uni<Void> match(SqlConnection transaction, UUID athleteId, List<SessionMatched> matched) {
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

    /** The calendar that a move is judged by: the session's own plan, and whatever else lies around the new day. */
    Uni<List<Move.Entry>> around(SqlClient client, UUID athleteId, UUID planId, LocalDate day) {
        return client.preparedQuery("""
                        select id, day, kind, quality, distance_metres from session_in_force
                        where athlete_id = $1 and (plan_id = $2 or day between $3 and $4)
                        """)
                .execute(Tuple.of(athleteId, planId, day.minusDays(7), day.plusDays(7)))
                .map(rows -> rows.stream()
                        .map(row -> new Move.Entry(
                                row.getUUID("id"),
                                row.getLocalDate("day"),
                                SessionKind.valueOf(row.getString("kind")),
                                row.getBoolean("quality"),
                                row.getDouble("distance_metres")))
                        .toList());
    }

    /** Writes what a revision, or the decline of one, made of the session. */
    Uni<Void> change(SqlConnection transaction, UUID athleteId, CalendarSession session, PaceEstimate estimate) {
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
                        json.write(StepView.from(planned.steps(), InForce.NOTHING)),
                        (double) Math.round(estimate.distanceMetres(planned.steps())),
                        (int) Math.round(estimate.durationSeconds(planned.steps())))))
                .replaceWithVoid();
    }

    private CalendarSession session(Row row) {
        return new CalendarSession(
                row.getUUID("id"),
                row.getUUID("plan_id"),
                row.getInteger("revision"),
                row.getLocalDate("original_day"),
                row.getOffsetDateTime("planned_at").toInstant(),
                new PlannedSession(
                        row.getLocalDate("day"),
                        SessionKind.valueOf(row.getString("kind")),
                        row.getBoolean("quality"),
                        row.getString("purpose"),
                        Stream.of(row.getArrayOfStrings("alternatives"))
                                .map(SessionKind::valueOf)
                                .toList(),
                        json.read(row.getString("steps"), STEPS).stream()
                                .map(StepView::toModel)
                                .toList()),
                row.getInteger("duration_seconds"),
                activities.found(row));
    }
}
