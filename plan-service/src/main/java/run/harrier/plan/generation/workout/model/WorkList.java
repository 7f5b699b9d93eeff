package run.harrier.plan.generation.workout.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** The sessions there are of each kind, in round numbers (D27): so many repetitions of so much. */
final class WorkList {
    private static final double HALF_MARATHON_METRES = 21_097.5;
    private static final double[] REPETITION_METRES = {200, 300, 400};
    private static final int[] HILL_SECONDS = {60, 30, 90};
    /** Counts of short repetitions as coaches write them. */
    private static final Set<Integer> SHORT_COUNTS = Set.of(3, 4, 5, 6, 8, 10, 12, 16);

    private static final int SHORT_METRES = 400;
    private static final int OPENER_SECONDS = 5 * 60;
    private static final int OPENER_TIMES = 3;
    private static final int[] INTERVAL_SECONDS = {180, 240, 300, 210, 270};
    private static final double[] INTERVAL_METRES = {1000, 800, 1200};
    private static final int[] TEMPO_SECONDS = {1200, 1500, 1800, 2100, 2400};
    private static final int[] CRUISE_SECONDS = {300, 360, 480, 600};
    private static final int[] STEADY_SECONDS = {600, 480, 720, 900, 360, 1200, 300};
    private static final double[] LADDER_METRES = {200, 400, 800, 1600, 2000};
    static final int LEAST_TEMPO_SECONDS = 600;
    static final int LONGEST_TEMPO_SECONDS = 2400;
    private static final int LONGEST_REST_AT_RACE_PACE_SECONDS = 120;

    private static final Rpe HILL_EFFORT = new Rpe(7, 8);

    private static final double MOST_METRES = 16_000;

    private final PaceEstimate estimate;
    private final PlanPolicy policy;
    private final double raceMetres;

    WorkList(PaceEstimate estimate, PlanPolicy policy, double raceMetres) {
        this.estimate = estimate;
        this.policy = policy;
        this.raceMetres = raceMetres;
    }

    /** Of a kind, on a rung of the ladder (S32). */
    List<Workout> of(WorkKind kind, int rung) {
        var all = new ArrayList<Workout>();
        switch (kind) {
            case HILLS -> hills(all);
            case REPETITIONS -> {
                for (double metres : REPETITION_METRES) {
                    distances(
                            all, kind, metres, 3, MOST_METRES, Target.zone(Zone.REPETITION), metres == 200 ? 200 : 400);
                }
            }
            case INTERVALS -> intervals(all);
            case TEMPO -> tempo(all);
            case RACE_PACE -> racePaces(all);
            case HALF_MARATHON_PACE -> steady(all);
            case LADDER -> distances(all, kind, LADDER_METRES[rung], 2, MOST_METRES, Target.racePace(5_000), 0);
            case LONG_WITH_MARATHON_PACE, PROGRESSION -> {}
        }
        return all;
    }

