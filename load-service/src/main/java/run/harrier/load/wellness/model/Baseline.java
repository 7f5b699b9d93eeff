package run.harrier.load.wellness.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * An athlete's own usual value: the median of the 28 days before, and the spread around it, the median
 * distance from the median scaled to a standard deviation. At least seven values of the figure, else there is no baseline.
 */
record Baseline(double median, double spread) {
    static final int DAYS = 28;
    static final int ENTRIES = 7;
    private static final double TO_STANDARD_DEVIATION = 1.4826;

    static Optional<Baseline> of(DoubleStream values) {
        var sorted = values.sorted().toArray();
        if (sorted.length < ENTRIES) {
            return Optional.empty();
        }
        var middle = median(sorted);
        var apart = Arrays.stream(sorted)
                .map(value -> Math.abs(value - middle))
                .sorted()
                .toArray();
        return Optional.of(new Baseline(middle, TO_STANDARD_DEVIATION * median(apart)));
    }

    private static double median(double[] sorted) {
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
