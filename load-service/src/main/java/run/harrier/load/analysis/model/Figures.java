package run.harrier.load.analysis.model;

import java.util.OptionalDouble;

/**
 * What was done, in numbers: of a whole activity or of one lap. The device's own figure where it wrote one, else from
 * the samples; empty where both are missing.
 *
 * @param movingSeconds with the timer running
 * @param averageCadenceStepsPerMinute of both feet
 * @param gradeAdjustedMetresPerSecond needs heights
 */
public record Figures(
        OptionalDouble distanceMetres,
        double movingSeconds,
        double elapsedSeconds,
        OptionalDouble elevationGainMetres,
        OptionalDouble averageHeartRateBpm,
        OptionalDouble maxHeartRateBpm,
        OptionalDouble averageCadenceStepsPerMinute,
        OptionalDouble gradeAdjustedMetresPerSecond) {

    /** Of an activity entered without a file (U21). */
    public static Figures entered(double durationSeconds, OptionalDouble distanceMetres) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Figures(
                distanceMetres, durationSeconds, durationSeconds, unknown, unknown, unknown, unknown, unknown);
    }

    public OptionalDouble metresPerSecond() {
        return distanceMetres.isPresent() && movingSeconds > 0
                ? OptionalDouble.of(distanceMetres.getAsDouble() / movingSeconds)
                : OptionalDouble.empty();
    }

    /** Absent when hardly any ground was covered: a pace of hours says nothing. */
    public OptionalDouble gradeAdjustedPaceSecondsPerKm() {
        return gradeAdjustedMetresPerSecond.isPresent() && gradeAdjustedMetresPerSecond.getAsDouble() >= 0.1
                ? OptionalDouble.of(1000 / gradeAdjustedMetresPerSecond.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Speed as effort: grade-adjusted, or as it was where no heights are known. */
    public OptionalDouble effortMetresPerSecond() {
        return gradeAdjustedMetresPerSecond.isPresent() ? gradeAdjustedMetresPerSecond : metresPerSecond();
    }
}
