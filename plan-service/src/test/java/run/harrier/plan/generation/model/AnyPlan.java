package run.harrier.plan.generation.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.AnyPaces;

/** Athletes, requests and plans for tests; random ones come from a seed. */
public final class AnyPlan {

    public static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    private static final double[] DISTANCES = {
        1500, 1609.344, 3000, 4321, 5000, 8000, 10_000, 12_345, 15_000, 21_097.5, 30_000, 42_195, 50_000
    };
    private static final double[] ABSURD = {0, -5, 100, 1e9, Double.NaN, Double.POSITIVE_INFINITY};

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
                Optional.of(AnyPaces.anyPaces()));
    }

    public static AthleteFacts beginnerWhoRunsMinutes(@Nullable Integer longestRunMinutes) {
        return new AthleteFacts(Level.BEGINNER, 0, true, false, longestRunMinutes, null, Optional.empty());
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
                null);
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
                focus);
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

    /** A race request of the usual sort: 3 to 7 days, any distance, 8 to 50 weeks, from 15 to 130 km a week. */
    public static PlanRequest usualRequest(Random random) {
        LocalDate start = MONDAY.plusWeeks(random.nextInt(100) - 50);
        Set<DayOfWeek> noRunDays = EnumSet.noneOf(DayOfWeek.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            noRunDays.add(anyDay(random));
        }
        int days = Math.min(3 + random.nextInt(5), 7 - noRunDays.size());
        DayOfWeek longRunDay = anyDay(random);
        double metres = DISTANCES[random.nextInt(DISTANCES.length)];
        return new PlanRequest(
                PlanKind.RACE,
                start,
                new PlanRequest.Goal(metres, start.plusDays(70 + random.nextInt(280)), null),
                random.nextInt(4) == 0 ? null : days,
                15_000.0 + random.nextInt(115_000),
                random.nextBoolean() || noRunDays.contains(longRunDay) ? null : longRunDay,
                noRunDays,
                random.nextInt(3) == 0 ? 1 + random.nextInt(3) : null,
                anyFocus(random));
    }

    /** Anything that can be written down, absurd figures and days included. */
    public static PlanRequest anyRequest(Random random) {
        PlanRequest usual = usualRequest(random);
        PlanRequest.Goal goal = new PlanRequest.Goal(
                random.nextInt(6) == 0 ? absurd(random) : DISTANCES[random.nextInt(DISTANCES.length)],
                random.nextInt(40) == 0 ? LocalDate.MAX : usual.start().plusDays(random.nextInt(500) - 60),
                random.nextInt(4) == 0 ? Double.valueOf(random.nextInt(20_000) - 1_000) : null);
        return new PlanRequest(
                random.nextInt(5) == 0 ? PlanKind.BEGINNER_BASE : PlanKind.RACE,
                random.nextInt(40) == 0 ? LocalDate.MIN : usual.start().plusDays(random.nextInt(9) % 8),
                random.nextInt(6) == 0 ? null : goal,
                random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(12) - 2) : usual.daysPerWeek(),
                random.nextInt(4) == 0 ? Double.valueOf(absurd(random)) : usual.currentWeeklyDistanceMetres(),
                random.nextInt(3) == 0 ? anyDay(random) : usual.longRunDay(),
                random.nextInt(20) == 0 ? EnumSet.allOf(DayOfWeek.class) : usual.noRunDays(),
                random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(9) - 2) : usual.qualityPerWeek(),
                anyFocus(random));
    }

    /** Everything known that a plan needs; everything else at random. */
    public static AthleteFacts readyAthlete(Random random, LocalDate start) {
        AthleteFacts any = anyAthlete(random, start);
        return new AthleteFacts(
                any.level(), 40_000, true, any.openInjury(), 20 + random.nextInt(60), any.lastResult(), any.paces());
    }

    public static AthleteFacts anyAthlete(Random random, LocalDate start) {
        double[] raced = {1500, 1609.344, 3000, 5000, 10_000, 42_195};
        AthleteFacts.LastResult last = random.nextInt(3) == 0 || start.equals(LocalDate.MIN)
                ? null
                : new AthleteFacts.LastResult(
                        start.plusDays(random.nextInt(300) - 200), raced[random.nextInt(raced.length)]);
        return new AthleteFacts(
                Level.values()[random.nextInt(3)],
                random.nextInt(4) == 0 ? 0 : random.nextInt(60_000),
                random.nextInt(10) > 0,
                random.nextInt(5) == 0,
                random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(60)),
                last,
                last == null ? Optional.empty() : Optional.of(AnyPaces.times(0.75 + random.nextDouble())));
    }

    private static double absurd(Random random) {
        return ABSURD[random.nextInt(ABSURD.length)];
    }

    private static DayOfWeek anyDay(Random random) {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private static @Nullable Focus anyFocus(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Focus.DISTANCE;
            case 1 -> Focus.SPEED;
            default -> null;
        };
    }
}
