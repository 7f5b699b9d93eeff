package run.harrier.load.recording.model;

import java.util.OptionalDouble;

/**
 * What a device itself wrote as the sums of an activity or a lap. Each figure it did not write is empty, and is then
 * taken from the samples.
 *
 * @param averageCadenceStepsPerMinute of both feet
 */
public record Totals(
        OptionalDouble distanceMetres,
        OptionalDouble movingSeconds,
        OptionalDouble elapsedSeconds,
        OptionalDouble elevationGainMetres,
        OptionalDouble averageHeartRateBpm,
        OptionalDouble maxHeartRateBpm,
        OptionalDouble averageCadenceStepsPerMinute) {
    public static Totals none() {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Totals(unknown, unknown, unknown, unknown, unknown, unknown, unknown);
    }
}
