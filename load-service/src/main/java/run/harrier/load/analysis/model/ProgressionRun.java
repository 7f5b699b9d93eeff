package run.harrier.load.analysis.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A continuous run that goes from less to more intense (S67 to S71, D41), with the kind that fits it best. Its cool-down is cut
 * off first. What is left never gets slower for long, and its thirds get faster by 2 % or more each; a fast finish need
 * not, for before it the pace is even: its last 5 to 15 min are faster by 5 % or more, three
 * quarters of them at least: strides are none.
 *
 * @param thirdsSecondsPerKm grade-adjusted, without the cool-down and without standing
 */
public record ProgressionRun(ProgressionKind kind, List<Double> thirdsSecondsPerKm) {
    public enum ProgressionKind {
        /** Even, then even and faster (S68). */
        NEGATIVE_SPLIT,
        /** Faster from mile to mile, or all the way (S69). */
        EACH_MILE_FASTER,
        /** Three even parts, each faster (S70). */
        THIRDS,
        /** Even, and faster at the end (S71). */
        FAST_FINISH
    }

    private static final int MINUTE = (int) (60 / RunningParts.SECONDS);
    /** From here a run is long enough to be one. */
    private static final int LEAST_PARTS = 15 * MINUTE;

    private static final double MILE_METRES = 1609.344;
    /** Standing, over the time running: traffic lights are no rests (S67). */
    private static final double MOST_STANDING = 0.05;
    /** Of the level so far: slower than this is a fall. */
    private static final double FALL = 0.88;

    private static final double MOST_FALLS = 0.05;
    /** The speed of a third, over that of the third before. */
    private static final double FASTER = 1 / 0.98;

    private static final int MOST_COOL_DOWN = 15 * MINUTE;
    /** Of the fastest three minutes: what is slower behind them is the cool-down. */
    private static final double COOL = 0.92;
    /** A longer cool-down is that of a tempo run, whose pace rises once and not at its end. */
    private static final int COOL_DOWN_OF_FINISH = 6 * MINUTE;

    private static final int SHORTEST_FINISH = 5 * MINUTE;
    private static final int LONGEST_FINISH = 15 * MINUTE;
    /** What is longer, over the run, is its second half. */
    private static final double MOST_OF_RUN = 0.43;

    private static final double FASTER_FINISH = 1.05;
    /** No track is more exact than this, over the speed. */
    private static final double LEAST_NOISE = 0.015;

    public ProgressionRun {
        thirdsSecondsPerKm = List.copyOf(thirdsSecondsPerKm);
    }

    /** Empty for what is none, and where no distance is known. */
    public static Optional<ProgressionRun> of(SampleIntervals intervals) {
        var whole = RunningParts.of(intervals);
        var run = whole.first(whole.count() - coolDown(whole));
        if (!intervals.hasDistance() || run.count() < LEAST_PARTS || !continuous(run)) {
            return Optional.empty();
        }
        double[] level = rising(run);
        if (falls(run, level) > MOST_FALLS * run.count()) {
            return Optional.empty();
        }
        return kind(run, level, whole.count() - run.count()).map(kind -> new ProgressionRun(kind, thirds(run)));
    }

    /** The parts after the last fast one. */
    private static int coolDown(RunningParts run) {
        int window = 3 * MINUTE;
        double fastest = IntStream.rangeClosed(0, run.count() - window)
                .mapToDouble(from -> run.meanSpeed(from, from + window))
                .max()
                .orElse(0);
        int end = run.count();
        while (end > MINUTE && run.meanSpeed(end - MINUTE, end) < COOL * fastest) {
            end--;
        }
        int slower = run.count() - end;
        return slower <= Math.min(MOST_COOL_DOWN, run.count() / 3) ? slower : 0;
    }

    private static boolean continuous(RunningParts run) {
        return run.restSeconds() <= MOST_STANDING * run.seconds() + 60;
    }

