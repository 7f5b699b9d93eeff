package run.harrier.load.series.model;

import java.util.stream.DoubleStream;

/**
 * Foster's monotony, the mean of seven daily loads over their population standard deviation, rest days included, at most
 * 10; and strain, the week's load times the monotony. A week without load is neither.
 */
public record Monotony(double value, double strain) {
    private static final double MOST = 10;

    static Monotony of(double[] week) {
        var sum = DoubleStream.of(week).sum();
        var mean = sum / week.length;
        var variance =
                DoubleStream.of(week).map(load -> (load - mean) * (load - mean)).sum() / week.length;
        var value = mean <= 0 ? 0 : Math.min(MOST, mean / Math.sqrt(variance));
        return new Monotony(value, sum * value);
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
