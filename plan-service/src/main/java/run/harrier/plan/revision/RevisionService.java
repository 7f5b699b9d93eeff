package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.calendar.CalendarService;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.match.MatchService;
import run.harrier.plan.revision.RevisableSessions.Held;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.Move;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.Revision.Reason;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.problem.ProblemException;

/** What people change: moves by hand, declines, declines taken back. */
@ApplicationScoped
class RevisionService {
    private final Pool pool;
    private final AthleteSnapshots athletes;
    private final Sessions sessions;
    private final RevisableSessions revisable;
    private final Revisions revisions;
    private final SessionRevisions revised;
    private final MatchService matches;
    private final CalendarService calendar;
    private final Clock clock;

    RevisionService(
            Pool pool,
            AthleteSnapshots athletes,
            Sessions sessions,
            RevisableSessions revisable,
            Revisions revisions,
            SessionRevisions revised,
            MatchService matches,
            CalendarService calendar,
            Clock clock) {
        this.pool = pool;
        this.athletes = athletes;
        this.sessions = sessions;
        this.revisable = revisable;
        this.revisions = revisions;
        this.revised = revised;
        this.matches = matches;
        this.calendar = calendar;
        this.clock = clock;
    }

    Uni<List<Revision>> of(UUID athleteId, UUID sessionId) {
        return sessions.get(pool, athleteId, sessionId).chain(session -> revisions.of(pool, athleteId, sessionId));
    }

    /** Done whatever it breaks; the answer says what that is. */
    Uni<RevisedSessionView> move(UUID athleteId, UUID sessionId, MoveSession wish, String by) {
        return pool.withTransaction(transaction -> athlete(transaction, athleteId)
                .chain(athlete -> revisable
                        .held(transaction, athleteId, sessionId)
                        .invoke(held -> requireMovable(held, athlete, wish))
                        .chain(held -> move(transaction, athleteId, athlete, held, wish.on(), by))));
    }

    /** @param who takes the revision's effect away; absent to give it back */
    Uni<RevisedSessionView> decline(UUID athleteId, UUID sessionId, int n, @Nullable String who) {
        return pool.withTransaction(transaction -> athlete(transaction, athleteId)
                .chain(athlete -> revisable
                        .held(transaction, athleteId, sessionId)
                        .chain(held -> decline(transaction, athleteId, athlete, held, n, who))));
    }

    private Uni<AthleteSnapshot> athlete(SqlConnection transaction, UUID athleteId) {
        return athletes.lockForUpdate(transaction, athleteId);
    }

    private Uni<RevisedSessionView> move(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, Held held, LocalDate to, String by) {
        var session = held.session();
        if (session.day().equals(to)) {
            return calendar.view(transaction, athleteId, athlete, session)
                    .map(view -> RevisedSessionView.moved(view, List.of()));
        }
        var reason = new Reason("MOVED_BY_HAND", "Moved by hand from %s to %s.".formatted(session.day(), to));
        return revisable
                .around(transaction, athleteId, session.planId(), to)
                .map(entries -> warnings(entries, held, to))
                .call(() -> revisions
                        .of(transaction, athleteId, session.id())
                        .map(all -> new SessionHistory(session, all)
                                .change(Change.to(to), by, clock.instant(), reason, null))
                        .chain(moved -> write(transaction, athleteId, athlete, held, moved)))
                .chain(warnings -> sessions.get(transaction, athleteId, session.id())
                        .chain(moved -> calendar.view(transaction, athleteId, athlete, moved))
                        .map(view -> RevisedSessionView.moved(view, warnings)));
    }

    private Uni<RevisedSessionView> decline(
            SqlConnection transaction,
            UUID athleteId,
            AthleteSnapshot athlete,
            Held held,
            int n,
            @Nullable String who) {
        var session = held.session();
        return revisions
                .of(transaction, athleteId, session.id())
                .map(all -> new SessionHistory(session, all))
                .map(history -> history.decline(declinable(history, held, n, who), who))
                .invoke(restored -> requireRestorable(restored, held, athlete))
                .call(restored -> revised.requireNoNotice(transaction, athleteId, athlete, restored))
                .call(restored -> write(transaction, athleteId, athlete, held, restored))
                .chain(restored -> sessions.get(transaction, athleteId, session.id())
                        .chain(now -> calendar.view(transaction, athleteId, athlete, now))
                        .map(view -> RevisedSessionView.declined(view, restored.standing())));
    }

    private Uni<Void> write(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, Held held, Revised changed) {
        var from = held.session().day();
        var to = changed.session().day();
        return revised.write(transaction, athleteId, athlete, changed)
                .chain(() -> matches.matchAgain(transaction, athleteId, from, from))
                .chain(() -> from.equals(to)
                        ? Uni.createFrom().voidItem()
                        : matches.matchAgain(transaction, athleteId, to, to));
    }

    private static List<Move.Warning> warnings(List<Move.Entry> entries, Held held, LocalDate to) {
        var id = held.session().id();
        var own = entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        var others = entries.stream().filter(entry -> !entry.id().equals(id)).toList();
        return own.map(entry -> new Move(entry, to, others, held.noRunDays()).warnings())
                .orElse(List.of());
    }

    private void requireMovable(Held held, AthleteSnapshot athlete, MoveSession wish) {
        var today = athlete.today(clock);
        if (wish.on().isBefore(today)) {
            throw ProblemException.impossibleAt("/on", "must not be before today, " + today);
        }
        if (wish.on().isAfter(today.plusDays(DayRange.LONGEST))) {
            throw ProblemException.impossibleAt("/on", "must be within " + DayRange.LONGEST + " days");
        }
        requireOpen(held);
        var session = held.session();
        var read = wish.revision();
        if (read != null && read != session.revision()) {
            throw ProblemException.conflict(
                    "The session is at revision %d, you read revision %d.".formatted(session.revision(), read));
        }
        if (!held.mayBeOn(wish.on())) {
            throw ProblemException.impossibleAt(
                    "/on", "a newer plan holds from " + held.supersededFrom() + " on (D15)");
        }
    }

    private static Revision declinable(SessionHistory history, Held held, int n, @Nullable String who) {
        var revision = history.revision(n).orElseThrow(ProblemException::notFound);
        requireOpen(held);
        if (revision.declined() == (who != null)) {
            throw who != null ? ProblemException.conflict("It is declined already.") : ProblemException.notFound();
        }
        return revision;
    }

    private void requireRestorable(Revised restored, Held held, AthleteSnapshot athlete) {
        var day = restored.session().day();
        if (!held.mayBeOn(day)) {
            throw ProblemException.conflict("A newer plan holds on %s (D15).".formatted(day));
        }
        if (day.isBefore(athlete.today(clock))) {
            throw ProblemException.conflict("The day it would be on, %s, is over.".formatted(day));
        }
    }

    /** Nothing changes a session that was started (D19), nor one that a newer plan has superseded. */
    private static void requireOpen(Held held) {
        var session = held.session();
        if (session.done()) {
            throw ProblemException.conflict("The session is done.");
        }
        if (!held.mayBeOn(session.day())) {
            throw ProblemException.conflict("A newer plan holds on %s (D15).".formatted(session.day()));
        }
    }
}
