package run.harrier.plan.revision.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Softening;

/**
 * One change of a session, which stays the same session (U14): it says its reason, and can be declined (U20).
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

    /**
     * @param code UPPER_SNAKE
     * @param text for the athlete
     * @param coachText for the coach: what was seen and done, without what is private (D21)
     */
    public record Reason(String code, String text, String coachText) {}

    /**
     * What of which day made the rules change a session.
     *
     * @param codes of all its reasons for that
     */
    public record Signal(Source source, LocalDate day, Set<String> codes) {
        public static final String ACWR_RAISED = "ACWR_RAISED";

        public static final String ACWR_HIGH = "ACWR_HIGH";

        public Signal {
            codes = Set.copyOf(codes);
        }

        /** Whether it makes a hard session easy. */
        boolean eases() {
            return source == Source.READINESS || codes.contains(ACWR_HIGH);
        }

        /** Wellness (D19) or training load (S55). */
        public enum Source {
            READINESS,
            ACWR
        }
    }

    /** Whether the cold of that day made it. */
    boolean byColdOf(LocalDate day) {
        return signal != null
                && signal.source() == Signal.Source.READINESS
                && signal.day().equals(day)
                && signal.codes().contains(Softening.COLD);
    }

    public boolean declined() {
        return declinedBy != null;
    }

    public boolean declinedByRules() {
        return RULES.equals(declinedBy);
    }

    /**
     * The session as it was generated, with those of its revisions that are not declined applied in their order. So
     * declining one takes exactly its effect away, whatever was changed after it, and taking the decline back gives
     * that again.
     */
    public static PlannedSession apply(PlannedSession session, List<Revision> revisions) {
        var now = original(session, revisions);
        for (var revision : inOrder(revisions)) {
            now = revision.declined() ? now : revision.appliedTo(now);
        }
        return now;
    }

    /** Each part is as it was before the first revision that touched it. */
    static PlannedSession original(PlannedSession session, List<Revision> revisions) {
        var first = new Change(null, null);
        for (var revision : inOrder(revisions).reversed()) {
            first = first.then(revision.before());
        }
        return first.appliedTo(session);
    }

    /** Those that make the session what it is: not declined, and not without effect after the ones before them. */
    static List<Revision> standing(PlannedSession session, List<Revision> revisions) {
        var standing = new ArrayList<Revision>();
        var now = original(session, revisions);
        for (var revision : inOrder(revisions)) {
            var changed = revision.declined() ? now : revision.appliedTo(now);
            if (!changed.equals(now)) {
                standing.add(revision);
            }
            now = changed;
        }
        return standing;
    }

    /**
     * What a person did is done to any session. What the rules did is what its signal asks of a session that is hard, and
     * of one that is easy: wellness leaves the easy one alone (D19) but for a cold, which makes it short (D34), and load the
     * hard one up to a ratio of 1.5 (S55).
     */
    private PlannedSession appliedTo(PlannedSession session) {
        if (signal == null) {
            return after.appliedTo(session);
        }
        if (session.quality()) {
            return signal.eases() ? after.appliedTo(session) : session;
        }
        if (signal.source() == Signal.Source.ACWR) {
            return Change.to(Trim.of(session)).appliedTo(session);
        }
        return signal.codes().contains(Softening.COLD) ? after.appliedTo(session) : session;
    }

    private static List<Revision> inOrder(List<Revision> revisions) {
        return revisions.stream().sorted(Comparator.comparingInt(Revision::n)).toList();
    }

    /** @param who absent to take the decline back */
    public Revision declined(@Nullable String who) {
        return new Revision(n, at, by, reason, before, after, signal, who);
    }
}
