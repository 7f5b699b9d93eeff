package run.harrier.plan.prescription.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far and how long a planned step is likely to be. With paces an easy step is estimated at 66 % of the fitness
 * number, a third of the way from the slow end of E to the fast one; without a result from an estimated easy pace, the
 * faster paces in the proportions of a usual runner (D16, D33). A range of time counts with its lower end unless asked
 * otherwise.
 *
 * @param easyWithoutResult seconds per kilometre of easy running, where {@code paces} are absent
 */
public record PaceEstimate(@Nullable Paces paces, double easyWithoutResult) {

    /** Of an intermediate runner (D33). */
    private static final double USUAL_EASY_SECONDS_PER_KM = 350;

    /** Seconds per kilometre over those of easy running, at VDOT 45. */
    private static final double MARATHON = 0.84;

    private static final double THRESHOLD = 0.79;
    private static final double INTERVAL = 0.73;
    private static final double REPETITION = 0.67;
    private static final double MARATHON_METRES = 42_195;
    private static final double RIEGEL_EXPONENT = 0.06;
    private static final double WALK_SECONDS_PER_KM = 660;

    public PaceEstimate(@Nullable Paces paces) {
        this(paces, USUAL_EASY_SECONDS_PER_KM);
    }

    public static PaceEstimate of(Optional<Paces> paces) {
        return new PaceEstimate(paces.orElse(null));
    }

    public double easySecondsPerKm() {
        if (paces == null) {
            return easyWithoutResult;
        }
        double slow = 1 / paces.easySlowestSecondsPerKm();
        double fast = 1 / paces.easyFastestSecondsPerKm();
        return 1 / (slow + (fast - slow) / 3);
    }

    public double secondsPerKm(Target target) {
        if (paces == null) {
            return easyWithoutResult * proportion(target);
        }
        return target.isZone(Zone.EASY) ? easySecondsPerKm() : paces.of(target).fastestSecondsPerKm();
    }

    public double secondsPerKm(Step.Stretch stretch) {
        if (stretch.kind() == StepKind.WALK) {
            return WALK_SECONDS_PER_KM;
        }
        if (stretch.kind() == StepKind.RECOVERY) {
            return paces == null ? easyWithoutResult : paces.easySlowestSecondsPerKm();
        }
        return stretch.target() != null ? secondsPerKm(stretch.target()) : effortSecondsPerKm(stretch);
    }

    private double effortSecondsPerKm(Step.Stretch stretch) {
        return switch (stretch.intensity()) {
            case LOW -> easySecondsPerKm();
            case MODERATE -> secondsPerKm(Target.zone(Zone.MARATHON));
            case HIGH ->
                secondsPerKm(Target.zone(stretch.kind() == StepKind.STRIDES ? Zone.REPETITION : Zone.THRESHOLD));
        };
    }

    private static double proportion(Target target) {
        return switch (target) {
            case Target.InZone in ->
                switch (in.zone()) {
                    case EASY -> 1;
                    case MARATHON -> MARATHON;
                    case THRESHOLD -> THRESHOLD;
                    case INTERVAL -> INTERVAL;
                    case REPETITION -> REPETITION;
                };
            case Target.AtRacePace race ->
                MARATHON * Math.pow(race.raceDistanceMetres() / MARATHON_METRES, RIEGEL_EXPONENT);
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
