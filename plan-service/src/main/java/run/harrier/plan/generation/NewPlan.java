package run.harrier.plan.generation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
        @Schema(
                description =
                        "Hard sessions a week; against the rules it is the coach's override. 0 gives a beginner's half marathon or marathon from base alone (D36)")
        @Nullable
        Integer qualityPerWeek,

        @Nullable Focus focus,

        @Schema(description = "A coach's word that the base is laid: the plan has none (D35)") @Nullable
        Boolean baseDone,

        @Valid @Schema(description = "Insist on a plan that is not enough for its race (D25)") @Nullable
        Underprepared underprepared,

        @DecimalMin("1")
        @DecimalMax("2.5")
        @Schema(description = "The highest week over the starting volume, instead of 1.5 (D4)")
        @Nullable
        Double maxGrowth,

        @Schema(description = "Strength days in the plan; true where it is absent (D42)") @Nullable
        Boolean strength,

        @Schema(description = "Strides after base; true where it is absent (S46)") @Nullable
        Boolean blendedPhases,

        @DecimalMin("1")
        @DecimalMax("30")
        @Schema(description = "Running hours of a week at most, instead of 11 (D33)")
        @Nullable
        Double weeklyHours,

        @Min(20) @Max(240) @Schema(description = "Minutes of an easy run at most, instead of 90 (D33)") @Nullable
        Integer longestEasyMinutes,

        @Schema(description = "Walk minutes in the long runs, and on race day (D51)") @Nullable
        Boolean runWalk,

        @Min(2)
        @Max(12)
        @Schema(
                description =
                        "Of a plan without a race: BASE and PROGRESSION 4 to 12, MAINTAIN 2 to 12, WALK_RUN 6 to 10;"
                                + " 8 where it is absent (D51)")
        @Nullable
        Integer weeks,

        @Schema(description = "Every step by effort, none with a pace (S9); heart-rate ceilings stay") @Nullable
        Boolean effortOnly) {

    record Underprepared(
            @NotBlank @Size(max = 500) @Schema(description = "Why, kept with the certificate")
            String reason) {}

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
                new PlanRequest.Options(
                        Boolean.TRUE.equals(baseDone),
                        underprepared == null ? null : underprepared.reason(),
                        maxGrowth,
                        Boolean.TRUE.equals(runWalk),
                        !Boolean.FALSE.equals(strength),
                        !Boolean.FALSE.equals(blendedPhases),
                        weeks,
                        weeklyHours,
                        longestEasyMinutes,
                        Boolean.TRUE.equals(effortOnly)));
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
                request.focus(),
                request.baseDone(),
                request.underprepared() == null ? null : new Underprepared(request.underprepared()),
                request.maxGrowth(),
                request.strength(),
                request.blendedPhases(),
                request.weeklyHours(),
                request.longestEasyMinutes(),
                request.runWalk(),
                request.weeks(),
                request.effortOnly());
    }

    static NewPlan from(PlanRequest request) {
        var options = request.options();
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
                request.focus(),
                options.baseDone() ? true : null,
                options.underprepared() == null ? null : new Underprepared(options.underprepared()),
                options.maxGrowth(),
                options.strength() ? null : false,
                options.blendedPhases() ? null : false,
                options.weeklyHours(),
                options.longestEasyMinutes(),
                options.runWalk() ? true : null,
                options.weeks(),
                options.effortOnly() ? true : null);
    }
}
