package run.harrier.plan.generation.workout.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.RecoveryWeeks;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/**
 * Chooses the quality sessions of one plan, week after week: what the phase is for (S42-S44), what the focus asks
 * (S29-S33, D6), and another session of the phase where the week is too small for the first. It remembers what went
 * before, because a distance focus keeps the greater part of its faster running at half-marathon and marathon pace
 * (S31), the 5K ladder never steps down (S32), and a progression run comes at most every other week (S73).
 */
public final class WorkoutChoice {

    private static final int WEEKS_BETWEEN_PROGRESSIONS = 3;

    private final ResolvedRequest request;
    private final Periodisation phases;
    private final RecoveryWeeks recovery;
    private final int highestRung;
    private double marathonAndHalfMetres;
    private double otherFasterMetres;
    private int distanceSessions;
    private int lastProgressionWeek = -WEEKS_BETWEEN_PROGRESSIONS;
    private boolean progressed;

    public WorkoutChoice(ResolvedRequest request, Periodisation phases, RecoveryWeeks recovery, double[] weekMetres) {
        this.request = request;
        this.phases = phases;
        this.recovery = recovery;
        double least = Double.MAX_VALUE;
        for (int week = 1; week <= phases.weeks(); week++) {
            if (ladderWeek(week) && !recovery.down().contains(week)) {
                least = Math.min(least, weekMetres[week - 1]);
            }
        }
        highestRung = RaceWorkouts.of(least, request).highestRung();
    }

    /**
     * @param longRunSeconds of the week's long run
     * @param longRunFree the long run may be a quality session this week
     * @param easySeconds what another day of the week has
     */
    public List<Workout> sessions(
            int week, int count, double metres, double longRunSeconds, boolean longRunFree, double easySeconds) {
        List<Workout> chosen = new ArrayList<>();
        for (int slot = 0; slot < count; slot++) {
            Workout workout = request.distanceFocus()
                    ? distanceSession(week, slot, count, metres, longRunSeconds, longRunFree)
                    : phaseSession(week, slot, metres, easySeconds);
            remember(workout, week);
            chosen.add(workout);
        }
        return chosen;
    }

    private Workout distanceSession(
            int week, int slot, int count, double metres, double longRunSeconds, boolean longRunFree) {
        boolean classic = slot % 2 == 1 || (count == 1 && distanceSessions % 2 == 1);
        if (classic && phases.phase(week) != Phase.TAPER) {
            Workout workout = phaseSession(week, 0, metres, 0);
            if (otherFasterMetres + otherFaster(workout) < marathonAndHalfMetres) {
                distanceSessions++;
                return workout;
            }
        }
        distanceSessions++;
        RaceWorkouts workouts = RaceWorkouts.of(metres, request);
        boolean longRunsTurn = slot == 0 && longRunFree && phases.phase(week) != Phase.EARLY_QUALITY && week % 2 == 0;
        Optional<Workout> withLongRun =
                longRunsTurn ? workouts.longRunWithMarathonPace(longRunSeconds) : Optional.empty();
        return withLongRun.orElseGet(workouts::halfMarathonPace);
    }

    private Workout phaseSession(int week, int slot, double metres, double easySeconds) {
        ZoneWorkouts zones = ZoneWorkouts.of(metres, request);
        if (slot == 0 && request.fiveKilometreSpeedFocus() && ladderWeek(week)) {
            return RaceWorkouts.of(metres, request).ladder(rung(week));
        }
        Supplier<Optional<Workout>> goalPace = () -> Optional.of(goalPace(zones, metres));
        boolean first = slot == 0;
        return switch (phases.phase(week)) {
            case BASE, EARLY_QUALITY ->
                first
                        ? first(() -> zones.repetitions(shortRep(week)), zones::hills)
                        : slot == 1 ? first(zones::hills) : first(() -> zones.repetitions(200), zones::hills);
            case BUILD ->
                first
                        ? first(zones::intervals, () -> zones.repetitions(200), zones::hills)
                        : slot == 1
                                ? first(() -> zones.repetitions(400), () -> zones.repetitions(200), zones::hills)
                                : first(zones::hills);
            case PEAK ->
                first
                        ? first(zones::tempo, goalPace)
                        : slot == 1 ? first(() -> progression(week, easySeconds), goalPace) : first(goalPace);
            case TAPER -> first(goalPace);
        };
    }

    /** A race shorter than 3 km is prepared at R: its own pace is faster (S16). */
    private Workout goalPace(ZoneWorkouts zones, double metres) {
        double race = request.goal().distanceMetres();
        return race < 3_000
                ? first(() -> zones.repetitions(400), () -> zones.repetitions(200), zones::hills)
                : RaceWorkouts.of(metres, request).goalPace(race);
    }

    private Optional<Workout> progression(int week, double easySeconds) {
        boolean due = week - lastProgressionWeek >= WEEKS_BETWEEN_PROGRESSIONS;
        return due && easySeconds >= RaceWorkouts.FIRST_PROGRESSION_SECONDS
                ? Optional.of(RaceWorkouts.fastFinish(!progressed))
                : Optional.empty();
    }

    private int shortRep(int week) {
        return week > 1 && phases.phase(week - 1) == Phase.EARLY_QUALITY ? 400 : 200;
    }

    private boolean ladderWeek(int week) {
        Phase phase = phases.phase(week);
        return phase == Phase.EARLY_QUALITY || phase == Phase.BUILD;
    }

    /** Spreads the rungs over the loading weeks of early quality and build; the last of them has the highest. */
    private int rung(int week) {
        int before = 0;
        int all = 0;
        for (int other = 1; other <= phases.weeks(); other++) {
            if (ladderWeek(other) && !recovery.down().contains(other)) {
                all++;
                before += other < week ? 1 : 0;
            }
        }
        int rung = all <= 1 ? 0 : Math.min(before, all - 1) * (RaceWorkouts.rungs() - 1) / (all - 1);
        return Math.min(rung, highestRung);
    }

    @SafeVarargs
    private static Workout first(Supplier<Optional<Workout>>... candidates) {
        for (Supplier<Optional<Workout>> candidate : candidates) {
            Optional<Workout> workout = candidate.get();
            if (workout.isPresent()) {
                return workout.get();
            }
        }
        throw new IllegalStateException("the last candidate is always possible");
    }

    private void remember(Workout workout, int week) {
        double other = otherFaster(workout);
        otherFasterMetres += other;
        marathonAndHalfMetres += faster(workout) - other;
        if (workout.kind() == SessionKind.PROGRESSION) {
            lastProgressionWeek = week;
            progressed = true;
        }
    }

    private double faster(Workout workout) {
        double[] metres = {0};
        Step.forEachStretch(workout.work(), stretch -> {
            if (stretch.intensity() != Intensity.LOW) {
                metres[0] += request.estimate().distanceMetres(stretch);
            }
        });
        return metres[0];
    }

    private double otherFaster(Workout workout) {
        double[] metres = {0};
        Step.forEachStretch(workout.work(), stretch -> {
            if (stretch.intensity() == Intensity.HIGH) {
                metres[0] += request.estimate().distanceMetres(stretch);
            }
        });
        return metres[0];
    }
}
