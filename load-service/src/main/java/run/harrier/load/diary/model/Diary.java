package run.harrier.load.diary.model;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The intensities of the runs of a span: the 80/20 rule (S21) and the grey zone (S22), judged by D2 as the plan's are.
 *
 * @param runs how many have a known intensity
 * @param hardRuns how many of them were hard
 * @param tooHardForEasyRuns how many were meant to be easy and were too hard for it (D45)
 * @param moderateSeconds marathon pace and the gap up to threshold, prescribed or not
 * @param unplannedModerateSeconds the part of them that no plan had asked for
 */
public record Diary(
        int runs,
        int hardRuns,
        int tooHardForEasyRuns,
        double lowSeconds,
        double moderateSeconds,
        double highSeconds,
        double unplannedModerateSeconds) {
    private static final double MOST_HARD_RUNS = 0.28;
    private static final double MOST_HIGH_TIME = 0.20;
    static final double MOST_GREY_TIME = 0.10;

    public static Diary of(Collection<RunIntensity> runs) {
        return new Diary(
                runs.size(),
                (int) runs.stream().filter(RunIntensity::hard).count(),
                (int) runs.stream().filter(RunIntensity::tooHardForEasy).count(),
                sum(runs, RunIntensity::lowSeconds),
                sum(runs, RunIntensity::moderateSeconds),
                sum(runs, RunIntensity::highSeconds),
                sum(runs, RunIntensity::unplannedModerateSeconds));
    }

    private static double sum(Collection<RunIntensity> runs, ToDoubleFunction<RunIntensity> seconds) {
        return runs.stream().mapToDouble(seconds).sum();
    }

    public double prescribedModerateSeconds() {
        return moderateSeconds - unplannedModerateSeconds;
    }

    /** Empty without a run, as the other shares are without any time. */
    public OptionalDouble hardShare() {
        return share(hardRuns, runs);
    }

    public OptionalDouble lowTimeShare() {
        return share(lowSeconds, seconds());
    }

    public OptionalDouble moderateTimeShare() {
        return share(moderateSeconds, seconds());
    }

    public OptionalDouble hardTimeShare() {
        return share(highSeconds, seconds());
    }

    public OptionalDouble unplannedModerateTimeShare() {
        return share(unplannedModerateSeconds, seconds());
    }

    private double seconds() {
        return lowSeconds + moderateSeconds + highSeconds;
    }

    private static OptionalDouble share(double part, double all) {
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(part / all);
    }

    /** S21 as D2 judges it: up to 28 % of the sessions and 20 % of the time. */
    public boolean holds() {
        return hardShare().orElse(0) <= MOST_HARD_RUNS && hardTimeShare().orElse(0) <= MOST_HIGH_TIME;
    }

    /** S22: much running that is neither easy nor hard, and that no plan asked for. */
    public boolean grey() {
        return unplannedModerateTimeShare().orElse(0) > MOST_GREY_TIME;
    }
}
