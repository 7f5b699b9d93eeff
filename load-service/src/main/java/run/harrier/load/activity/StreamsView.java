package run.harrier.load.activity;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Streams.Column;

/** What a device recorded over time; a stream that it did not record is absent. */
record StreamsView(
        @Nullable Stream distanceMetres,
        @Nullable Stream altitudeMetres,
        @Nullable Stream heartRateBpm,

        @Schema(description = "Of both feet") @Nullable Stream cadenceStepsPerMinute,

        @Nullable Stream latitudeDegrees,
        @Nullable Stream longitudeDegrees) {

    /**
     * @param seconds since the start, one for each value
     */
    record Stream(List<Double> seconds, List<Double> values) {}

    static StreamsView of(Streams streams) {
        return new StreamsView(
                stream(streams, Column.DISTANCE_CENTIMETRES, 100),
                stream(streams, Column.ALTITUDE_CENTIMETRES, 100),
                stream(streams, Column.HEART_RATE_BPM, 1),
                stream(streams, Column.CADENCE_STEPS_PER_MINUTE, 1),
                stream(streams, Column.LATITUDE_E7, 1e7),
                stream(streams, Column.LONGITUDE_E7, 1e7));
    }

    private static @Nullable Stream stream(Streams streams, Column column, double divisor) {
        if (!streams.has(column)) {
            return null;
        }
        var known = IntStream.range(0, streams.size())
                .filter(i -> streams.value(column, i) != Streams.MISSING)
                .toArray();
        return new Stream(
                IntStream.of(known).mapToObj(i -> streams.millis(i) / 1000.0).toList(),
                IntStream.of(known)
                        .mapToObj(i -> streams.value(column, i) / divisor)
                        .toList());
    }
}
