package run.harrier.plan.generation.request.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.prescription.model.PaceEstimate;

/** A wish for a race plan with every default filled in; see {@link RaceRequestPolicy} for what may reach it. */
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
        PaceEstimate estimate) {

    /** What a running day must at least be worth, so that it has an effect (S28). */
    static final double LEAST_SECONDS_PER_DAY = 25 * 60;

    private static final List<DayOfWeek> LONG_RUN_DAYS = List.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.SATURDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.MONDAY);

    public static ResolvedRequest of(PlanRequest wish, AthleteFacts athlete) {
        PlanRequest.Goal goal = Objects.requireNonNull(wish.goal());
        int days = daysPerWeek(wish, athlete);
        int quality = wish.qualityPerWeek() != null ? wish.qualityPerWeek() : defaultQuality(athlete.level(), days);
        int available = RunningDays.allBut(wish.noRunDays());
        return new ResolvedRequest(
                wish.start(),
                goal,
                athlete.level(),
                focus(wish, athlete),
                currentWeeklyDistanceMetres(wish, athlete),
                RunningDays.choose(available, days, longRunDay(wish), quality),
                quality,
                !athlete.openInjury(),
                athlete.lastResult(),
                PaceEstimate.of(athlete.paces()));
    }

    public static double currentWeeklyDistanceMetres(PlanRequest wish, AthleteFacts athlete) {
        return wish.currentWeeklyDistanceMetres() != null
                ? wish.currentWeeklyDistanceMetres()
                : athlete.currentWeeklyDistanceMetres();
    }

    static double currentWeeklySeconds(PlanRequest wish, AthleteFacts athlete) {
        return currentWeeklyDistanceMetres(wish, athlete)
                / 1000
                * PaceEstimate.of(athlete.paces()).easySecondsPerKm();
    }

    /** As many days as the level usually runs, the volume is worth and the week has room for. */
    public static int daysPerWeek(PlanRequest wish, AthleteFacts athlete) {
        if (wish.daysPerWeek() != null) {
            return wish.daysPerWeek();
        }
        int usual = switch (athlete.level()) {
            case BEGINNER -> 4;
            case INTERMEDIATE -> 5;
            case EXPERIENCED -> 6;
        };
        int worthwhile = (int) (currentWeeklySeconds(wish, athlete) / LEAST_SECONDS_PER_DAY);
        return Math.max(
                3, Math.min(Math.min(usual, worthwhile), 7 - wish.noRunDays().size()));
    }

    static DayOfWeek longRunDay(PlanRequest wish) {
        if (wish.longRunDay() != null) {
            return wish.longRunDay();
        }
        return LONG_RUN_DAYS.stream()
                .filter(day -> !wish.noRunDays().contains(day))
                .findFirst()
                .orElse(DayOfWeek.SUNDAY);
    }

    /** D13: one for beginners and on 3 or 4 days, two on more; three only when asked. */
    static int defaultQuality(Level level, int days) {
        return level == Level.BEGINNER || days <= 4 ? 1 : 2;
    }

    /** D13's limit, which an explicit wish may pass as the coach's override. */
    public static int allowedQuality(Level level, int days) {
        if (level == Level.BEGINNER || days <= 4) {
            return 1;
        }
        return days == 5 ? 2 : 3;
    }

    /** Longer before faster for beginners (S35); half-marathon and marathon ask for distance; else neither. */
    public static @Nullable Focus focus(PlanRequest wish, AthleteFacts athlete) {
        if (wish.focus() != null) {
            return wish.focus();
        }
        boolean longRace = wish.goal() != null && wish.goal().distanceMetres() > 16_000;
        return athlete.level() == Level.BEGINNER || longRace ? Focus.DISTANCE : null;
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
