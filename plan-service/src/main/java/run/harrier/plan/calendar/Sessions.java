package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.SessionMatched;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.PlaceInPlan;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/** All sessions. Those that a newer plan supersedes (D15) are kept, and left out of the calendar. */
@ApplicationScoped
public class Sessions {
    private final JsonText json;
    private final SessionColumns columns;

    Sessions(JsonText json, SessionColumns columns) {
        this.json = json;
        this.columns = columns;
    }

    public record NewSession(UUID id, PlaceInPlan place, PlannedSession planned) {}

    /**
     * What is written of a session.
     *
     * @param week absent in a revised one, which stays in its week
     * @param place absent as well
     * @param distanceMetres an estimate, as is the duration
     */
    private record SessionRow(
            UUID id,
            @Nullable Integer week,
            @Nullable PlaceRow place,
            int revision,
            LocalDate day,
            SessionKind kind,
            boolean quality,
            String purpose,
            List<SessionKind> alternatives,
            List<StepRow> steps,
            long distanceMetres,
            long durationSeconds) {

        static SessionRow from(NewSession session, PaceEstimate estimate) {
            var place = session.place();
            return from(session.id(), place.week(), PlaceRow.from(place), 0, session.planned(), estimate);
        }

        static SessionRow from(CalendarSession session, PaceEstimate estimate) {
            return from(session.id(), null, null, session.revision(), session.planned(), estimate);
        }

        private static SessionRow from(
                UUID id,
                @Nullable Integer week,
                @Nullable PlaceRow place,
                int revision,
                PlannedSession planned,
                PaceEstimate estimate) {
            return new SessionRow(
                    id,
                    week,
                    place,
                    revision,
                    planned.on(),
                    planned.kind(),
                    planned.quality(),
                    planned.purpose(),
                    planned.alternatives(),
                    StepRow.from(planned.steps()),
                    Math.round(estimate.distanceMetres(planned.steps())),
                    Math.round(estimate.durationSeconds(planned.steps())));
        }
    }

    /** Adds the sessions of a plan in one statement. */
    public Uni<Void> add(
            SqlConnection transaction, UUID athleteId, UUID planId, List<NewSession> sessions, PaceEstimate estimate) {
        return transaction
                .preparedQuery("""
                        insert into session (athlete_id, plan_id, id, week, revision, day, original_day, kind, quality,
                                             purpose, alternatives, steps, distance_metres, duration_seconds, place)
                        select $1, $2, id, week, revision, day, day, kind, quality, purpose, alternatives, steps,
                               "distanceMetres", "durationSeconds", place
                        from json_to_recordset($3::text::json)
                            as s(id uuid, week int, revision int, day date, kind text, quality boolean, purpose text,
                                 alternatives text[], steps jsonb, "distanceMetres" float8, "durationSeconds" int,
                                 place jsonb)
                        """)
                .execute(Tuple.of(
                        athleteId,
                        planId,
                        json.write(sessions.stream()
                                .map(session -> SessionRow.from(session, estimate))
                                .toList())))
                .replaceWithVoid();
    }

    /** Writes what revisions, or the declines of some, have made of sessions, in one statement. */
    public Uni<Void> revise(
            SqlConnection transaction, UUID athleteId, Collection<CalendarSession> revised, PaceEstimate estimate) {
        return transaction
                .preparedQuery("""
                        update session s
                        set revision = r.revision, day = r.day, kind = r.kind, quality = r.quality, purpose = r.purpose,
                            alternatives = r.alternatives, steps = r.steps, distance_metres = r."distanceMetres",
                            duration_seconds = r."durationSeconds"
                        from json_to_recordset($2::text::json)
                            as r(id uuid, revision int, day date, kind text, quality boolean, purpose text,
                                 alternatives text[], steps jsonb, "distanceMetres" float8, "durationSeconds" int)
                        where s.athlete_id = $1 and s.id = r.id
                        """)
                .execute(Tuple.of(
                        athleteId,
                        json.write(revised.stream()
                                .map(session -> SessionRow.from(session, estimate))
                                .toList())))
                .replaceWithVoid();
    }

    public Uni<List<CalendarSession>> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("select " + SessionColumns.LIST + """
                        , s.planned_at, s.effort_only from session_in_force s
                        """ + SessionColumns.ACTIVITY + """
                        where s.athlete_id = $1 and s.day between $2 and $3
                        order by s.day, s.id
                        """)
                .execute(Tuple.of(athleteId, from, to))
                .map(found -> found.stream().map(columns::session).toList());
    }

    /** The last day of any session, also of one that a newer plan supersedes; empty without any. */
    public Uni<Optional<LocalDate>> lastDay(SqlClient client, UUID athleteId) {
        return client.preparedQuery("select max(day) as last from session where athlete_id = $1")
                .execute(Tuple.of(athleteId))
                .map(found -> Optional.ofNullable(found.iterator().next().getLocalDate("last")));
    }

    /** Also one that a newer plan supersedes; a 404 problem for none. */
    public Uni<CalendarSession> get(SqlClient client, UUID athleteId, UUID sessionId) {
        return client.preparedQuery("select " + SessionColumns.LIST + """
                        , p.created_at as planned_at, p.effort_only
                        from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                        """ + SessionColumns.ACTIVITY + """
                        where s.athlete_id = $1 and s.id = $2
                        """)
                .execute(Tuple.of(athleteId, sessionId))
                .map(found -> found.stream().findFirst().map(columns::session).orElseThrow(ProblemException::notFound));
    }

    /** Writes which activity each session was, and how it went, in one statement. */
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
}
