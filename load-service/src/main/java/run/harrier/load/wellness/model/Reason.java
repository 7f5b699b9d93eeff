package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A reason why an athlete is not ready.
 *
 * @param text for the athlete: what was seen, and what to do next
 * @param coachText for whoever coaches: what was seen; {@link #PRIVATE} where that is the athlete's alone (D21)
 * @param value the value that was entered or counted
 * @param baseline the athlete's own usual value, where the signal has one
 * @param warning whether it is a warning sign (D34): no running today and tomorrow
 * @param signOn the last morning that had the sign, of one of an earlier day that stands; absent of every other reason
 */
public record Reason(
        Code code,
        String text,
        String coachText,
        OptionalDouble value,
        OptionalDouble baseline,
        boolean warning,
        @Nullable LocalDate signOn) {
    public static final String PRIVATE = "A private reason.";

    /** The signal; the same code for the same signal on every day. */
    public enum Code {
        /** Signs of heart or breath, pain in the chest among them (D34). */
        SYMPTOMS(true, true),
        /** Far from the baseline, or above 100 at rest (D34). */
        STRANGE_HEART_RATE(true, true),
        /** 7 or more today (D34). */
        STRONG_PAIN(true, true),
        /** Fever, aching, chest or stomach warns (D34); a cold makes the day easy. */
        ILLNESS(true, true),
        /** The same site at 3 or more on 2 of 7 days (D18); a warning sign with one entry of 5 or more (D34). */
        PERSISTENT_PAIN(true, true),
        /** A sign of heart or breath of an earlier day: until a doctor has agreed (D34). */
        SYMPTOMS_STAND(true, true),
        /** Another warning sign of an earlier day, that two mornings in a row have not yet cleared (D34). */
        WARNING_STANDS(true, true),
        /** Five beats or more above the baseline (S95). */
        RESTING_HEART_RATE(true, false),
        /** Two or more in a row (S96). */
        ROUGH_NIGHTS(true, false),
        /** Fatigue 5 on waking (S108). */
        EXHAUSTED(true, false),
        HRV_LOW(false, false),
        SORE(false, false),
        /** Shown to the athlete alone (D21). */
        STRESSED(false, false),
        /** Shown to the athlete alone (D21). */
        LOW_MOOD(false, false),
        /** Fatigue 4 or more on 5 of 7 days (D34). */
        LASTING_FATIGUE(true, true);

        private final boolean softens;
        private final boolean notice;

        Code(boolean softens, boolean notice) {
            this.softens = softens;
            this.notice = notice;
        }
    }

    Reason standingSince(LocalDate morning) {
        return new Reason(code, text, coachText, value, baseline, warning, morning);
    }

    /** Whether it makes the next quality session easy (D19, D34). */
    public boolean softens() {
        return code.softens;
    }

    /** What it is of: exhaustion is the worst of lasting fatigue, and both are one kind of reason. */
    Code kind() {
        return code == Code.LASTING_FATIGUE ? Code.EXHAUSTED : code;
    }

    /** Signs of heart and breath go before all others (S115). */
    boolean ofHeartOrBreath() {
        return code == Code.SYMPTOMS || code == Code.SYMPTOMS_STAND;
    }

    /** Whether the text of S115 belongs to it; then nothing raises the load (S116). */
    public boolean notice() {
        return code.notice;
    }

    /** Whether only the athlete may see what it says (D21). */
    public boolean isPrivate() {
        return code == Code.STRESSED || code == Code.LOW_MOOD;
    }
}
