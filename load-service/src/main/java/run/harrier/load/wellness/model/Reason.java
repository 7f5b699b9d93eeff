package run.harrier.load.wellness.model;

import java.util.OptionalDouble;

/**
 * A reason why an athlete is not ready.
 *
 * @param value the value that was entered or counted
 * @param baseline the athlete's own usual value, where the signal has one
 */
public record Reason(Code code, String text, OptionalDouble value, OptionalDouble baseline) {
    /** The signal; the same code for the same signal on every day. */
    public enum Code {
        /** Five beats or more above the baseline (S95). */
        RESTING_HEART_RATE(true, false),
        /** Two or more in a row (S96). */
        ROUGH_NIGHTS(true, false),
        /** Fatigue 5 on waking (S108). */
        EXHAUSTED(true, false),
        HRV_LOW(false, false),
        SORE(false, false),
        STRESSED(false, false),
        LOW_MOOD(false, false),
        /** The same site at 3 or more on 2 of 7 days (D18). */
        PERSISTENT_PAIN(false, true),
        /** Far from the baseline, or above 100 at rest. */
        STRANGE_HEART_RATE(true, true),
        /** Fatigue 4 or more on 5 of 7 days. */
        LASTING_FATIGUE(false, true);

        private final boolean softens;
        private final boolean notice;

        Code(boolean softens, boolean notice) {
            this.softens = softens;
            this.notice = notice;
        }
    }

    /** Whether it makes the next quality session easy (D19). */
    public boolean softens() {
        return code.softens;
    }

    /** Whether the text of S115 belongs to it; then nothing raises the load (S116). */
    public boolean notice() {
        return code.notice;
    }
}
