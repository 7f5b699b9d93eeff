package run.harrier.plan.generation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;

/** The body of a request for a plan; the rules choose what is absent. */
record NewPlan(
        @NotNull PlanKind kind,

        @NotNull @Schema(description = "A Monday, past or future")
        LocalDate start,

        @Valid @Schema(description = "Needed for a race plan") @Nullable
        Goal goal,

        @Min(1) @Max(7) @Schema(description = "Running days, 3 to 7") @Nullable
        Integer daysPerWeek,

        @PositiveOrZero @Max(1_000_000) @Schema(description = "Instead of the profile's") @Nullable
        Double currentWeeklyDistanceMetres,

        @Nullable DayOfWeek longRunDay,

        @Size(max = 7) @Schema(description = "Kept free, but for the race") @Nullable
        List<@NotNull DayOfWeek> noRunDays,

        @Min(0)
        @Max(7)
        @Schema(description = "Hard sessions a week; against the rules it is the coach's override")
        @Nullable
        Integer qualityPerWeek,

        @Nullable Focus focus) {

    record Goal(
            @Positive @Max(1_000_000) double distanceMetres,
            @NotNull LocalDate date,

            @Positive @Max(1_000_000) @Schema(description = "May be set as race day nears") @Nullable
            Double durationSeconds) {

        static Goal from(PlanRow.GoalRow goal) {
            return new Goal(goal.distanceMetres(), goal.date(), goal.durationSeconds());
        }
    }

    PlanRequest toModel() {
        return new PlanRequest(
                kind,
                start,
                goal == null ? null : new PlanRequest.Goal(goal.distanceMetres(), goal.date(), goal.durationSeconds()),
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays == null ? Set.of() : Set.copyOf(noRunDays),
                qualityPerWeek,
                focus,
                PlanRequest.Options.NONE);
    }

    static NewPlan from(PlanRow.RequestRow request) {
        return new NewPlan(
                request.kind(),
                request.start(),
                request.goal() == null ? null : Goal.from(request.goal()),
                request.daysPerWeek(),
                request.currentWeeklyDistanceMetres(),
                request.longRunDay(),
                request.noRunDays(),
                request.qualityPerWeek(),
                request.focus());
    }

    static NewPlan from(PlanRequest request) {
        var goal = request.goal();
        return new NewPlan(
                request.kind(),
                request.start(),
                goal == null ? null : new Goal(goal.distanceMetres(), goal.date(), goal.durationSeconds()),
                request.daysPerWeek(),
                request.currentWeeklyDistanceMetres(),
                request.longRunDay(),
                request.noRunDays().isEmpty() ? null : List.copyOf(request.noRunDays()),
                request.qualityPerWeek(),
                request.focus());
    }
}
