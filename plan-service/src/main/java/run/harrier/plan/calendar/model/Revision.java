package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import run.harrier.plan.session.model.PlannedSession;

/**
 * One change of a session.
 *
 * @param n the revision of the session that it made; a decline counts as a revision too, so there may be gaps
 * @param by the subject who changed it, or {@link #RULES}
 * @param before what it replaced
 * @param declined it stays in the list, without its effect
 */
public record Revision(int n, Instant at, String by, Reason reason, Change before, Change after, boolean declined) {
    /** The author of what no person did. */
    public static final String RULES = "harrier";

    /** @param code UPPER_SNAKE */
    public record Reason(String code, String text) {}

    /**
     * The session with those of its revisions that are not declined: each part is as the last of them left it, or as
     * it was before the first of all that touched it. So a decline restores, and taking it back restores that.
     */
    public static PlannedSession apply(PlannedSession session, List<Revision> revisions) {
        var inOrder =
                revisions.stream().sorted(Comparator.comparingInt(Revision::n)).toList();
        var change = new Change(null, null);
        for (var revision : inOrder.reversed()) {
            change = change.then(revision.before());
        }
        for (var revision : inOrder) {
            change = revision.declined() ? change : change.then(revision.after());
        }
        return change.appliedTo(session);
    }

    public Revision decline(boolean isDeclined) {
        return new Revision(n, at, by, reason, before, after, isDeclined);
    }
}
