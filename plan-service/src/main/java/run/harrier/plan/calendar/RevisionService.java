package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import run.harrier.contracts.PlanRevised;
import run.harrier.plan.athlete.Athletes;
import run.harrier.plan.athlete.KnownAthlete;
import run.harrier.plan.calendar.Sessions.Held;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.Change;
import run.harrier.plan.calendar.model.Move;
import run.harrier.plan.calendar.model.Revision;
import run.harrier.plan.session.model.PlannedSession;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;

/** Changes sessions: every change is a revision, and none is lost (U8, U14, U20). */
@ApplicationScoped
class RevisionService {
    private static final String MOVED_BY_HAND = "MOVED_BY_HAND";
    private static final String DECLINED = "DECLINED";
    private static final String DECLINE_TAKEN_BACK = "DECLINE_TAKEN_BACK";

    private final Pool pool;
    private final Athletes athletes;
    private final Sessions sessions;
    private final Revisions revisions;
    private final CalendarService calendar;
    private final Outbox outbox;
    private final Clock clock;

    RevisionService(
            Pool pool,
            Athletes athletes,
            Sessions sessions,
            Revisions revisions,
            CalendarService calendar,
            Outbox outbox,
            Clock clock) {
        this.pool = pool;
        this.athletes = athletes;
        this.sessions = sessions;
        this.revisions = revisions;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<List<Revision>> of(UUID athleteId, UUID sessionId) {
        return sessions.get(pool, athleteId, sessionId).chain(session -> revisions.of(pool, athleteId, sessionId));
    }

    /** Done whatever it breaks; the answer says what that is. */
    Uni<SessionView> move(UUID athleteId, UUID sessionId, MoveSession wish, String by) {
        return athletes.get(athleteId)
                .chain(athlete -> pool.withTransaction(transaction -> sessions.hold(transaction, athleteId, sessionId)
                        .invoke(held -> requireMovable(held, athlete, wish))
                        .chain(held -> move(transaction, athleteId, athlete, held, wish.on(), by))));
    }

    /** Takes a revision's effect away, or gives it back. */
    Uni<SessionView> decline(UUID athleteId, UUID sessionId, int n, boolean declined) {
        return athletes.get(athleteId)
                .chain(athlete -> pool.withTransaction(transaction -> sessions.hold(transaction, athleteId, sessionId)
                        .chain(held -> decline(transaction, athleteId, athlete, held, n, declined))));
    }

    private Uni<SessionView> decline(
            SqlConnection transaction, UUID athleteId, KnownAthlete athlete, Held held, int n, boolean declined) {
        var session = held.session();
        return revisions
                .of(transaction, athleteId, session.id())
                .map(all -> declined(all, n, declined))
                .map(all -> session.become(Revision.apply(session.planned(), all)))
                .invoke(restored -> requireRestorable(restored.day(), held, athlete))
                .call(() -> revisions.decline(transaction, athleteId, session.id(), n, declined))
                .call(restored -> write(transaction, athleteId, restored, declined ? DECLINED : DECLINE_TAKEN_BACK))
                .chain(restored -> calendar.view(transaction, athleteId, athlete, restored));
    }

    private Uni<SessionView> move(
            SqlConnection transaction, UUID athleteId, KnownAthlete athlete, Held held, LocalDate to, String by) {
        var session = held.session();
        if (session.day().equals(to)) {
            return calendar.view(transaction, athleteId, athlete, session);
        }
        var moved = session.become(on(session.planned(), to));
        var revision = new Revision(
                moved.revision(),
                clock.instant(),
                by,
                new Revision.Reason(MOVED_BY_HAND, "Moved by hand from %s to %s.".formatted(session.day(), to)),
                Change.to(session.day()),
                Change.to(to),
                false);
        return sessions.around(transaction, athleteId, session.planId(), to)
                .map(entries -> warnings(entries, held, to))
                .call(() -> revisions.add(transaction, athleteId, session.id(), revision))
                .call(() -> write(transaction, athleteId, moved, MOVED_BY_HAND))
                .chain(warnings ->
                        calendar.view(transaction, athleteId, athlete, moved).map(view -> view.with(warnings)));
    }

    private Uni<Void> write(SqlConnection transaction, UUID athleteId, CalendarSession session, String reason) {
        return sessions.change(transaction, athleteId, session)
                .chain(() -> outbox.append(
                        transaction,
                        List.of(new PlanRevised(athleteId, session.id(), session.revision(), reason, session.day()))));
    }

    private static List<Move.Warning> warnings(List<Move.Entry> entries, Held held, LocalDate to) {
        var id = held.session().id();
        var own = entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        var others = entries.stream().filter(entry -> !entry.id().equals(id)).toList();
        return own.map(entry -> new Move(entry, to, others, held.noRunDays()).warnings())
                .orElse(List.of());
    }

    private void requireMovable(Held held, KnownAthlete athlete, MoveSession wish) {
        var session = held.session();
        requireInForce(held, session.day());
        var read = wish.revision();
        if (read != null && read != session.revision()) {
            throw ProblemException.conflict(
                    "The session is at revision %d, you read revision %d.".formatted(session.revision(), read));
        }
        var today = athlete.today(clock);
        if (wish.on().isBefore(today)) {
            throw ProblemException.impossibleAt("/on", "must not be before today, " + today);
        }
        if (wish.on().isAfter(today.plusDays(DayRange.LONGEST))) {
            throw ProblemException.impossibleAt("/on", "must be within " + DayRange.LONGEST + " days");
        }
        if (!held.mayBeOn(wish.on())) {
            throw ProblemException.impossibleAt(
                    "/on", "a newer plan holds from " + held.supersededFrom() + " on (D15)");
        }
    }

    private void requireRestorable(LocalDate day, Held held, KnownAthlete athlete) {
        requireInForce(held, held.session().day());
        requireInForce(held, day);
        if (day.isBefore(athlete.today(clock))) {
            throw ProblemException.conflict("The day it would be on, %s, is over.".formatted(day));
        }
    }

    private static void requireInForce(Held held, LocalDate day) {
        if (!held.mayBeOn(day)) {
            throw ProblemException.conflict("A newer plan holds on %s (D15).".formatted(day));
        }
    }

    private static List<Revision> declined(List<Revision> all, int n, boolean declined) {
        var one =
                all.stream().filter(revision -> revision.n() == n).findFirst().orElseThrow(ProblemException::notFound);
        if (one.declined() == declined) {
            throw declined ? ProblemException.conflict("It is declined already.") : ProblemException.notFound();
        }
        return all.stream()
                .map(revision -> revision.n() == n ? revision.decline(declined) : revision)
                .toList();
    }

    private static PlannedSession on(PlannedSession session, LocalDate day) {
        return new PlannedSession(
                day, session.kind(), session.quality(), session.purpose(), session.alternatives(), session.steps());
    }
}
