package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.CalendarService;
import run.harrier.plan.calendar.SessionView;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.match.MatchService;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.RevisionTexts;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.transaction.Transactions;

/** What people change: moves by hand, declines, declines taken back. */
@ApplicationScoped
class RevisionService {
    private final Pool pool;
    private final Transactions transactions;
    private final Sessions sessions;
    private final RevisableSessions revisable;
    private final Revisions revisions;
    private final SessionRevisions revised;
    private final MatchService matches;
    private final CalendarService calendar;
    private final Clock clock;

    RevisionService(
            Pool pool,
            Transactions transactions,
            Sessions sessions,
            RevisableSessions revisable,
            Revisions revisions,
            SessionRevisions revised,
            MatchService matches,
            CalendarService calendar,
            Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
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

    /** Moves the session whatever rule that breaks, but for that of a notice; the answer names those. */
    Uni<RevisedSessionView> move(UUID athleteId, UUID sessionId, Preconditions asked, MoveSession move, String by) {
        return transactions.run(transaction -> revisable
                .lockAthleteAndRead(transaction, athleteId, sessionId)
                .invoke(locked -> locked.require(asked))
                .invoke(locked -> locked.requireMovable(move, locked.athlete().today(clock)))
                .chain(locked -> locked.session().day().equals(move.on())
                        ? view(transaction, locked, locked.session())
                                .map(view -> RevisedSessionView.moved(view, List.of()))
                        : move(transaction, locked, move.on(), by)));
    }

    private Uni<RevisedSessionView> move(SqlConnection transaction, LockedSession locked, LocalDate to, String by) {
        var session = locked.session();
        var reason = RevisionTexts.moved(session.day(), to);
        var moved = locked.history().change(Change.to(to), by, clock.instant(), reason, null);
        return revisable
                .around(transaction, locked.athleteId(), session.planId(), to)
                .map(around -> locked.warnings(to, around))
                .chain(warnings -> write(transaction, locked, withACold(locked, moved))
                        .map(view -> RevisedSessionView.moved(view, warnings)));
    }

    /** @param who takes the revision's effect away; absent to give it back */
    Uni<RevisedSessionView> decline(UUID athleteId, UUID sessionId, int n, Preconditions asked, @Nullable String who) {
        return transactions.run(transaction -> revisable
                .lockAthleteAndRead(transaction, athleteId, sessionId)
                .invoke(locked -> locked.require(asked))
                .chain(locked -> decline(transaction, locked, n, who)));
    }

    private Uni<RevisedSessionView> decline(
            SqlConnection transaction, LockedSession locked, int n, @Nullable String who) {
        var restored = locked.decline(n, who, locked.athlete().today(clock));
        var changes = withACold(locked, restored);
        return write(transaction, locked, changes)
                .map(view -> RevisedSessionView.declined(view, changes.getLast().standing()));
    }

    /** The change, and what the cold of the day it leads to makes of the session (D34), in their order. */
    private List<Revised> withACold(LockedSession locked, Revised changed) {
        var day = changed.session().day();
        var shortened = locked.athlete().notices().coldDays().contains(day)
                ? changed.history().shortenedWithACold(day, clock.instant(), RevisionTexts.COLD)
                : Optional.<Revised>empty();
        return Stream.concat(Stream.of(changed), shortened.stream()).toList();
    }

    /** The session may have left an activity behind, and may find one on its new day. */
    private Uni<SessionView> write(SqlConnection transaction, LockedSession locked, List<Revised> changes) {
        var changed = changes.getLast();
        var before = locked.session().day();
        var now = changed.session().day();
        return revised.write(transaction, locked.athleteId(), locked.athlete(), changes)
                .chain(() -> matches.matchAgain(
                        transaction,
                        locked.athleteId(),
                        locked.athlete(),
                        before.isBefore(now) ? before : now,
                        before.isBefore(now) ? now : before))
                .map(matched -> matched.stream()
                        .filter(session -> session.id().equals(changed.session().id()))
                        .findFirst()
                        .orElse(changed.session()))
                .chain(session -> view(transaction, locked, session));
    }

    private Uni<SessionView> view(SqlConnection transaction, LockedSession locked, CalendarSession session) {
        return calendar.view(transaction, locked.athleteId(), locked.athlete(), session);
    }
}
