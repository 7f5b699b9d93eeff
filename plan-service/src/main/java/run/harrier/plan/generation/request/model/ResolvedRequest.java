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
        int days = request.daysPerWeek(athlete);
        int quality = request.qualityPerWeek() != null
                ? request.qualityPerWeek()
                : athlete.level().usualQuality(days);
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
                athlete.estimate());
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
