package run.harrier.load.series.model;

import java.util.stream.DoubleStream;

/**
 * Foster's monotony, the mean of seven daily running loads over their population standard deviation, rest days included, at
 * most 10; and strain, the week's load of all sports times the monotony. A week without load is neither.
 */
public record Monotony(double value, double strain) {
    private static final double MOST = 10;

    /** @param weekLoad of all sports: rides make no running week more alike, but they strain (U21) */
    static Monotony of(double[] running, double weekLoad) {
        var mean = DoubleStream.of(running).sum() / running.length;
        var variance = DoubleStream.of(running)
                        .map(load -> (load - mean) * (load - mean))
                        .sum()
                / running.length;
        var value = mean <= 0 ? 0 : Math.min(MOST, mean / Math.sqrt(variance));
        return new Monotony(value, weekLoad * value);
    }

    /** From 1.5 on. */
    public boolean worthWatching() {
        return value >= 1.5;
    }

    /** From 2.0 on. */
    public boolean worthWarning() {
        return value >= 2.0;
    }
}
