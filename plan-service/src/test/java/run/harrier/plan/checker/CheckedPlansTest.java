package run.harrier.plan.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import run.harrier.plan.generation.model.OrdinaryRequest;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.TrainingWeek;

/** Plans as they are generated, before the checker that was written without them. */
class CheckedPlansTest {
    /** What no plan breaks, unless its certificate says that it yielded (D56). What comes later in that order yields more often. */
    private static final Set<String> ALWAYS_KEPT = Set.of(
            "S24", "D13", "D2", "S53", "D25", "D7", "D5", "D14", "D33", "D43", "D40", "D42", "S40", "D1", "S45", "S25");

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_checker_finds_nothing_against_the_first_rules_that_the_certificate_hides(
            @ForAll("ordinary") OrdinaryRequest ordinary) {
        ordinary.planned()
                .ifPresent(plan -> assertThat(PlanChecker.check(plan, ordinary.request(), ordinary.athlete()))
                        .as(ordinary.name())
                        .filteredOn(finding -> !finding.excusable()
                                && ALWAYS_KEPT.contains(finding.rule())
                                && !yielded(plan, finding.rule()))
                        .isEmpty());
    }

    /** D36. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void a_beginners_long_race_may_come_from_base_alone(@ForAll("long races") OrdinaryRequest ordinary) {
        var request = ordinary.request().withQualityPerWeek(0);
        ordinary.planned(request).ifPresent(plan -> {
            assertThat(plan.weeks())
                    .flatExtracting(TrainingWeek::sessions)
                    .filteredOn(session -> session.hard() && !session.raced())
                    .isEmpty();
            assertThat(PlanChecker.check(plan, request, ordinary.athlete()))
                    .as(ordinary.name())
                    .filteredOn(finding -> !finding.excusable()
                            && ALWAYS_KEPT.contains(finding.rule())
                            && !yielded(plan, finding.rule()))
                    .isEmpty();
        });
    }

    @Provide("long races")
    Arbitrary<OrdinaryRequest> longRaces() {
        return Combinators.combine(
                        Arbitraries.of(21_097.5, 42_195.0), whole(0, 20), whole(3, 6), whole(0, 12), whole(0, 99))
                .as((race, moreKm, days, moreWeeks, pace) ->
                        request(Level.BEGINNER, race, moreKm, days, moreWeeks, pace));
    }

    private static boolean yielded(GeneratedPlan plan, String rule) {
        return plan.certificate().stream()
                .anyMatch(entry -> entry.yielded() && entry.rule().equals(rule));
    }

    @Provide
    Arbitrary<OrdinaryRequest> ordinary() {
        var races = Arbitraries.of(3_000.0, 5_000.0, 10_000.0, 15_000.0, 21_097.5, 42_195.0, 50_000.0);
        return Combinators.combine(
                        Arbitraries.of(Level.class), races, whole(0, 30), whole(3, 7), whole(0, 12), whole(0, 99))
                .as(CheckedPlansTest::request);
    }

    private static OrdinaryRequest request(Level level, double race, int moreKm, int days, int moreWeeks, int pace) {
        double least = race <= 5_000 ? 20 : race <= 10_000 ? 25 : race <= 21_100 ? 35 : race <= 42_200 ? 45 : 55;
        int weeks = race <= 5_000 ? 10 : race <= 10_000 ? 12 : race <= 21_100 ? 14 : 18;
        double slowness = (level == Level.BEGINNER ? 1.3 : level == Level.INTERMEDIATE ? 1.05 : 0.85) + pace / 600.0;
        return new OrdinaryRequest(
                level,
                race,
                least + moreKm + 6 * Math.max(0, days - 4),
                days,
                weeks + moreWeeks,
                slowness,
                null,
                false);
    }

    private static Arbitrary<Integer> whole(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(RandomDistribution.uniform());
    }
}
