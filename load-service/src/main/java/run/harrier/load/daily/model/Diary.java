package run.harrier.load.daily.model;

import java.util.List;

/**
 * The intensities of the runs of a span: the 80/20 rule (S21) and the grey zone (S22), judged by D2.
 *
 * @param runs those whose intensity is known
 * @param hardRunShare at most 0.28
 * @param highTimeShare at most 0.20
 * @param moderateTimeShare marathon pace and the gap up to threshold, prescribed or not
 * @param unplannedModerateShare what of it no plan asked for
 */
public record Diary(
        int runs,
        double hardRunShare,
        double lowTimeShare,
        double moderateTimeShare,
        double highTimeShare,
        double unplannedModerateShare) {
    private static final double MOST_HARD_RUNS = 0.28;
    private static final double MOST_HIGH_TIME = 0.20;
    private static final double MOST_GREY_TIME = 0.10;

    /**
     * One run's seconds at each intensity.
     *
     * @param prescribedModerateSeconds how much moderate running the plan asked for
     * @param race a race or test, which counts as hard whatever its seconds say
     */
    public record Run(
            double lowSeconds,
            double moderateSeconds,
            double highSeconds,
            double prescribedModerateSeconds,
            boolean race) {
        private static final double HARD_SECONDS = 5 * 60;

        /** A run of which only the effort is known: all of it at that effort (S5). */
        public static Run byRpe(double seconds, int rpe, double prescribedModerateSeconds, boolean race) {
            return new Run(
                    rpe <= 4 ? seconds : 0,
                    rpe > 4 && rpe <= 6 ? seconds : 0,
                    rpe > 6 ? seconds : 0,
                    prescribedModerateSeconds,
                    race);
        }

        /** Strides do not make a run hard (D5): five minutes at threshold or faster do. */
        public boolean hard() {
            return race || highSeconds >= HARD_SECONDS;
        }
    }

    public static Diary of(List<Run> runs) {
        double low = runs.stream().mapToDouble(Run::lowSeconds).sum();
        double moderate = runs.stream().mapToDouble(Run::moderateSeconds).sum();
        double high = runs.stream().mapToDouble(Run::highSeconds).sum();
        double unplanned = runs.stream()
                .mapToDouble(run -> Math.max(0, run.moderateSeconds() - run.prescribedModerateSeconds()))
                .sum();
        double all = low + moderate + high;
        long hard = runs.stream().filter(Run::hard).count();
        return new Diary(
                runs.size(),
                share((double) hard, runs.size()),
                share(low, all),
                share(moderate, all),
                share(high, all),
                share(unplanned, all));
    }

    private static double share(double part, double all) {
        return all <= 0 ? 0 : part / all;
    }

    /** S21 as D2 judges it. */
    public boolean holds() {
        return hardRunShare <= MOST_HARD_RUNS && highTimeShare <= MOST_HIGH_TIME;
    }

    /** S22: much running that is neither easy nor hard, and that no plan asked for. */
    public boolean grey() {
        return unplannedModerateShare > MOST_GREY_TIME;
    }
}
