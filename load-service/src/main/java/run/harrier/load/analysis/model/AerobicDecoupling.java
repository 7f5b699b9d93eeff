package run.harrier.load.analysis.model;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Aerobic decoupling: how much less speed each heart beat gives in the second half of the steady part
 * than in the first, in percent; above 5 % is the usual line.
 *
 * <p>The steady part leaves out the warm-up and the cool-down: it runs from the first moment at 90 % or more of the median
 * heart rate and 75 % or more of the median speed of the run's first half to the last such moment of its second half, and
 * counts intervals with a heart rate. So a step in heart rate is no warm-up. Shorter than twenty
 * minutes says nothing. Nor does a run that was not steady: in each half, nine tenths of the time lie within 15 % of the
 * half's median grade-adjusted speed. Intervals, cruise intervals too, progression runs and fast finishes do not; a run
 * that fades does.
 */
final class AerobicDecoupling {
    private static final double WARM = 0.9;
    private static final double SWIFT = 0.75;
    private static final double SHORTEST_SECONDS = 20 * 60;
    private static final double ALIKE = 0.15;
    private static final double STEADY_SHARE = 0.9;

    private AerobicDecoupling() {}

    static OptionalDouble decouplingPercent(SampleIntervals intervals) {
        if (!intervals.hasDistance()) {
            return OptionalDouble.empty();
        }
        double[] speeds = intervals.steadySpeedsMetresPerSecond();
        int from = 0;
        int until = intervals.count();
        int half = middle(intervals, from, until);
        double warm = WARM * medianBpm(intervals, from, half);
        double swift = SWIFT * median(Arrays.copyOfRange(speeds, from, half));
        double warmAtTheEnd = WARM * medianBpm(intervals, half, until);
        double swiftAtTheEnd = SWIFT * median(Arrays.copyOfRange(speeds, half, until));
        while (from < half && (intervals.heartRateBpm(from) < warm || speeds[from] < swift)) {
            from++;
        }
        while (until > half
                && (intervals.heartRateBpm(until - 1) < warmAtTheEnd || speeds[until - 1] < swiftAtTheEnd)) {
            until--;
        }
        double time = seconds(intervals, from, until);
        if (time < SHORTEST_SECONDS) {
            return OptionalDouble.empty();
        }
        int middle = middle(intervals, from, until);
        return steady(intervals, speeds, from, middle) && steady(intervals, speeds, middle, until)
                ? decouplingPercent(intervals, from, until, time)
                : OptionalDouble.empty();
    }

    /** The first interval of the second half. */
    private static int middle(SampleIntervals intervals, int from, int until) {
        double time = seconds(intervals, from, until);
        int middle = from;
        for (double passed = 0; passed < time / 2; middle++) {
            passed += seconds(intervals, middle, middle + 1);
        }
        return middle;
    }

    /** With a heart rate. */
    private static double seconds(SampleIntervals intervals, int from, int until) {
        return IntStream.range(from, until)
                .filter(i -> intervals.heartRateBpm(i) > 0)
                .mapToDouble(intervals::seconds)
                .sum();
    }

    private static boolean steady(SampleIntervals intervals, double[] speeds, int from, int until) {
        double usual = median(Arrays.copyOfRange(speeds, from, until));
        double alike = 0;
        for (int i = from; i < until; i++) {
            alike += Math.abs(speeds[i] - usual) <= ALIKE * usual ? seconds(intervals, i, i + 1) : 0;
        }
        return alike >= STEADY_SHARE * seconds(intervals, from, until);
    }

    private static OptionalDouble decouplingPercent(SampleIntervals intervals, int from, int until, double time) {
        double[] metres = new double[2];
        double[] beats = new double[2];
        double passed = 0;
        for (int i = from; i < until; i++) {
            if (intervals.heartRateBpm(i) <= 0) {
                continue;
            }
            double seconds = intervals.seconds(i);
            double inFirst = seconds <= 0 ? 1 : Math.clamp((time / 2 - passed) / seconds, 0, 1);
            double beat = seconds * intervals.heartRateBpm(i) / 60;
            metres[0] += inFirst * intervals.adjustedMetres(i);
            metres[1] += (1 - inFirst) * intervals.adjustedMetres(i);
            beats[0] += inFirst * beat;
            beats[1] += (1 - inFirst) * beat;
            passed += seconds;
        }
        double first = metres[0] / beats[0];
        double second = metres[1] / beats[1];
        return first > 0 ? OptionalDouble.of(100 * (first - second) / first) : OptionalDouble.empty();
    }

    private static double medianBpm(SampleIntervals intervals, int from, int until) {
        return median(IntStream.range(from, until)
                .map(intervals::heartRateBpm)
                .filter(bpm -> bpm > 0)
                .asDoubleStream()
                .toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
