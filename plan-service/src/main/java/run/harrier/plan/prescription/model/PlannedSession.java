package run.harrier.plan.prescription.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What one day asks for.
 *
 * @param quality a hard session by D13: it counts in S23 and is never next to another (S24)
 * @param purpose why it is there and what it trains; never blank (S25)
 * @param alternatives what the athlete may do instead and still have done it (S65)
 * @param steps in order; empty for rest
 */
public record PlannedSession(
        LocalDate on,
        SessionKind kind,
        boolean quality,
        String purpose,
        List<SessionKind> alternatives,
        List<Step> steps) {

    public PlannedSession {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a session without purpose (S25)");
        }
        alternatives = List.copyOf(alternatives);
        steps = List.copyOf(steps);
    }

    public boolean running() {
        return kind.running();
    }

    /** A race or a test, which counts as hard as a whole (D2). */
    public boolean raced() {
        return kind == SessionKind.RACE || kind == SessionKind.TEST;
    }

    /** How much moderate running it asks for at most (D2, S22); none where it is raced. */
    public double moderateSeconds(PaceEstimate estimate) {
        if (raced()) {
            return 0;
        }
        double[] seconds = {0};
        Step.forEachStretch(steps, stretch -> {
            if (Intensity.of(stretch) == Intensity.MODERATE) {
                seconds[0] += estimate.highestDurationSeconds(stretch);
            }
        });
        return seconds[0];
    }
}