    /** The speeds that fit best among those that never fall: neighbours that do are put together. */
    private static double[] rising(RunningParts run) {
        double[] sums = new double[run.count()];
        int[] counts = new int[run.count()];
        int blocks = 0;
        for (int i = 0; i < run.count(); i++) {
            sums[blocks] = run.speed(i);
            counts[blocks++] = 1;
            while (blocks > 1 && sums[blocks - 2] / counts[blocks - 2] >= sums[blocks - 1] / counts[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                counts[blocks - 2] += counts[blocks - 1];
                blocks--;
            }
        }
        double[] level = new double[run.count()];
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < counts[block]; i++) {
                level[next++] = sums[block] / counts[block];
            }
        }
        return level;
    }

    /** The minutes that are much slower than what came before. */
    private static long falls(RunningParts run, double[] level) {
        return IntStream.rangeClosed(MINUTE, run.count())
                .filter(end -> run.meanSpeed(end - MINUTE, end) < FALL * level[end - MINUTE / 2 - 1])
                .count();
    }

    private static List<Double> thirds(RunningParts run) {
        return IntStream.range(0, 3)
                .mapToObj(third -> 1000 / run.meanSpeed(run.count() * third / 3, run.count() * (third + 1) / 3))
                .toList();
    }

    /** Of two levels, three even ones and one for each mile the one that describes the run best. */
    private static Optional<ProgressionKind> kind(RunningParts run, double[] level, int coolDown) {
        int count = run.count();
        var thirds = thirds(run);
        boolean progress = thirds.get(0) >= FASTER * thirds.get(1) && thirds.get(1) >= FASTER * thirds.get(2);
        double noise = noise(run, level);
        int turn = IntStream.rangeClosed(SHORTEST_FINISH, count - SHORTEST_FINISH)
                .boxed()
                .min((one, other) -> Double.compare(misfit(run, one), misfit(run, other)))
                .orElseThrow();
        double two = cost(run, noise, turn);
        double three = cost(run, noise, count / 3, 2 * count / 3);
        double miles = cost(run, noise, miles(run));
        if (!progress || two <= Math.min(three, miles)) {
            return coolDown > COOL_DOWN_OF_FINISH ? Optional.empty() : ofTwoLevels(run, turn, progress);
        }
        return Optional.of(three <= miles ? ProgressionKind.THIRDS : ProgressionKind.EACH_MILE_FASTER);
    }

    private static Optional<ProgressionKind> ofTwoLevels(RunningParts run, int turn, boolean progress) {
        int finish = run.count() - turn;
        if (finish <= LONGEST_FINISH && finish < MOST_OF_RUN * run.count()) {
            return Optional.of(ProgressionKind.FAST_FINISH)
                    .filter(kind -> run.speed(0.25, turn, run.count()) >= FASTER_FINISH * run.speed(0.5, 0, turn));
        }
        return Optional.of(ProgressionKind.NEGATIVE_SPLIT).filter(kind -> progress);
    }

    /** The variance of a part. */
    private static double noise(RunningParts run, double[] level) {
        double least = LEAST_NOISE * run.meanSpeed(0, run.count());
        double around = IntStream.range(0, run.count())
                .mapToDouble(i -> square(run.speed(i) - level[i]))
                .average()
                .orElse(0);
        return Math.max(square(least), around);
    }

    /** How badly even levels between these bounds describe the run: more levels must be worth it. */
    private static double cost(RunningParts run, double noise, int... bounds) {
        return misfit(run, bounds) / noise + 2 * (bounds.length + 1) * Math.log(run.count());
    }

    /** The squares of what the speeds differ from the mean between two bounds. */
    private static double misfit(RunningParts run, int... bounds) {
        double sum = 0;
        for (int i = 0; i <= bounds.length; i++) {
            sum += run.squaredDeviation(i == 0 ? 0 : bounds[i - 1], i == bounds.length ? run.count() : bounds[i]);
        }
        return sum;
    }

    /** Where each mile ends, but the last, which may be longer by half of one. */
    private static int[] miles(RunningParts run) {
        double end = run.metres(run.count() - 1);
        return IntStream.rangeClosed(1, (int) Math.max(0, end / MILE_METRES - 0.5))
                .map(mile -> (int) IntStream.range(0, run.count())
                        .filter(i -> run.metres(i) <= mile * MILE_METRES)
                        .count())
                .toArray();
    }

    private static double square(double value) {
        return value * value;
    }
}
