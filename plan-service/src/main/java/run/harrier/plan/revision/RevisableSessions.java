package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.calendar.SessionColumns;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.revision.model.Move;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.platform.problem.ProblemException;

/** Reads sessions with what decides whether and how they are revised. */
@ApplicationScoped
public class RevisableSessions {
    private final AthleteSnapshots athletes;
    private final SessionColumns columns;
    private final Revisions revisions;

    RevisableSessions(AthleteSnapshots athletes, SessionColumns columns, Revisions revisions) {
        this.athletes = athletes;
        this.columns = columns;
        this.revisions = revisions;
    }

    /** Locks the athlete and reads the session, also one that a newer plan supersedes; a 404 problem for none. */
    Uni<LockedSession> lockAthleteAndRead(SqlConnection transaction, UUID athleteId, UUID sessionId) {
        return athletes.lockForUpdate(transaction, athleteId)
                .chain(athlete -> sessionInPlan(transaction, athleteId, sessionId)
                        .chain(row -> revisions
                                .of(transaction, athleteId, sessionId)
                                .map(all -> new LockedSession(
                                        athleteId,
                                        athlete,
                                        new SessionHistory(columns.session(row), all),
                                        row.getLocalDate("superseded_from"),
                                        Stream.of(row.getArrayOfStrings("no_run_days"))
                                                .map(DayOfWeek::valueOf)
                                                .collect(Collectors.toUnmodifiableSet())))));
    }

    private static Uni<Row> sessionInPlan(SqlConnection transaction, UUID athleteId, UUID sessionId) {
        return transaction
                .preparedQuery("select " + SessionColumns.LIST + """
                        , p.created_at as planned_at, p.effort_only, p.no_run_days, (
                            select min(newer.starts_on) from plan newer
                            where newer.athlete_id = $1 and newer.ordinal > p.ordinal) as superseded_from
                        from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                        """ + SessionColumns.ACTIVITY + """
                        where s.athlete_id = $1 and s.id = $2
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(rows -> rows.stream().findFirst().orElseThrow(ProblemException::notFound));
    }

    /** Those from a day to another, and those that the signal has changed wherever they are now, in two statements. */
    public Uni<List<SessionHistory>> under(
            SqlConnection transaction,
            UUID athleteId,
            Signal.Source source,
            LocalDate signalDay,
            LocalDate from,
            LocalDate to) {
        return transaction
                .preparedQuery("select " + SessionColumns.LIST + """
                        , s.planned_at, s.effort_only from session_in_force s
                        """ + SessionColumns.ACTIVITY + """
                        where s.athlete_id = $1 and (s.day between $2 and $3 or s.id in (
                            select r.session_id from revision r
                            where r.athlete_id = $1 and r.signal = $4 and r.signal_day = $5))
                        order by s.day, s.id
                        """)
                .execute(Tuple.of(athleteId, from, to, source.name(), signalDay))
                .map(rows -> rows.stream().map(columns::session).toList())
                .chain(found -> histories(transaction, athleteId, found));
    }

    private Uni<List<SessionHistory>> histories(
            SqlConnection transaction, UUID athleteId, List<CalendarSession> sessions) {
        var ids = sessions.stream().map(CalendarSession::id).toList();
        return revisions
                .of(transaction, athleteId, ids)
                .map(all -> sessions.stream()
                        .map(session -> new SessionHistory(session, all.getOrDefault(session.id(), List.of())))
                        .toList());
    }

    /** The calendar that a move is judged by: the session's own plan, and all else within a week of the new day. */
    Uni<List<Move.CalendarEntry>> around(SqlClient client, UUID athleteId, UUID planId, LocalDate day) {
        return client.preparedQuery("""
                        select id, day, kind, quality, distance_metres from session_in_force
                        where athlete_id = $1 and (plan_id = $2 or day between $3 and $4)
                        """)
                .execute(Tuple.of(athleteId, planId, day.minusDays(7), day.plusDays(7)))
                .map(rows -> rows.stream()
                        .map(row -> new Move.CalendarEntry(
                                row.getUUID("id"),
                                row.getLocalDate("day"),
                                SessionKind.valueOf(row.getString("kind")),
                                row.getBoolean("quality"),
                                row.getDouble("distance_metres")))
                        .toList());
    }
}
