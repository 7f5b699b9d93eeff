package run.harrier.plan.generation.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.AnyPaces;

/** Athletes, requests and plans for tests; {@link PlanCase} has random ones. */
public final class AnyPlan {

    public static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    private AnyPlan() {}

    /** Runs 5K in about 20 minutes, 40 km a week. */
    public static AthleteFacts anyAthlete() {
        return athlete(Level.INTERMEDIATE);
    }

    public static AthleteFacts athlete(Level level) {
        return new AthleteFacts(
                level,
                40_000,
                true,
                false,
                60,
                new AthleteFacts.LastResult(MONDAY.minusDays(2), 5_000),
                Optional.of(AnyPaces.anyPaces()),
                TrainingRecord.NONE);
    }

    /** The same athlete with another record. */
    public static AthleteFacts recorded(AthleteFacts athlete, TrainingRecord record) {
        return new AthleteFacts(
                athlete.level(),
                athlete.currentWeeklyDistanceMetres(),
                athlete.intakeAnswered(),
                athlete.openInjury(),
                athlete.longestRunMinutes(),
                athlete.lastResult(),
                athlete.paces(),
                record);
    }

    public static AthleteFacts beginnerWhoRunsMinutes(@Nullable Integer longestRunMinutes) {
        return new AthleteFacts(
                Level.BEGINNER, 0, true, false, longestRunMinutes, null, Optional.empty(), TrainingRecord.NONE);
    }

    /** 12 weeks to a 10K on a Sunday, five days a week from 40 km, long run on Sunday, no running on Fridays. */
    public static PlanRequest twelveWeeksToTenK() {
        return new PlanRequest(
                PlanKind.RACE,
                MONDAY,
                new PlanRequest.Goal(10_000, MONDAY.plusWeeks(12).minusDays(1), null),
                5,
                40_000.0,
                DayOfWeek.SUNDAY,
                Set.of(DayOfWeek.FRIDAY),
                null,
                null,
                PlanRequest.Options.NONE);
    }

    public static PlanRequest race(double metres, int weeks) {
        return PlanRequest.race(
                MONDAY, new PlanRequest.Goal(metres, MONDAY.plusWeeks(weeks).minusDays(1), null));
    }

    public static PlanRequest withFocus(PlanRequest request, @Nullable Focus focus) {
        return new PlanRequest(
                request.kind(),
                request.start(),
                request.goal(),
                request.daysPerWeek(),
                request.currentWeeklyDistanceMetres(),
                request.longRunDay(),
                request.noRunDays(),
                request.qualityPerWeek(),
                focus,
                request.options());
    }

    public static GeneratedPlan planned(PlanRequest request, AthleteFacts athlete) {
        return switch (PlanGenerator.decide(request, athlete)) {
            case PlanDecision.Generated generated -> generated.plan();
            case PlanDecision.Refused refused -> throw new AssertionError(request + " was refused: " + refused);
        };
    }

    public static PlanDecision.Refused refused(PlanRequest request, AthleteFacts athlete) {
        return switch (PlanGenerator.decide(request, athlete)) {
            case PlanDecision.Refused refused -> refused;
            case PlanDecision.Generated generated -> throw new AssertionError(request + " was planned");
        };
    }
}
