package run.harrier.plan.prescription.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far and how long a planned step is likely to be. With paces an easy step is estimated at 66 % of the fitness
 * number, a third of the way from the slow end of E to the fast one; without a result everything is 8:00 per
 * kilometre (D16). A range of time counts with its lower end unless asked otherwise.
 */
public record PaceEstimate(@Nullable Paces paces) {

    private static final double UNKNOWN_SECONDS_PER_KM = 480;
    private static final double WALK_SECONDS_PER_KM = 660;

    public static PaceEstimate of(Optional<Paces> paces) {
        return new PaceEstimate(paces.orElse(null));
    }

    public double easySecondsPerKm() {
        if (paces == null) {
            return UNKNOWN_SECONDS_PER_KM;
        }
        double slow = 1 / paces.easySlowestSecondsPerKm();
        double fast = 1 / paces.easyFastestSecondsPerKm();
        return 1 / (slow + (fast - slow) / 3);
    }

    public double secondsPerKm(Target target) {
        if (paces == null) {
            return UNKNOWN_SECONDS_PER_KM;
        }
        return target.isZone(Zone.EASY) ? easySecondsPerKm() : paces.of(target).fastestSecondsPerKm();
    }

    public double secondsPerKm(Step.Stretch stretch) {
        if (stretch.kind() == StepKind.WALK) {
            return WALK_SECONDS_PER_KM;
        }
        if (paces == null) {
            return UNKNOWN_SECONDS_PER_KM;
        }
        if (stretch.kind() == StepKind.RECOVERY) {
            return paces.easySlowestSecondsPerKm();
        }
        return stretch.target() != null ? secondsPerKm(stretch.target()) : effortSecondsPerKm(paces, stretch);
    }

    private double effortSecondsPerKm(Paces known, Step.Stretch stretch) {
        return switch (stretch.intensity()) {
            case LOW -> easySecondsPerKm();
            case MODERATE -> known.marathonSecondsPerKm();
            case HIGH ->
                stretch.kind() == StepKind.STRIDES ? known.repetitionSecondsPerKm() : known.thresholdSecondsPerKm();
        };
    }

    public double distanceMetres(Step.Stretch stretch) {
        return switch (stretch.extent()) {
            case Extent.Distance distance -> distance.metres();
            case Extent.Time time -> 1000 * time.seconds() / secondsPerKm(stretch);
        };
    }

    public double durationSeconds(Step.Stretch stretch) {
        return switch (stretch.extent()) {
            case Extent.Distance distance -> distance.metres() * secondsPerKm(stretch) / 1000;
            case Extent.Time time -> time.seconds();
        };
    }

    /** As {@link #durationSeconds}, with the upper end of a range. */
    public double highestDurationSeconds(Step.Stretch stretch) {
        return stretch.extent() instanceof Extent.Time time ? time.highestSeconds() : durationSeconds(stretch);
    }

    public double distanceMetres(List<Step> steps) {
        return sum(steps, this::distanceMetres);
    }

    public double durationSeconds(List<Step> steps) {
        return sum(steps, this::durationSeconds);
    }

    public double highestDurationSeconds(List<Step> steps) {
        return sum(steps, this::highestDurationSeconds);
    }

    private interface Measure {
        double of(Step.Stretch stretch);
    }

    private static double sum(List<Step> steps, Measure measure) {
        double total = 0;
        for (Step step : steps) {
            total += switch (step) {
                case Step.Stretch stretch -> measure.of(stretch);
                case Step.Repeat repeat -> repeat.times() * sum(repeat.steps(), measure);
            };
        }
        return total;
    }
}