    /**
     * A reminder of the race's pace days before it, as much as the week has room for: with a distance focus, or before a
     * half marathon and more, at a pace below it; empty where it would be too little to be worth a warm-up.
     */
    Optional<Workout> opener(double weekMetres, boolean steady) {
        var all = new ArrayList<Workout>();
        if (raceMetres > 12_000 || steady) {
            for (int times = 2; times <= OPENER_TIMES; times++) {
                time(all, WorkKind.HALF_MARATHON_PACE, OPENER_SECONDS, times, 0.2 * weekMetres, steadyTarget(), 60);
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }
        double metres = raceMetres <= 3_000 ? 200 : raceMetres <= 6_000 ? 800 : 1000;
        double share = raceMetres <= 6_000 ? 0.15 : 0.2;
        double most = Math.min(share * weekMetres, (raceMetres <= 3_000 ? 6 : OPENER_TIMES) * metres);
        distances(all, WorkKind.RACE_PACE, metres, 2, most, Target.racePace(raceMetres), 0);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    static int rungs() {
        return LADDER_METRES.length;
    }

    private void hills(List<Workout> all) {
        for (int seconds : HILL_SECONDS) {
            for (int times = seconds == 30 ? 8 : 4; times * seconds <= policy.hillSeconds() && times <= 12; times++) {
                if (!SHORT_COUNTS.contains(times)) {
                    continue;
                }
                var step = new Step.Stretch(StepKind.RUN, Extent.seconds(seconds), null, HILL_EFFORT);
                int rest = seconds == 30 ? 90 : seconds + 60;
                all.add(new Workout(
                        WorkKind.HILLS,
                        times,
                        seconds,
                        (double) times * seconds,
                        (double) times * seconds,
                        true,
                        List.of(Step.repeat(times, step, Step.recovery(Extent.seconds(rest))))));
            }
        }
    }

    private void intervals(List<Workout> all) {
        var target = Target.zone(Zone.INTERVAL);
        for (int seconds : INTERVAL_SECONDS) {
            times(all, WorkKind.INTERVALS, seconds, 2, target, seconds);
        }
        for (double metres : INTERVAL_METRES) {
            double seconds = metres * pace(target);
            if (seconds >= 180 && seconds <= 300) {
                distances(all, WorkKind.INTERVALS, metres, 2, MOST_METRES, target, 0);
            }
        }
    }

    private void tempo(List<Workout> all) {
        var target = Target.zone(Zone.THRESHOLD);
        for (int seconds : TEMPO_SECONDS) {
            double metres = seconds / pace(target);
            if (metres <= MOST_METRES) {
                all.add(new Workout(
                        WorkKind.TEMPO,
                        1,
                        seconds,
                        metres,
                        seconds,
                        true,
                        List.of(Step.run(Extent.seconds(seconds), Zone.THRESHOLD))));
            }
        }
        for (int seconds : CRUISE_SECONDS) {
            for (int times = 2; times * seconds <= LONGEST_TEMPO_SECONDS; times++) {
                if (times * seconds >= LEAST_TEMPO_SECONDS) {
                    time(all, WorkKind.TEMPO, seconds, times, MOST_METRES, target, seconds <= 360 ? 60 : 120);
                }
            }
        }
    }

    private void steady(List<Workout> all) {
        var target = steadyTarget();
        for (int seconds : STEADY_SECONDS) {
            for (int times = 1; times <= 6; times++) {
                boolean round = times > 1 || seconds % 300 == 0;
                if (round && times * seconds >= 600 && times * seconds <= 3000) {
                    time(all, WorkKind.HALF_MARATHON_PACE, seconds, times, MOST_METRES, target, 60);
                }
            }
        }
    }

    /** At the pace of the half marathon; for a half and longer at marathon pace, the race's own having its own work. */
    Target steadyTarget() {
        return raceMetres > 16_000 ? Target.zone(Zone.MARATHON) : Target.racePace(HALF_MARATHON_METRES);
    }

    private void racePaces(List<Workout> all) {
        var target = Target.racePace(raceMetres);
        if (raceMetres <= 3_000) {
            for (double metres : new double[] {400, 300, 200, 600}) {
                distances(all, WorkKind.RACE_PACE, metres, 3, MOST_METRES, target, 0);
            }
        } else if (raceMetres <= 6_000) {
            for (double metres : new double[] {1000, 800, 1200, 1600}) {
                distances(all, WorkKind.RACE_PACE, metres, 2, MOST_METRES, target, 0);
            }
        } else if (raceMetres <= 12_000) {
            for (double metres : new double[] {2000, 1000, 1600, 3000, 1200}) {
                distances(all, WorkKind.RACE_PACE, metres, 2, MOST_METRES, target, 0);
            }
        } else {
            for (double metres : new double[] {3000, 5000, 2000, 1600, 1000}) {
                distances(all, WorkKind.RACE_PACE, metres, 2, MOST_METRES, target, 0);
            }
            for (int minutes = 35; minutes <= 70; minutes += 5) {
                double metres = 60 * minutes / pace(target);
                if (metres >= 8_000 && metres <= 14_000) {
                    time(all, WorkKind.RACE_PACE, 60 * minutes, 1, MOST_METRES, target, 0);
                }
            }
        }
    }

    private void times(List<Workout> all, WorkKind kind, int seconds, int least, Target target, int rest) {
        for (int times = least; times <= 12; times++) {
            if (!time(all, kind, seconds, times, MOST_METRES, target, rest)) {
                return;
            }
        }
    }

    private boolean time(
            List<Workout> all, WorkKind kind, int seconds, int times, double most, Target target, int rest) {
        double metres = times * seconds / pace(target);
        if (metres > most + 1e-6) {
            return false;
        }
        var step = stretch(Extent.seconds(seconds), target);
        List<Step> steps =
                times == 1 ? List.of(step) : List.of(Step.repeat(times, step, Step.recovery(Extent.seconds(rest))));
        all.add(new Workout(kind, times, seconds, metres, hard(step, times * (double) seconds), true, steps));
        return true;
    }

    /** @param rest in metres; 0 for about the time of a repetition up to 5K pace, half of it at slower paces */
    private void distances(
            List<Workout> all, WorkKind kind, double metres, int least, double most, Target target, double rest) {
        double seconds = metres * pace(target);
        double rested = target instanceof Target.AtRacePace race ? restShare(race.raceDistanceMetres()) : 1;
        int share = kind == WorkKind.INTERVALS
                ? (int) Math.ceil(seconds / 30) * 30
                : Math.max(60, (int) Math.round(rested * seconds / 30) * 30);
        int longest = target instanceof Target.AtRacePace race && race.raceDistanceMetres() > 6_000
                ? LONGEST_REST_AT_RACE_PACE_SECONDS
                : 300;
        var recovery = rest > 0 ? Extent.metres(rest) : Extent.seconds(Math.min(share, longest));
        var step = stretch(Extent.metres(metres), target);
        for (int times = least; times * metres <= most + 1e-6 && times <= 16; times++) {
            if (metres <= SHORT_METRES && !SHORT_COUNTS.contains(times)) {
                continue;
            }
            all.add(new Workout(
                    kind,
                    times,
                    metres,
                    times * metres,
                    hard(step, times * seconds),
                    true,
                    List.of(Step.repeat(times, step, Step.recovery(recovery)))));
        }
    }

    /** Of the time of a repetition: less, the slower the pace. */
    private static double restShare(double raceDistanceMetres) {
        if (raceDistanceMetres <= 3_000) {
            return 1;
        }
        return raceDistanceMetres <= 6_000 ? 0.6 : 0.33;
    }

    private static double hard(Step.Stretch step, double seconds) {
        return step.intensity() == Intensity.HIGH ? seconds : 0;
    }

    /** At a race pace the effort is that of the zone nearest to it (S5). */
    private Step.Stretch stretch(Extent extent, Target target) {
        return new Step.Stretch(StepKind.RUN, extent, target, effort(target));
    }

    private static Rpe effort(Target target) {
        return switch (target) {
            case Target.InZone in -> in.zone().rpe();
            case Target.AtRacePace race -> {
                double metres = race.raceDistanceMetres();
                if (metres <= 3_000) {
                    yield Zone.REPETITION.rpe();
                }
                if (metres <= 6_000) {
                    yield new Rpe(7, 8);
                }
                yield metres <= 16_000 ? Zone.THRESHOLD.rpe() : Zone.MARATHON.rpe();
            }
        };
    }

    /** Seconds for a metre. */
    double pace(Target target) {
        return estimate.secondsPerKm(target) / 1000;
    }
}
