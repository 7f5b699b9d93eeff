package run.harrier.plan.generation.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.AnyPaces;

/** A request with its athlete at random; jqwik shrinks one that fails to the plainest request that still fails. */
record PlanCase(PlanRequest request, AthleteFacts athlete) {

    private static final Double[] DISTANCES = {
        1500.0, 1609.344, 3000.0, 4321.0, 5000.0, 8000.0, 10_000.0, 12_345.0, 15_000.0, 21_097.5, 30_000.0, 42_195.0,
        50_000.0
    };
    private static final Double[] RACED = {1500.0, 1609.344, 3000.0, 5000.0, 10_000.0, 42_195.0};
    private static final Double[] ABSURD = {0.0, -5.0, 100.0, 1e9, Double.NaN, Double.POSITIVE_INFINITY};

    Optional<GeneratedPlan> planned() {
        return PlanGenerator.planned(request, athlete);
    }

    PlanDecision decide() {
        return PlanGenerator.decide(request, athlete);
    }

    /** A race of the usual sort for an athlete of whom everything is known that a plan needs. */
    static Arbitrary<PlanCase> usual() {
        return of(usualRequest(), readyAthlete());
    }

    /** Anything that can be written down for anybody. */
    static Arbitrary<PlanCase> any() {
        return of(anyRequest(), anyAthlete());
    }

    static Arbitrary<PlanCase> of(
            Arbitrary<PlanRequest> requests, Arbitrary<Function<LocalDate, AthleteFacts>> athletes) {
        return Combinators.combine(requests, athletes)
                .as((request, athlete) -> new PlanCase(request, athlete.apply(request.start())));
    }

    /** A race request of the usual sort: 3 to 7 days, any distance, 10 to 50 weeks, from 15 to 130 km a week. */
    static Arbitrary<PlanRequest> usualRequest() {
        var race = Combinators.combine(
                        start(),
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3).withSizeDistribution(uniform()),
                        whole(3, 7).injectNull(0.25),
                        Arbitraries.of(DISTANCES),
                        whole(70, 349),
                        whole(15_000, 129_999),
                        Arbitraries.of(DayOfWeek.class).injectNull(0.5))
                .as((start, noRunDays, days, metres, length, weekly, longRunDay) -> new PlanRequest(
                        PlanKind.RACE,
                        start,
                        new PlanRequest.Goal(metres, start.plusDays(length), null),
                        days == null ? null : Math.min(days, 7 - noRunDays.size()),
                        (double) weekly,
                        longRunDay == null || noRunDays.contains(longRunDay) ? null : longRunDay,
                        noRunDays,
                        null,
                        null,
                        PlanRequest.Options.NONE));
        return Combinators.combine(race, whole(1, 3).injectNull(0.67), focus())
                .as((request, quality, focus) -> AnyPlan.withFocus(request.withQualityPerWeek(quality), focus));
    }

    /** Anything that can be written down, absurd figures and days included. */
    static Arbitrary<PlanRequest> anyRequest() {
        var goals = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.of(DISTANCES)), Tuple.of(1, Arbitraries.of(ABSURD))),
                        whole(-60, 439),
                        oneOf(40),
                        whole(-1_000, 18_999).injectNull(0.75))
                .as((metres, length, never, seconds) ->
                        (Function<LocalDate, PlanRequest.Goal>) start -> new PlanRequest.Goal(
                                metres,
                                never ? LocalDate.MAX : start.plusDays(length),
                                seconds == null ? null : Double.valueOf(seconds)));
        var amounts = Combinators.combine(
                        whole(-2, 9).injectNull(0.67),
                        Arbitraries.of(ABSURD).injectNull(0.75),
                        Arbitraries.of(DayOfWeek.class).injectNull(0.67),
                        oneOf(20),
                        whole(-2, 6).injectNull(0.67))
                .as(Amounts::new);
        return Combinators.combine(
                        usualRequest(),
                        Arbitraries.frequency(Tuple.of(4, PlanKind.RACE), Tuple.of(1, PlanKind.BEGINNER_BASE)),
                        whole(0, 7),
                        oneOf(40),
                        goals.injectNull(0.17),
                        amounts)
                .as((usual, kind, later, sinceEver, goal, amount) -> new PlanRequest(
                        kind,
                        sinceEver ? LocalDate.MIN : usual.start().plusDays(later),
                        goal == null ? null : goal.apply(usual.start()),
                        amount.days() == null ? usual.daysPerWeek() : amount.days(),
                        amount.weeklyMetres() == null ? usual.currentWeeklyDistanceMetres() : amount.weeklyMetres(),
                        amount.longRunDay() == null ? usual.longRunDay() : amount.longRunDay(),
                        amount.neverRuns() ? EnumSet.allOf(DayOfWeek.class) : usual.noRunDays(),
                        amount.quality() == null ? usual.qualityPerWeek() : amount.quality(),
                        usual.focus(),
                        usual.options()));
    }

    private record Amounts(
            Integer days, Double weeklyMetres, DayOfWeek longRunDay, boolean neverRuns, Integer quality) {}

    /** Everything known that a plan needs; everything else at random. */
    static Arbitrary<Function<LocalDate, AthleteFacts>> readyAthlete() {
        return Combinators.combine(anyAthlete(), whole(20, 79)).as((any, minutes) -> start -> {
            var athlete = any.apply(start);
            return new AthleteFacts(
                    athlete.level(),
                    40_000,
                    true,
                    athlete.openInjury(),
                    minutes,
                    athlete.lastResult(),
                    athlete.paces(),
                    athlete.record());
        });
    }

    static Arbitrary<Function<LocalDate, AthleteFacts>> anyAthlete() {
        return Combinators.combine(
                        Arbitraries.of(Level.class),
                        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0)), Tuple.of(3, whole(0, 59_999))),
                        oneOf(10).map(unanswered -> !unanswered),
                        oneOf(5),
                        whole(0, 59).injectNull(0.25),
                        Combinators.combine(whole(-200, 99), Arbitraries.of(RACED))
                                .as(Raced::new)
                                .injectNull(0.33),
                        Arbitraries.doubles().between(0.75, 1.75).withDistribution(uniform()))
                .as((level, weekly, answered, injury, minutes, raced, times) -> start -> {
                    var isKnown = raced != null && !start.equals(LocalDate.MIN);
                    return new AthleteFacts(
                            level,
                            weekly,
                            answered,
                            injury,
                            minutes,
                            isKnown ? new AthleteFacts.LastResult(start.plusDays(raced.day()), raced.metres()) : null,
                            isKnown ? Optional.of(AnyPaces.times(times)) : Optional.empty(),
                            TrainingRecord.NONE);
                });
    }

    private record Raced(int day, double metres) {}

    /** A Monday. */
    static Arbitrary<LocalDate> start() {
        return whole(-50, 49).map(AnyPlan.MONDAY::plusWeeks);
    }

    static Arbitrary<Integer> whole(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(uniform());
    }

    private static Arbitrary<Focus> focus() {
        return Arbitraries.of(Focus.DISTANCE, Focus.SPEED).injectNull(0.5);
    }

    /** True once in so many times. */
    private static Arbitrary<Boolean> oneOf(int times) {
        return Arbitraries.frequency(Tuple.of(times - 1, false), Tuple.of(1, true));
    }

    private static RandomDistribution uniform() {
        return RandomDistribution.uniform();
    }
}
