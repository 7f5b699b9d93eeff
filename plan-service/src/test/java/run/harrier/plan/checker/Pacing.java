package run.harrier.plan.checker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Time and distance of steps (D56): E at 0.66 of the fitness number, a third of the way from E's slow end to its fast
 * one, other zones at their pace, walking at 11:00/km, recoveries at E's slow end. Without a result by D33's easy pace,
 * the other paces in the proportions of VDOT 45.
 *
 * @param easy seconds per kilometre
 */
record Pacing(@Nullable Paces paces, double easy) {
    private static final double WALK = 660;
    private static final double HALF_METRES = 21_097.5;
    private static final double MARATHON_METRES = 42_195;
    private static final double SHORTEST_MODERATE_RACE = 20_000;

    static Pacing of(AthleteFacts athlete, double startVolume) {
        if (athlete.paces().isPresent()) {
            var paces = athlete.paces().get();
            double slow = 1 / paces.easySlowestSecondsPerKm();
            double fast = 1 / paces.easyFastestSecondsPerKm();
            return new Pacing(paces, 1 / (slow + (fast - slow) / 3));
        }
        Double recorded = athlete.record().easySecondsPerKm();
        return new Pacing(
                null,
                recorded != null ? recorded : easyByLevel(athlete.level(), athlete.currentWeeklyDistanceMetres()));
    }

    /** D33. */
    static double easyByLevel(Level level, double weeklyMetres) {
        double slowest = switch (level) {
            case BEGINNER -> 435;
            case INTERMEDIATE -> 350;
            case EXPERIENCED -> 300;
        };
        return Math.max(255, slowest - 5 * Math.max(0, weeklyMetres - 30_000) / 10_000);
    }

    List<Piece> pieces(PlannedSession session) {
        var pieces = new ArrayList<Piece>();
        for (var step : session.steps()) {
            add(session, step, false, pieces);
        }
        return pieces;
    }

    private void add(PlannedSession session, Step step, boolean repeated, List<Piece> pieces) {
        switch (step) {
            case Step.Repeat repeat -> {
                for (int time = 0; time < repeat.times(); time++) {
                    for (var inner : repeat.steps()) {
                        add(session, inner, true, pieces);
                    }
                }
            }
            case Step.Stretch stretch -> pieces.add(piece(session, stretch, repeated));
        }
    }

    private Piece piece(PlannedSession session, Step.Stretch stretch, boolean repeated) {
        boolean raced = session.raced() && stretch.kind() == StepKind.RUN;
        var work = raced ? raced(stretch) : work(session, stretch, repeated);
        double pace = raced && stretch.target() == null && stretch.extent() instanceof Extent.Distance distance
                ? racePace(distance.metres())
                : secondsPerKm(stretch, work);
        return switch (stretch.extent()) {
            case Extent.Time time ->
                new Piece(stretch, work, repeated, pace, time.seconds(), 1000 * time.seconds() / pace);
            case Extent.Distance distance ->
                new Piece(stretch, work, repeated, pace, distance.metres() * pace / 1000, distance.metres());
        };
    }

    /** A race or test is hard as a whole (D2). */
    private static Work raced(Step.Stretch stretch) {
        return stretch.extent() instanceof Extent.Distance distance ? byDistance(distance.metres()) : Work.RACE_PACE;
    }

    private Work work(PlannedSession session, Step.Stretch stretch, boolean repeated) {
        return switch (stretch.kind()) {
            case WARM_UP, COOL_DOWN -> Work.EASY;
            case WALK -> Work.WALK;
            case RECOVERY -> Work.RECOVERY;
            case STRIDES -> Work.STRIDES;
            case RUN, REPEAT ->
                switch (stretch.target()) {
                    case null -> byEffort(stretch, repeated);
                    case Target.InZone in ->
                        switch (in.zone()) {
                            case EASY -> Work.EASY;
                            case MARATHON -> Work.MARATHON;
                            case THRESHOLD -> Work.THRESHOLD;
                            case INTERVAL -> Work.INTERVAL;
                            case REPETITION -> Work.REPETITION;
                        };
                    case Target.AtRacePace race ->
                        session.kind() == SessionKind.PROGRESSION || race.offsetSecondsPerKm() != 0
                                ? byPace(secondsPerKm(race))
                                : byDistance(race.raceDistanceMetres());
                };
        };
    }

