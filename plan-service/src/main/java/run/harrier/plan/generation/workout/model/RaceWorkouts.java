package run.harrier.plan.generation.workout.model;

import java.util.Arrays;
import java.util.Optional;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Sessions at race paces and marathon pace, which the zone caps of D7 do not name; they keep to shares of their own. */
public record RaceWorkouts(double weekMetres, double amount, PaceEstimate estimate) {

    static final double HALF_MARATHON_METRES = 21_097.5;
    static final int FIRST_PROGRESSION_SECONDS = 30 * 60;
    private static final double MILE_METRES = 1609.344;
    private static final double[] LADDER_METRES = {200, 400, 800, MILE_METRES, 2000};
    private static final double SHORTEST_REPETITION_METRES = 200;
    private static final double[] REPETITIONS_METRES = {3000, 2000, 1600, 1000, 800, 400, 200};

    static RaceWorkouts of(double weekMetres, ResolvedRequest request) {
        return new RaceWorkouts(weekMetres, request.level() == Level.BEGINNER ? 0.75 : 1, request.estimate());
    }

    /** The effort of racing a distance (S5). */
    static Rpe effort(double raceDistanceMetres) {
        if (raceDistanceMetres <= 5_500) {
            return new Rpe(8, 9);
        }
        if (raceDistanceMetres <= 16_000) {
            return new Rpe(7, 8);
        }
        return raceDistanceMetres <= 25_000 ? new Rpe(6, 7) : Zone.MARATHON.rpe();
    }

    public static Step run(double metres, double raceDistanceMetres) {
        return new Step.Stretch(
                StepKind.RUN, Extent.metres(metres), Target.racePace(raceDistanceMetres), effort(raceDistanceMetres));
    }

    /** Repetitions at the goal's race pace (S44). */
    Workout goalPace(double raceDistanceMetres) {
        double total = amount * weekMetres * (raceDistanceMetres <= 5_500 ? 0.06 : 0.08);
        double longest = longestRepetitionMetres(raceDistanceMetres);
        double rep = Arrays.stream(REPETITIONS_METRES)
                .filter(metres -> metres <= longest && 3 * metres <= total)
                .findFirst()
                .orElse(SHORTEST_REPETITION_METRES);
        int times = Math.clamp((int) (total / rep), 2, 8);
        return Workout.framed(
                kind(raceDistanceMetres, rep),
                "Race-specific: get used to the goal's pace",
                Step.repeat(times, run(rep, raceDistanceMetres), Step.recovery(rest(rep, raceDistanceMetres))));
    }

    private static double longestRepetitionMetres(double raceDistanceMetres) {
        if (raceDistanceMetres <= 5_500) {
            return 1_000;
        }
        return raceDistanceMetres <= 16_000 ? 2_000 : 3_000;
    }

    /** Half-marathon pace in long intervals: the greater part of a distance block's faster running (S31, D6). */
    Workout halfMarathonPace() {
        double total = amount * weekMetres * 0.12;
        int times = halfMarathonRepetitions(total);
        double rep = Math.max(300, Math.floor(total / times / 100) * 100);
        return Workout.framed(
                SessionKind.TEMPO,
                "Sustained endurance: longer intervals at half-marathon pace",
                Step.repeat(times, run(rep, HALF_MARATHON_METRES), Step.recovery(Extent.seconds(120))));
    }

    private static int halfMarathonRepetitions(double totalMetres) {
        if (totalMetres >= 12_000) {
            return 4;
        }
        return totalMetres >= 1_500 ? 3 : 2;
    }

    /** The longest rung of the ladder of which this week has room for two. */
    int highestRung() {
        int rung = 1;
        while (rung + 1 < LADDER_METRES.length && 2 * LADDER_METRES[rung + 1] <= 0.12 * amount * weekMetres) {
            rung++;
        }
        return rung;
    }

    /** F2's ladder at 5K pace: 200s and 400s, 800s, the mile, 2K (S32, D6). */
    Workout ladder(int rung) {
        double rep = LADDER_METRES[rung];
        int times = Math.clamp((int) (0.08 * amount * weekMetres / rep), 2, 10);
        return Workout.framed(
                kind(5_000, rep),
                "Speed at 5K pace, the repetitions growing longer from week to week",
                Step.repeat(times, run(rep, 5_000), Step.recovery(rest(rep, 5_000))));
    }

    static int rungs() {
        return LADDER_METRES.length;
    }

    /** A long run that ends at marathon pace, and so a quality session (S14, D13). */
    Optional<Workout> longRunWithMarathonPace(double longRunSeconds) {
        int minutes = (int) Math.min(0.4 * amount * longRunSeconds / 60, 60);
        if (minutes < 10) {
            return Optional.empty();
        }
        return Optional.of(Workout.outOfEasy(
                SessionKind.LONG,
                "Sustained endurance: a long run with its last part at marathon pace",
                0,
                Step.run(Extent.seconds(60 * minutes), Zone.MARATHON)));
    }

    /** A progression run with a fast finish of 5 to 15 minutes (S67, S71, S74); the first one is 30 minutes (S72). */
    static Workout fastFinish(boolean first) {
        int finishMinutes = first ? 5 : 10;
        return Workout.outOfEasy(
                SessionKind.PROGRESSION,
                "Pace judgement and strength at the end: finish faster than you start",
                first ? FIRST_PROGRESSION_SECONDS : 0,
                Step.run(Extent.seconds(60 * finishMinutes), Zone.MARATHON));
    }

    private static SessionKind kind(double raceDistanceMetres, double rep) {
        if (rep <= 400) {
            return SessionKind.REPETITION;
        }
        return raceDistanceMetres <= 16_000 ? SessionKind.INTERVAL : SessionKind.TEMPO;
    }

    /** About as long as the repetition up to 5K pace, half of it at slower paces. */
    private Extent rest(double rep, double raceDistanceMetres) {
        double seconds = rep * estimate.secondsPerKm(Target.racePace(Math.max(raceDistanceMetres, 1500))) / 1000;
        double rest = raceDistanceMetres <= 5_500 ? seconds : seconds / 2;
        return Extent.seconds(Math.max(60, (int) Math.round(rest / 30) * 30));
    }
}
