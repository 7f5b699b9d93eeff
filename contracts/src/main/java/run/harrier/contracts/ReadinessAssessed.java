package run.harrier.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How ready the athlete is on a day, as its wellness entries now say; it replaces what was published of that day before.
 *
 * @param verdict READY, EASE_OFF, REST or UNKNOWN
 * @param notice whether the text of S115 is shown: then nothing raises the load
 */
public record ReadinessAssessed(UUID athleteId, LocalDate on, String verdict, List<Reason> reasons, boolean notice)
        implements Event {

    public ReadinessAssessed {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String about() {
        return "readiness " + on;
    }

    /**
     * @param code RESTING_HEART_RATE, ROUGH_NIGHTS, EXHAUSTED, ... : the same for the same signal
     * @param text for the athlete
     * @param coachText for who coaches
     * @param softens whether it makes the next quality session easy (D19)
     */
    public record Reason(String code, String text, String coachText, boolean softens) {}
}
