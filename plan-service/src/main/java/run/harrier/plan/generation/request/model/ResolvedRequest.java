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

/** A request for a race plan that {@link RaceRequestPolicy} has not refused, with a value for everything left open. */
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

    public static ResolvedRequest of(PlanRequest request, AthleteFacts athlete) {
        PlanRequest.Goal goal = Objects.requireNonNull(request.goal());
        int days = daysPerWeek(request, athlete);
        int quality =
                request.qualityPerWeek() != null ? request.qualityPerWeek() : defaultQuality(athlete.level(), days);
        int available = RunningDays.allBut(request.noRunDays());
        return new ResolvedRequest(
                request.start(),
                goal,
                athlete.level(),
                focus(request, athlete),
                currentWeeklyDistanceMetres(request, athlete),
                RunningDays.choose(available, days, longRunDay(request), quality),
                quality,
                !athlete.openInjury(),
                athlete.lastResult(),
                PaceEstimate.of(athlete.paces()));
    }

    public static double currentWeeklyDistanceMetres(PlanRequest request, AthleteFacts athlete) {
        return request.currentWeeklyDistanceMetres() != null
                ? request.currentWeeklyDistanceMetres()
                : athlete.currentWeeklyDistanceMetres();
    }

    static double currentWeeklySeconds(PlanRequest request, AthleteFacts athlete) {
        return currentWeeklyDistanceMetres(request, athlete)
                / 1000
                * PaceEstimate.of(athlete.paces()).easySecondsPerKm();
    }

    /** As many days as the level usually runs, the volume is worth and the week has room for. */
    public static int daysPerWeek(PlanRequest request, AthleteFacts athlete) {
        if (request.daysPerWeek() != null) {
            return request.daysPerWeek();
        }
        int usual = switch (athlete.level()) {
            case BEGINNER -> 4;
            case INTERMEDIATE -> 5;
            case EXPERIENCED -> 6;
        };
        int worthwhile = (int) (currentWeeklySeconds(request, athlete) / LEAST_SECONDS_PER_DAY);
        return Math.max(
                3, Math.min(Math.min(usual, worthwhile), 7 - request.noRunDays().size()));
    }

    static DayOfWeek longRunDay(PlanRequest request) {
        if (request.longRunDay() != null) {
            return request.longRunDay();
        }
        return LONG_RUN_DAYS.stream()
                .filter(day -> !request.noRunDays().contains(day))
                .findFirst()
                .orElse(DayOfWeek.SUNDAY);
    }

    /** D13: one for beginners and on 3 or 4 days, two on more; three only when asked. */
    static int defaultQuality(Level level, int days) {
        return level == Level.BEGINNER || days <= 4 ? 1 : 2;
    }

    /** D13's limit, which an explicit request may pass as the coach's override. */
    public static int allowedQuality(Level level, int days) {
        if (level == Level.BEGINNER || days <= 4) {
            return 1;
        }
        return days == 5 ? 2 : 3;
    }

    /** Longer before faster for beginners (S35); half-marathon and marathon ask for distance; else neither. */
    public static @Nullable Focus focus(PlanRequest request, AthleteFacts athlete) {
        if (request.focus() != null) {
            return request.focus();
        }
        boolean longRace = request.goal() != null && request.goal().distanceMetres() > 16_000;
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
