package run.harrier.load.analysis.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A run in parts of twenty seconds of running each; standing still is left out, with the timer stopped or not. A part is
 * long enough that a single position says little, and short enough for a stride to be seen.
 */
final class RunningParts {
    static final double SECONDS = 20;

    private final double[] speeds;
    private final double[] metres;
    private final double[] clockSeconds;
    private final double[] sums;
    private final double[] squares;
    private final int count;

    private RunningParts(double[] speeds, double[] metres, double[] clockSeconds, int count) {
        this.speeds = speeds;
        this.metres = metres;
        this.clockSeconds = clockSeconds;
        this.count = count;
        sums = new double[count + 1];
        squares = new double[count + 1];
        for (int i = 0; i < count; i++) {
            sums[i + 1] = sums[i] + speeds[i];
            squares[i + 1] = squares[i] + speeds[i] * speeds[i];
        }
    }

    static RunningParts of(SampleIntervals intervals) {
        double running = IntStream.range(0, intervals.count())
                .filter(i -> !intervals.standing(i))
                .mapToDouble(intervals::seconds)
                .sum();
        int most = (int) (running / SECONDS) + 1;
        double[] speeds = new double[most];
        double[] metres = new double[most];
        double[] clock = new double[most];
        int count = 0;
        double seconds = 0;
        double adjusted = 0;
        double run = 0;
        for (int i = 0; i < intervals.count() && count < most; i++) {
            double left = intervals.standing(i) ? 0 : intervals.seconds(i);
            while (left > 0 && count < most) {
                double taken = Math.min(left, SECONDS - seconds);
                left -= taken;
                seconds += taken;
                run += taken * intervals.metres(i) / intervals.seconds(i);
                adjusted += taken * intervals.adjustedMetres(i) / intervals.seconds(i);
                if (seconds >= SECONDS) {
                    speeds[count] = adjusted / SECONDS;
                    metres[count] = run;
                    clock[count++] = intervals.fromMillis(i) / 1000.0 + intervals.seconds(i) - left;
                    seconds = 0;
                    adjusted = 0;
                }
            }
        }
        return new RunningParts(speeds, metres, clock, count);
    }

    /** The same run without its end. */
    RunningParts first(int parts) {
        return new RunningParts(speeds, metres, clockSeconds, parts);
    }

    int count() {
        return count;
    }

    /** Grade-adjusted, in metres per second. */
    double speed(int part) {
        return speeds[part];
    }

    /** Run since the start, until a part ends. */
    double metres(int part) {
        return metres[part];
    }

    double seconds() {
        return SECONDS * count;
    }

    /** How long the runner stood, or the timer did, between the first part and the last. */
    double restSeconds() {
        return count == 0 ? 0 : clockSeconds[count - 1] - clockSeconds[0] - (count - 1) * SECONDS;
    }

    double meanSpeed(int from, int until) {
        return (sums[until] - sums[from]) / (until - from);
    }

    /** What a share of the parts is slower than. */
    double speed(double slower, int from, int until) {
        double[] sorted = Arrays.copyOfRange(speeds, from, until);
        Arrays.sort(sorted);
        return sorted[(int) (slower * sorted.length)];
    }

    /** The sum of the squares of what the speeds differ from their mean. */
    double squaredDeviation(int from, int until) {
        double sum = sums[until] - sums[from];
        return until <= from ? 0 : Math.max(0, squares[until] - squares[from] - sum * sum / (until - from));
    }
}
