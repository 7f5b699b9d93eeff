package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.SessionRows;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.revision.model.Move;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.platform.problem.ProblemException;

/** Sessions with what decides whether and how they may be revised. */
@ApplicationScoped
class RevisableSessions {
    private final SessionRows rows;

    RevisableSessions(SessionRows rows) {
        this.rows = rows;
    }

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

    /** Also one that a newer plan supersedes; a 404 problem for none. */
    Uni<Held> held(SqlConnection transaction, UUID athleteId, UUID sessionId) {
        return transaction
                .preparedQuery("select " + SessionRows.COLUMNS + """
                        , p.created_at as planned_at, p.no_run_days, (
                            select min(newer.starts_on) from plan newer
                            where newer.athlete_id = $1 and newer.ordinal > p.ordinal) as superseded_from
                        from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                        """ + SessionRows.ACTIVITY + """
                        where s.athlete_id = $1 and s.id = $2
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(found -> found.stream()
                        .findFirst()
                        .map(row -> new Held(
                                rows.session(row),
                                row.getLocalDate("superseded_from"),
                                Stream.of(row.getArrayOfStrings("no_run_days"))
                                        .map(DayOfWeek::valueOf)
                                        .collect(Collectors.toUnmodifiableSet())))
                        .orElseThrow(ProblemException::notFound));
    }

    /** Those of the days, and those that the signal of a day has changed wherever they are now. */
    Uni<List<CalendarSession>> under(
            SqlClient client, UUID athleteId, Signal.Source source, LocalDate on, LocalDate from, LocalDate to) {
        return client.preparedQuery("select " + SessionRows.COLUMNS + """
                        , s.planned_at from session_in_force s
                        """ + SessionRows.ACTIVITY + """
                        where s.athlete_id = $1 and (s.day between $2 and $3 or s.id in (
                            select r.session_id from revision r
                            where r.athlete_id = $1 and r.signal = $4 and r.signal_day = $5))
                        order by s.day, s.id
                        """)
                .execute(Tuple.of(athleteId, from, to, source.name(), on))
                .map(found -> found.stream().map(rows::session).toList());
    }

    /** The calendar that a move is judged by: the session's own plan, and whatever else lies around the new day. */
    Uni<List<Move.Entry>> around(SqlClient client, UUID athleteId, UUID planId, LocalDate day) {
        return client.preparedQuery("""
                        select id, day, kind, quality, distance_metres from session_in_force
                        where athlete_id = $1 and (plan_id = $2 or day between $3 and $4)
                        """)
                .execute(Tuple.of(athleteId, planId, day.minusDays(7), day.plusDays(7)))
                .map(found -> found.stream()
                        .map(row -> new Move.Entry(
                                row.getUUID("id"),
                                row.getLocalDate("day"),
                                SessionKind.valueOf(row.getString("kind")),
                                row.getBoolean("quality"),
                                row.getDouble("distance_metres")))
                        .toList());
    }
}
