package run.harrier.plan.generation.request.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.prescription.model.PaceEstimate;

/**
 * A request that {@link RequestPolicy} has not refused, with a value for everything left open.
 *
 * @param goal of a plan without a race a nominal one that no week holds: its sessions are those of a runner of 10 km
 */
public record ResolvedRequest(
        LocalDate start,
        PlanRequest.Goal goal,
        Level level,
        @Nullable Focus focus,
        double currentWeeklyDistanceMetres,
        RunningDays pattern,
        int qualityPerWeek,
        boolean strides,
        AthleteFacts.@Nullable LastResult lastResult,
        PaceEstimate estimate,
        double longestRunSeconds,
        boolean progressions,
        boolean baseDone,
        boolean progressionKnown,
        AfterRaces afterRaces,
        PlanRequest.Options options,
        PlanPolicy policy) {

    private static final double LONGEST_WITHOUT_RECORD_SECONDS = 30 * 60;
    private static final PlanRequest.Goal WITHOUT_RACE = new PlanRequest.Goal(10_000, LocalDate.MAX, null);
    static final int LEAST_MINUTES_FOR_PROGRESSIONS = 20;
    private static final int RECORDED_WEEKS_OF_BASE = 6;
    private static final double RECORDED_VOLUME = 0.8;

    private static final List<DayOfWeek> LONG_RUN_DAYS = List.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.SATURDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.MONDAY);

    public static ResolvedRequest of(PlanRequest request, AthleteFacts athlete) {
        PlanRequest.Goal goal = Objects.requireNonNullElse(request.goal(), WITHOUT_RACE);
        int days = request.daysPerWeek(athlete);
        int quality = request.kind() == PlanKind.RACE ? request.quality(athlete) : 1;
        return new ResolvedRequest(
                request.start(),
                goal,
                athlete.level(),
                request.focus(athlete),
                request.currentWeeklyDistanceMetres(athlete),
                RunningDays.choose(request.noRunDays(), days, longRunDay(request), quality),
                quality,
                !athlete.openInjury(),
                athlete.lastResult(),
                athlete.estimate(),
                longestRunSeconds(athlete),
                longestRunSeconds(athlete) >= 60 * LEAST_MINUTES_FOR_PROGRESSIONS,
                baseDone(request, athlete),
                athlete.record().progressionRun(),
                athlete.record().races(),
                request.options(),
                PlanPolicy.USUAL);
    }

    /** The longest of the last thirty days, without a record the intake's longest run, with neither half an hour (D26). */
    public static double longestRunSeconds(AthleteFacts athlete) {
        var recorded = athlete.record().longestRunSeconds();
        if (recorded != null) {
            return recorded;
        }
        return athlete.longestRunMinutes() == null
                ? LONGEST_WITHOUT_RECORD_SECONDS
                : 60.0 * athlete.longestRunMinutes();
    }

    /** By the coach's word, or recorded, where the time is too short for a base (D35). */
    static boolean baseDone(PlanRequest request, AthleteFacts athlete) {
        if (request.options().baseDone()) {
            return true;
        }
        var goal = request.goal();
        boolean fits = goal == null
                || Periodisation.of(request.start(), goal.date(), goal.distanceMetres(), false)
                        .isPresent();
        double least = RECORDED_VOLUME * request.currentWeeklySeconds(athlete);
        long recorded = athlete.record().weeklySeconds().stream()
                .limit(RECORDED_WEEKS_OF_BASE)
                .filter(seconds -> seconds >= least)
                .count();
        return !fits && athlete.level() != Level.BEGINNER && recorded == RECORDED_WEEKS_OF_BASE;
    }

    /** Empty when they do not fit between start and race. */
    public Optional<Periodisation> phases() {
        return phases(start, goal, baseDone, qualityPerWeek == 0);
    }

    static Optional<Periodisation> phases(LocalDate start, PlanRequest.Goal goal, boolean baseDone, boolean allBase) {
        return allBase
                ? Periodisation.allBase(start, goal.date(), goal.distanceMetres())
                : Periodisation.of(start, goal.date(), goal.distanceMetres(), baseDone);
    }

    /** Strides after base, and base runs in early quality (S46). */
    public boolean blended() {
        return options.blendedPhases();
    }

    public int longestEasySeconds() {
        return options.longestEasyMinutes() == null ? policy.longestEasySeconds() : 60 * options.longestEasyMinutes();
    }

    public double highestWeekSeconds() {
        return options.weeklyHours() == null ? policy.highestWeekSeconds() : 3600 * options.weeklyHours();
    }

    private static DayOfWeek longRunDay(PlanRequest request) {
        if (request.longRunDay() != null) {
            return request.longRunDay();
        }
        return LONG_RUN_DAYS.stream()
                .filter(day -> !request.noRunDays().contains(day))
                .findFirst()
                .orElse(DayOfWeek.SUNDAY);
    }

    /** Longer than a marathon: its long runs are on hills, with walking, and the race goes by effort (D31). */
    public boolean ultra() {
        return goal.distanceMetres() > PlanPolicy.MARATHON_METRES;
    }

    public boolean distanceFocus() {
        return focus == Focus.DISTANCE;
    }

    public boolean speedFocus() {
        return focus == Focus.SPEED;
    }

    /** The goal whose reps climb F2's ladder (S32). */
    public boolean fiveKilometreSpeedFocus() {
        return speedFocus() && Math.abs(goal.distanceMetres() - 5_000) <= 500;
    }
}
