package run.harrier.plan.revision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.calendar.SessionView;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.revision.model.Move;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.RevisionTexts;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.problem.ProblemException;

/**
 * A session whose athlete is locked: nobody else changes it until the transaction ends. It answers with a problem what
 * may not be done to it.
 *
 * @param supersededFrom the day from which on a newer plan holds (D15); absent without one
 * @param noRunDays of its plan (U4)
 */
record LockedSession(
        UUID athleteId,
        AthleteSnapshot athlete,
        SessionHistory history,
        @Nullable LocalDate supersededFrom,
        Set<DayOfWeek> noRunDays) {

    CalendarSession session() {
        return history.session();
    }

    /** Compares the revisions that the headers name, with or without what a view's tag adds to them. */
    void require(Preconditions asked) {
        asked.of(SessionView::revisions).require(Integer.toString(session().revision()));
    }

    void requireMovable(MoveSession move, LocalDate today) {
        if (move.on().isBefore(today)) {
            throw ProblemException.impossibleAt("/on", "must not be before today, " + today);
        }
        if (move.on().isAfter(today.plusDays(DayRange.LONGEST))) {
            throw ProblemException.impossibleAt("/on", "must be within " + DayRange.LONGEST + " days");
        }
        requireOpen();
        var read = move.revision();
        if (read != null && read != session().revision()) {
            throw ProblemException.conflict("The session is at revision %d, you read revision %d."
                    .formatted(session().revision(), read));
        }
        requireUnguarded(session().planned().hard(), move.on(), today);
        if (!mayBeOn(move.on())) {
            throw ProblemException.impossibleAt("/on", "a newer plan holds from " + supersededFrom + " on (D15)");
        }
    }

    /** The rules that the session breaks on another day. */
    List<Move.Warning> warnings(LocalDate to, List<Move.CalendarEntry> calendar) {
        var id = session().id();
        var own = calendar.stream().filter(entry -> entry.id().equals(id)).findFirst();
        var others = calendar.stream().filter(entry -> !entry.id().equals(id)).toList();
        return own.map(entry -> new Move(entry, to, others, noRunDays).warnings())
                .orElse(List.of());
    }

    /** @param who declines the revision; absent to take the decline back */
    Revised decline(int n, @Nullable String who, LocalDate today) {
        var revision = history.revision(n).orElseThrow(ProblemException::notFound);
        requireOpen();
        requireOther(revision, who);
        var revised = history.decline(revision, who);
        var day = revised.session().day();
        if (!mayBeOn(day)) {
            throw ProblemException.conflict("A newer plan holds on %s (D15).".formatted(day));
        }
        if (day.isBefore(today)) {
            throw ProblemException.conflict("The day it would be on, %s, is over.".formatted(day));
        }
        var moves = !day.equals(session().day());
        requireUnguarded(
                revised.hardens() || (moves && revised.session().planned().hard()), day, today);
        return revised;
    }

    /** Nothing hard comes to a day that a notice guards (D34, S116). */
    private void requireUnguarded(boolean hard, LocalDate day, LocalDate today) {
        if (hard && athlete.notices().easyOn(day, today)) {
            throw ProblemException.conflict(RevisionTexts.GUARDED);
        }
    }

    private static void requireOther(Revision revision, @Nullable String who) {
        if (who != null && revision.declined()) {
            throw ProblemException.conflict("It is declined already.");
        }
        if (who == null && !revision.declined()) {
            throw ProblemException.notFound();
        }
    }

    /** Nothing changes a session that was started (D19), nor one that a newer plan has superseded. */
    private void requireOpen() {
        if (session().done()) {
            throw ProblemException.conflict("The session is done.");
        }
        if (!mayBeOn(session().day())) {
            throw ProblemException.conflict(
                    "A newer plan holds on %s (D15).".formatted(session().day()));
        }
    }

    private boolean mayBeOn(LocalDate day) {
        return supersededFrom == null || day.isBefore(supersededFrom);
    }
}
