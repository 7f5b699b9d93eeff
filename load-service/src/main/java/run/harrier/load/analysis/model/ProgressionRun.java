package run.harrier.load.analysis.model;

import java.util.List;
import java.util.Optional;

/**
 * A continuous run whose thirds get faster by 2 % or more each (D41), and the kind that fits it best.
 *
 * @param thirdsSecondsPerKm grade-adjusted
 */
public record ProgressionRun(ProgressionKind kind, List<Double> thirdsSecondsPerKm) {
    /** From here a run is long enough to be one. */
    private static final double LEAST_SECONDS = 15 * 60;
    /** Standing still, over the time moving: traffic lights are no rests (S67). */
    private static final double MOST_STANDING = 0.05;

    private static final double EVEN = 1.035;
    private static final int PARTS = 6;

    public enum ProgressionKind {
        /** Even, then even and faster (S68). */
        NEGATIVE_SPLIT,
        /** Faster all the way (S69). */
        EACH_MILE_FASTER,
        /** Three even parts, each faster (S70). */
        THIRDS,
        /** Most of it at the end (S71). */
        FAST_FINISH
    }

    public ProgressionRun {
        thirdsSecondsPerKm = List.copyOf(thirdsSecondsPerKm);
    }

    /** The paces of six equal parts of a run's time, in seconds per kilometre; empty when unknown. */
    public static List<Double> sixths(SampleIntervals intervals) {
        return PaceByThirds.secondsPerKm(intervals, PARTS);
    }

    /** Empty for what is none. */
    public static Optional<ProgressionRun> of(
            List<Double> thirds, List<Double> sixths, double movingSeconds, double elapsedSeconds) {
        boolean continuous = elapsedSeconds - movingSeconds <= MOST_STANDING * movingSeconds + 60;
        return sixths.size() == PARTS && continuous && movingSeconds >= LEAST_SECONDS && PaceByThirds.progress(thirds)
                ? Optional.of(new ProgressionRun(kind(sixths), thirds))
                : Optional.empty();
    }

    private static ProgressionKind kind(List<Double> sixths) {
        if (even(sixths.subList(0, 3)) && even(sixths.subList(3, PARTS))) {
            return ProgressionKind.NEGATIVE_SPLIT;
        }
        if (even(sixths.subList(0, 2)) && even(sixths.subList(2, 4)) && even(sixths.subList(4, PARTS))) {
            return ProgressionKind.THIRDS;
        }
        double gained = sixths.getFirst() - sixths.getLast();
        return sixths.get(4) - sixths.getLast() > gained / 2
                ? ProgressionKind.FAST_FINISH
                : ProgressionKind.EACH_MILE_FASTER;
    }

    private static boolean even(List<Double> parts) {
        double fastest = parts.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double slowest = parts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return slowest <= EVEN * fastest;
    }
}
