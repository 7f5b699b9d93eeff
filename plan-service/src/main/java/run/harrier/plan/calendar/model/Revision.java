package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.session.model.PlannedSession;

/**
 * One change of a session.
 *
 * @param n the revision of the session that it made; a decline counts as a revision too, so there may be gaps
 * @param by the subject who changed it, or {@link #RULES}
 * @param before what it replaced
 * @param signal what made the rules do it; absent for what a person did
 * @param declinedBy who declined it, or {@link #RULES} when its signal is gone: it stays in the list, without its
 *     effect; absent while it has it
 */
public record Revision(
        int n,
        Instant at,
        String by,
        Reason reason,
        Change before,
        Change after,
        @Nullable Signal signal,
        @Nullable String declinedBy) {
    /** The author of what no person did. */
    public static final String RULES = "harrier";

    /** @param code UPPER_SNAKE */
    public record Reason(String code, String text) {}

    /**
     * What of which day made the rules change a session.
     *
     * @param codes of all its reasons for that
     */
    public record Signal(Source source, LocalDate day, Set<String> codes) {
        public Signal {
            codes = Set.copyOf(codes);
        }

        /** Wellness (D19) or training load (S55). */
        public enum Source {
            READINESS,
            ACWR
        }
    }

    public boolean declined() {
        return declinedBy != null;
    }

    public boolean declinedByRules() {
        return RULES.equals(declinedBy);
    }

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

    /** @param who absent to take the decline back */
    public Revision declined(@Nullable String who) {
        return new Revision(n, at, by, reason, before, after, signal, who);
    }
}
