package run.harrier.load.diary.model;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import run.harrier.load.scoring.model.TimeInZones;

/**
 * The intensities of the runs of a span: the 80/20 rule (S21) and the grey zone (S22), judged by D2 as the plan's are.
 *
 * @param runs those whose intensity is known
 * @param hardRuns of them
 * @param moderateSeconds marathon pace and the gap up to threshold, prescribed or not
 * @param unplannedModerateSeconds what of it no plan had asked for
 */
public record Diary(
        int runs,
        int hardRuns,
        double lowSeconds,
        double moderateSeconds,
        double highSeconds,
        double unplannedModerateSeconds) {
    private static final double MOST_HARD_RUNS = 0.28;
    private static final double MOST_HIGH_TIME = 0.20;
    private static final double MOST_GREY_TIME = 0.10;

    /**
     * One run's seconds at each intensity.
     *
     * @param prescribedModerateSeconds how much of the moderate running the plan had asked for
     * @param hardSession a race, a test, or a hard session of the plan that was not run easy: hard whatever its seconds
     *     say
     */
    public record Run(
            double lowSeconds,
            double moderateSeconds,
            double highSeconds,
            double prescribedModerateSeconds,
            boolean hardSession) {
        private static final double HARD_SECONDS = 5 * 60;
        private static final double NOT_EASY_SECONDS = 60;
        private static final int HIGHEST_EASY_RPE = 4;
        private static final int HIGHEST_MODERATE_RPE = 6;

        public Run {
            prescribedModerateSeconds = Math.min(moderateSeconds, prescribedModerateSeconds);
        }

        /** Empty when neither pace, heart rate nor effort tells how hard it was. */
        public static Optional<Run> of(
                Optional<TimeInZones> zones, double seconds, OptionalInt rpe, Prescription asked) {
            if (asked.raced()) {
                return Optional.of(raced(zones, seconds));
            }
            return zones.isPresent()
                    ? zones.map(in -> byZones(in, asked))
                    : rpe.stream()
                            .mapToObj(effort -> byRpe(seconds, effort, asked))
                            .findFirst();
        }

        /** D2: hard as a whole, but for what was easy on the way there and back. */
        private static Run raced(Optional<TimeInZones> zones, double seconds) {
            return zones.map(in -> new Run(in.lowSeconds(), 0, in.moderateSeconds() + in.highSeconds(), 0, true))
                    .orElseGet(() -> new Run(0, 0, seconds, 0, true));
        }

        private static Run byZones(TimeInZones in, Prescription asked) {
            return new Run(
                    in.lowSeconds(),
                    in.moderateSeconds(),
                    in.highSeconds(),
                    asked.moderateSeconds(),
                    asked.quality() && in.moderateSeconds() + in.highSeconds() >= NOT_EASY_SECONDS);
        }

        /**
         * A run of which only the effort is known: all of it at that effort (S5). One effort for a whole session cannot
         * say which part was moderate, so in a hard session of the plan all of it was asked for.
         */
        private static Run byRpe(double seconds, int rpe, Prescription asked) {
            boolean easy = rpe <= HIGHEST_EASY_RPE;
            boolean high = rpe > HIGHEST_MODERATE_RPE;
            return new Run(
                    easy ? seconds : 0,
                    easy || high ? 0 : seconds,
                    high ? seconds : 0,
                    asked.quality() ? seconds : asked.moderateSeconds(),
                    asked.quality() && !easy);
        }

        /** S21. Strides do not make a run hard (D5): five minutes at threshold or faster do. */
        public boolean hard() {
            return hardSession || highSeconds >= HARD_SECONDS;
        }

        public double seconds() {
            return lowSeconds + moderateSeconds + highSeconds;
        }

        public double unplannedModerateSeconds() {
            return moderateSeconds - prescribedModerateSeconds;
        }

        /** S22. Where a span is grey, at least one of its runs is. */
        public boolean grey() {
            return unplannedModerateSeconds() > MOST_GREY_TIME * seconds();
        }
    }

    public static Diary of(Collection<Run> runs) {
        return new Diary(
                runs.size(),
                (int) runs.stream().filter(Run::hard).count(),
                sum(runs, Run::lowSeconds),
                sum(runs, Run::moderateSeconds),
                sum(runs, Run::highSeconds),
                sum(runs, Run::unplannedModerateSeconds));
    }

    private static double sum(Collection<Run> runs, ToDoubleFunction<Run> seconds) {
        return runs.stream().mapToDouble(seconds).sum();
    }

    public double prescribedModerateSeconds() {
        return moderateSeconds - unplannedModerateSeconds;
    }

    /** Empty without a run, as the other shares without any time. */
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
