package run.harrier.plan.generation.workout.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        if (slot == 0 && request.fiveKilometreSpeedFocus() && ladderWeek(week)) {
            return RaceWorkouts.of(metres, request).ladder(rung(week));
        }
        var zones = ZoneWorkouts.of(metres, request);
        return switch (phases.phase(week)) {
            case BASE, EARLY_QUALITY -> earlyQuality(week, slot, zones);
            case BUILD -> build(slot, zones);
            case PEAK -> peak(week, slot, zones, easySeconds);
            case TAPER -> goalPace(zones);
        };
    }

    /** Short repetitions first, then light hills (S42). */
    private Workout earlyQuality(int week, int slot, ZoneWorkouts zones) {
        return switch (slot) {
            case 0 -> zones.repetitions(shortRepMetres(week)).orElseGet(zones::hills);
            case 1 -> zones.hills();
            default -> zones.repetitions(200).orElseGet(zones::hills);
        };
    }

    /** Intervals first, then repetitions (S43). */
    private static Workout build(int slot, ZoneWorkouts zones) {
        return switch (slot) {
            case 0 -> zones.intervals().or(() -> zones.repetitions(200)).orElseGet(zones::hills);
            case 1 -> repetitions(zones);
            default -> zones.hills();
        };
    }

    /** Tempo first, then a progression run or the goal's pace (S44). */
    private Workout peak(int week, int slot, ZoneWorkouts zones, double easySeconds) {
        return switch (slot) {
            case 0 -> zones.tempo().orElseGet(() -> goalPace(zones));
            case 1 -> progression(week, easySeconds).orElseGet(() -> goalPace(zones));
            default -> goalPace(zones);
        };
    }

    /** A race shorter than 3 km is prepared at R: its own pace is faster (S16). */
    private Workout goalPace(ZoneWorkouts zones) {
        var raceMetres = request.goal().distanceMetres();
        return raceMetres < 3_000
                ? repetitions(zones)
                : RaceWorkouts.of(zones.weekMetres(), request).goalPace(raceMetres);
    }

    /** The longest repetitions that the week has room for. */
    private static Workout repetitions(ZoneWorkouts zones) {
        return zones.repetitions(400).or(() -> zones.repetitions(200)).orElseGet(zones::hills);
    }

    private Optional<Workout> progression(int week, double easySeconds) {
        var due = week - lastProgressionWeek >= WEEKS_BETWEEN_PROGRESSIONS;
        return due && easySeconds >= RaceWorkouts.FIRST_PROGRESSION_SECONDS
                ? Optional.of(RaceWorkouts.fastFinish(!progressed))
                : Optional.empty();
    }

    private int shortRepMetres(int week) {
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
        return metres(workout, stretch -> stretch.intensity() != Intensity.LOW);
    }

    private double otherFaster(Workout workout) {
        return metres(workout, stretch -> stretch.intensity() == Intensity.HIGH);
    }

    private double metres(Workout workout, Predicate<Step.Stretch> which) {
        return Step.stretches(workout.work())
                .filter(which)
                .mapToDouble(request.estimate()::distanceMetres)
                .sum();
    }
}
