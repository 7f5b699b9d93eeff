package run.harrier.load.activity;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Streams.Column;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/** What a device recorded over time; a stream that it did not record, or that was not asked for, is absent. */
record StreamsView(
        @Nullable Stream distanceMetres,
        @Nullable Stream altitudeMetres,
        @Nullable Stream heartRateBpm,

        @Schema(description = "Of both feet") @Nullable Stream cadenceStepsPerMinute,

        @Nullable Stream latitudeDegrees,
        @Nullable Stream longitudeDegrees) {

    static final int FEWEST_POINTS = 100;
    static final int MOST_POINTS = 10_000;

    /**
     * @param seconds since the start, one for each value
     */
    record Stream(List<Double> seconds, List<Double> values) {}

    /**
     * Which streams, and how finely.
     *
     * @param most points of each stream
     */
    record Wish(Set<String> names, int most) {
        private static final List<String> ALL = Arrays.stream(StreamsView.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        /**
         * All streams and all points unless asked otherwise; a 400 problem for a name that is none.
         *
         * @param keys names between commas
         */
        static Wish of(@Nullable String keys, @Nullable Integer resolution) {
            var names = keys == null ? ALL : Arrays.asList(keys.split(",", -1));
            if (!ALL.containsAll(names)) {
                throw ProblemException.malformed(
                        "There is no such stream.", new Problem.InvalidParam("keys", "only " + String.join(", ", ALL)));
            }
            return new Wish(Set.copyOf(names), resolution == null ? Integer.MAX_VALUE : resolution);
        }
    }

    static StreamsView of(Streams streams, Wish wish) {
        return new StreamsView(
                stream(streams, Column.DISTANCE_CENTIMETRES, 100, "distanceMetres", wish),
                stream(streams, Column.ALTITUDE_CENTIMETRES, 100, "altitudeMetres", wish),
                stream(streams, Column.HEART_RATE_BPM, 1, "heartRateBpm", wish),
                stream(streams, Column.CADENCE_STEPS_PER_MINUTE, 1, "cadenceStepsPerMinute", wish),
                stream(streams, Column.LATITUDE_E7, 1e7, "latitudeDegrees", wish),
                stream(streams, Column.LONGITUDE_E7, 1e7, "longitudeDegrees", wish));
    }

    private static @Nullable Stream stream(Streams streams, Column column, double divisor, String name, Wish wish) {
        if (!streams.has(column) || !wish.names().contains(name)) {
            return null;
        }
        var known = IntStream.range(0, streams.size())
                .filter(i -> streams.value(column, i) != Streams.MISSING)
                .toArray();
        var picked = picked(known, wish.most());
        return new Stream(
                IntStream.of(picked).mapToObj(i -> streams.millis(i) / 1000.0).toList(),
                IntStream.of(picked)
                        .mapToObj(i -> streams.value(column, i) / divisor)
                        .toList());
    }

    /** As many as asked for, evenly, with the first and the last. */
    private static int[] picked(int[] samples, int most) {
        return samples.length <= most
                ? samples
                : IntStream.range(0, most)
                        .map(i -> samples[(int) Math.round((double) i * (samples.length - 1) / (most - 1))])
                        .toArray();
    }
}