    private static Work byDistance(double metres) {
        if (metres > (HALF_METRES + MARATHON_METRES) / 2) {
            return Work.MARATHON;
        }
        return metres > SHORTEST_MODERATE_RACE ? Work.HALF : Work.RACE_PACE;
    }

    private Work byPace(double pace) {
        double threshold = zone(Zone.THRESHOLD);
        double interval = zone(Zone.INTERVAL);
        if (pace > easyFastest() * 0.98) {
            return Work.EASY;
        }
        if (pace > threshold * 1.005) {
            return Work.MARATHON;
        }
        return pace > (threshold + interval) / 2 ? Work.THRESHOLD : Work.INTERVAL;
    }

    private static Work byEffort(Step.Stretch stretch, boolean repeated) {
        var rpe = stretch.rpe();
        if (rpe == null || rpe.highest() <= 4) {
            return Work.EASY;
        }
        if (rpe.highest() <= 6) {
            return Work.MARATHON;
        }
        double seconds = stretch.extent() instanceof Extent.Time time ? time.seconds() : 0;
        if (repeated && rpe.highest() == 8 && seconds >= 30 && seconds <= 90) {
            return Work.HILLS;
        }
        if (rpe.highest() <= 8) {
            return Work.THRESHOLD;
        }
        double metres = stretch.extent() instanceof Extent.Distance distance ? distance.metres() : 0;
        return seconds > 120 || metres > 450 ? Work.INTERVAL : Work.REPETITION;
    }

    double secondsPerKm(Step.Stretch stretch, Work work) {
        if (stretch.target() instanceof Target.AtRacePace race) {
            return secondsPerKm(race);
        }
        if (stretch.target() instanceof Target.InZone in && in.zone() != Zone.EASY) {
            return zone(in.zone());
        }
        return switch (work) {
            case EASY -> easy;
            case WALK -> WALK;
            case RECOVERY -> paces == null ? easy : paces.easySlowestSecondsPerKm();
            case STRIDES, REPETITION -> zone(Zone.REPETITION);
            case MARATHON, HALF -> zone(Zone.MARATHON);
            case THRESHOLD, HILLS, RACE_PACE, INTERVAL -> zone(Zone.THRESHOLD);
        };
    }

    private double secondsPerKm(Target.AtRacePace race) {
        return racePace(race.raceDistanceMetres()) + race.offsetSecondsPerKm();
    }

    double racePace(double metres) {
        return paces == null
                ? easy * 0.84 * Math.pow(metres / MARATHON_METRES, 0.06)
                : paces.racePaceSecondsPerKm(metres);
    }

    double zone(Zone zone) {
        if (paces == null) {
            return easy
                    * switch (zone) {
                        case EASY -> 1;
                        case MARATHON -> 0.84;
                        case THRESHOLD -> 0.79;
                        case INTERVAL -> 0.73;
                        case REPETITION -> 0.67;
                    };
        }
        return switch (zone) {
            case EASY -> easy;
            case MARATHON -> paces.marathonSecondsPerKm();
            case THRESHOLD -> paces.thresholdSecondsPerKm();
            case INTERVAL -> paces.intervalSecondsPerKm();
            case REPETITION -> paces.repetitionSecondsPerKm();
        };
    }

    private double easyFastest() {
        return paces == null ? easy * 0.93 : paces.easyFastestSecondsPerKm();
    }

    static boolean warmUp(Piece piece) {
        return piece.stretch().kind() == StepKind.WARM_UP;
    }
}
