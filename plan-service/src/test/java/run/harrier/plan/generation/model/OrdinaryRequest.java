package run.harrier.plan.generation.model;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.AnyPaces;
import run.harrier.plan.prescription.model.PaceEstimate;

/**
 * A request as coaches make it: a race on a Sunday, the long run on Sundays, even weeks of history at the current volume.
 *
 * @param slowness times of VDOT 50 are multiplied by; absent without a result
 * @param longestMinutes of the last thirty days; absent for a third of the week
 */
public record OrdinaryRequest(
        Level level,
        double raceMetres,
        double weeklyKm,
        int days,
        int weeks,
        @Nullable Double slowness,
        @Nullable Integer longestMinutes,
        boolean baseDone) {

    private static final int RECORDED_WEEKS = 8;

    /** Empty where it is refused. */
    public Optional<GeneratedPlan> planned() {
        return planned(request());
    }

    /** The same athlete with another request. */
    public Optional<GeneratedPlan> planned(PlanRequest changed) {
        return PlanGenerator.planned(changed, athlete());
    }

    public PlanRequest request() {
        return new PlanRequest(
                PlanKind.RACE,
                AnyPlan.MONDAY,
                new PlanRequest.Goal(raceMetres, AnyPlan.MONDAY.plusWeeks(weeks).minusDays(1), null),
                days,
                1000 * weeklyKm,
                DayOfWeek.SUNDAY,
                Set.of(),
                null,
                null,
                new PlanRequest.Options(baseDone, null, null, false, true, true, null, null, null, false));
    }

    public AthleteFacts athlete() {
        double week = weeklyKm * estimate().easySecondsPerKm();
        double longest = longestMinutes != null ? 60.0 * longestMinutes : Math.clamp(week / 3, 30 * 60, 150 * 60);
        return new AthleteFacts(
                level,
                1000 * weeklyKm,
                true,
                false,
                60,
                slowness == null ? null : new AthleteFacts.LastResult(AnyPlan.MONDAY.minusDays(20), 5_000),
                slowness == null ? Optional.empty() : Optional.of(AnyPaces.times(slowness)),
                new TrainingRecord(Collections.nCopies(RECORDED_WEEKS, week), longest, null, false, AfterRaces.NONE));
    }

    public PaceEstimate estimate() {
        return new PaceEstimate(
                slowness == null ? null : AnyPaces.times(slowness), level.easySecondsPerKm(1000 * weeklyKm));
    }

    /** As a file is called: {@code 10000m-intermediate-40km-5days-12weeks}. */
    public String name() {
        return "%.0fm-%s-%.0fkm-%ddays-%dweeks%s%s"
                .formatted(
                        raceMetres,
                        level.name().toLowerCase(Locale.ROOT),
                        weeklyKm,
                        days,
                        weeks,
                        slowness == null ? "-without-result" : "",
                        baseDone ? "-base-done" : "");
    }

    /** Each distance for each level on few and on many days, and who is short of time or without a result. */
    public static List<OrdinaryRequest> named() {
        return List.of(
                of(Level.BEGINNER, 5_000, 20, 3, 10, 1.45),
                of(Level.BEGINNER, 5_000, 25, 4, 12, 1.45),
                of(Level.BEGINNER, 10_000, 25, 4, 12, 1.42),
                of(Level.BEGINNER, 10_000, 30, 5, 14, 1.42),
                of(Level.BEGINNER, 21_097.5, 30, 3, 16, 1.4),
                of(Level.BEGINNER, 21_097.5, 30, 4, 14, 1.4),
                of(Level.BEGINNER, 42_195, 40, 4, 18, 1.38),
                of(Level.BEGINNER, 42_195, 40, 5, 20, 1.38),
                of(Level.INTERMEDIATE, 3_000, 35, 4, 10, 1.1),
                of(Level.INTERMEDIATE, 3_000, 45, 5, 12, 1.1),
                of(Level.INTERMEDIATE, 5_000, 30, 4, 10, 1.17),
                of(Level.INTERMEDIATE, 5_000, 40, 5, 12, 1.17),
                of(Level.INTERMEDIATE, 10_000, 35, 4, 12, 1.17),
                of(Level.INTERMEDIATE, 10_000, 45, 5, 12, 1.15),
                of(Level.INTERMEDIATE, 10_000, 50, 6, 16, 1.12),
                of(Level.INTERMEDIATE, 15_000, 45, 5, 14, 1.15),
                of(Level.INTERMEDIATE, 21_097.5, 40, 4, 14, 1.15),
                of(Level.INTERMEDIATE, 21_097.5, 50, 5, 14, 1.12),
                of(Level.INTERMEDIATE, 42_195, 50, 4, 18, 1.13),
                of(Level.INTERMEDIATE, 42_195, 60, 5, 18, 1.12),
                of(Level.INTERMEDIATE, 50_000, 60, 5, 16, 1.12),
                of(Level.EXPERIENCED, 3_000, 60, 6, 10, 0.88),
                of(Level.EXPERIENCED, 5_000, 45, 4, 10, 0.93),
                of(Level.EXPERIENCED, 5_000, 65, 6, 12, 0.92),
                of(Level.EXPERIENCED, 10_000, 60, 5, 12, 0.92),
                of(Level.EXPERIENCED, 10_000, 70, 6, 14, 0.92),
                of(Level.EXPERIENCED, 10_000, 80, 7, 16, 0.9),
                of(Level.EXPERIENCED, 21_097.5, 55, 5, 12, 0.92),
                of(Level.EXPERIENCED, 21_097.5, 75, 6, 16, 0.92),
                of(Level.EXPERIENCED, 21_097.5, 75, 7, 14, 0.92),
                of(Level.EXPERIENCED, 42_195, 65, 5, 16, 0.92),
                of(Level.EXPERIENCED, 42_195, 85, 6, 18, 0.92),
                of(Level.EXPERIENCED, 42_195, 85, 7, 20, 0.92),
                of(Level.EXPERIENCED, 50_000, 70, 6, 16, 0.97),
                new OrdinaryRequest(Level.BEGINNER, 10_000, 25, 4, 14, null, null, false),
                new OrdinaryRequest(Level.INTERMEDIATE, 21_097.5, 45, 5, 16, null, null, false),
                new OrdinaryRequest(Level.EXPERIENCED, 10_000, 60, 6, 14, null, null, false),
                new OrdinaryRequest(Level.INTERMEDIATE, 5_000, 40, 4, 6, 1.12, null, true),
                new OrdinaryRequest(Level.INTERMEDIATE, 10_000, 45, 4, 8, 1.12, null, true),
                new OrdinaryRequest(Level.INTERMEDIATE, 21_097.5, 50, 4, 8, 1.12, null, true));
    }

    private static OrdinaryRequest of(
            Level level, double raceMetres, double weeklyKm, int days, int weeks, double slowness) {
        return new OrdinaryRequest(level, raceMetres, weeklyKm, days, weeks, slowness, null, false);
    }
}
