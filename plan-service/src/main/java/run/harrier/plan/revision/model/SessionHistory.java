package run.harrier.plan.revision.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Softening;
import run.harrier.plan.revision.model.Revision.Reason;
import run.harrier.plan.revision.model.Revision.Signal;

/**
 * A session and every change of it; what it is now follows from them. All changes are made here, and none of a session
 * that was started.
 */
public record SessionHistory(CalendarSession session, List<Revision> revisions) {

    /**
     * What a change, or the decline of one, makes of a session.
     *
     * @param history as it is now
     * @param before the day that it was on
     * @param revision the one that was added, declined or taken back
     * @param hardens whether an easy session becomes a hard one
     */
    public record Revised(SessionHistory history, LocalDate before, Revision revision, boolean isNew, boolean hardens) {

        public CalendarSession session() {
            return history.session();
        }

        /** The revisions that make the session what it is now. */
        public List<Revision> standing() {
            return Revision.standing(session().planned(), history.revisions());
        }
    }

    public SessionHistory {
        revisions = List.copyOf(revisions);
    }

    /** As it was generated. */
    public PlannedSession original() {
        return Revision.original(session.planned(), revisions);
    }

    public Optional<Revision> revision(int n) {
        return revisions.stream().filter(revision -> revision.n() == n).findFirst();
    }

    /** @param signal absent for what a person did */
    public Revised change(Change after, String by, Instant at, Reason reason, @Nullable Signal signal) {
        var planned = session.planned();
        var before = new Change(
                after.day() == null ? null : planned.on(), after.content() == null ? null : SessionContent.of(planned));
        var revision = new Revision(session.revision() + 1, at, by, reason, before, after, signal, null);
        var all = new ArrayList<>(revisions);
        all.add(revision);
        return revised(all, revision, true);
    }

    /** D34: whether it is a run of that day, of a cold, that is longer than one may be. */
    public boolean tooLongWithACold(LocalDate on) {
        return session.day().equals(on)
                && session.planned().running()
                && session.plannedSeconds() > Softening.WITH_A_COLD_SECONDS;
    }

    /** Easy and short on the day of a cold (D34); empty where it is that, or where the cold's change was declined. */
    public Optional<Revised> shortenedWithACold(LocalDate on, Instant at, Reason cold) {
        var planned = session.planned();
        var applies = tooLongWithACold(on) || (session.day().equals(on) && planned.quality());
        if (!applies || planned.kind() == SessionKind.RACE || revisions.stream().anyMatch(one -> one.byColdOf(on))) {
            return Optional.empty();
        }
        var easy = Softening.easy(planned, session.plannedSeconds(), Set.of(Softening.COLD));
        return Optional.of(change(
                Change.to(SessionContent.of(easy)),
                Revision.RULES,
                at,
                cold,
                new Signal(Signal.Source.READINESS, on, Set.of(Softening.COLD))));
    }

    /** @param who declines it; absent to take the decline back */
    public Revised decline(Revision revision, @Nullable String who) {
        var changed = revision.declined(who);
        var all = revisions.stream()
                .map(one -> one.n() == revision.n() ? changed : one)
                .toList();
        return revised(all, changed, false);
    }

    private Revised revised(List<Revision> all, Revision revision, boolean isNew) {
        if (session.done()) {
            throw new IllegalStateException("nothing changes a session that was started");
        }
        var after = Revision.apply(session.planned(), all);
        return new Revised(
                new SessionHistory(session.revised(after), all),
                session.day(),
                revision,
                isNew,
                after.quality() && !session.planned().quality());
    }
}
