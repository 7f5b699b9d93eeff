package run.harrier.plan.prescription.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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
        return kind.raced();
    }

    /** A quality session, a test or a race (D2). */
    public boolean hard() {
        return quality || raced();
    }

    /** Every stretch as it is run, repeats unrolled. */
    public Stream<Step.Stretch> stretches() {
        return Step.stretches(steps);
    }

    /** Its time at T, I, R or faster; all of it but easy running where it is raced (D2). */
    public double hardSeconds(PaceEstimate estimate) {
        double seconds = 0;
        for (var stretch : Step.unrolled(steps)) {
            var intensity = stretch.intensity();
            if (intensity == Intensity.HIGH || (raced() && intensity == Intensity.MODERATE)) {
                seconds += estimate.durationSeconds(stretch);
            }
        }
        return seconds;
    }

    /** Its moderate running, at the upper end of a range; none where it is raced (D2, S22). */
    public double moderateSeconds(PaceEstimate estimate) {
        if (raced()) {
            return 0;
        }
        double seconds = 0;
        for (var stretch : Step.unrolled(steps)) {
            if (stretch.intensity() == Intensity.MODERATE) {
                seconds += estimate.highestDurationSeconds(stretch);
            }
        }
        return seconds;
    }
}
