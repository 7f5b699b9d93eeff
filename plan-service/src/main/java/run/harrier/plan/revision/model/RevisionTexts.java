package run.harrier.plan.revision.model;

import java.time.LocalDate;
import run.harrier.plan.prescription.model.Softening;
import run.harrier.plan.revision.model.Revision.Reason;

/** What is said of changes that people make or may not make. */
public final class RevisionTexts {
    /** A refusal while a notice stands, or less than three days after it (D34, S116). */
    public static final String GUARDED = "A warning sign was reported. Hard running waits for two mornings without it,"
            + " and three easy days after. The session can be moved to a later day.";

    /** Of a session that comes onto the day of a cold (D34). */
    public static final Reason COLD =
            new Reason(Softening.COLD, "A cold: easy today, at most 45 minutes.", "A cold on that day.");

    private RevisionTexts() {}

    public static Reason moved(LocalDate from, LocalDate to) {
        return new Reason(
                "MOVED_BY_HAND",
                "Moved from %s to %s.".formatted(from, to),
                "Moved by hand from %s to %s.".formatted(from, to));
    }
}
