package run.harrier.plan.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.model.OrdinaryRequest;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.TrainingWeek;

/** Plans as they are generated, before the checker that was written without them. */
class CheckedPlansTest {
    private static final List<Double> RACES =
            List.of(3_000.0, 5_000.0, 10_000.0, 15_000.0, 21_097.5, 42_195.0, 50_000.0);

    /** What a week too small for its days breaks now and then; every other rule is kept, unless the certificate says that it yielded (D56). */
    private static final Set<String> HARDEST_TO_KEEP = Set.of("D26", "D27", "D29", "D30", "D31", "S46");

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_checker_finds_nothing_that_the_certificate_hides(@ForAll("ordinary") OrdinaryRequest ordinary) {
        ordinary.planned()
                .ifPresent(plan -> assertThat(PlanChecker.check(plan, ordinary.request(), ordinary.athlete()))
                        .as(ordinary.name())
                        .filteredOn(finding -> !finding.excusable()
                                && !HARDEST_TO_KEEP.contains(finding.rule())
                                && !yielded(plan, finding.rule()))
                        .isEmpty());
    }

    /** Of ordinary requests. */
    @Test
    void nine_of_ten_plans_have_no_finding_at_all() {
        var random = new Random(1);
        int plans = 0;
        int found = 0;
        while (plans < 400) {
            var ordinary = request(
                    Level.values()[random.nextInt(3)],
                    RACES.get(random.nextInt(RACES.size())),
                    random.nextInt(31),
                    3 + random.nextInt(5),
                    random.nextInt(13),
                    random.nextInt(100));
            var plan = ordinary.planned();
            plans += plan.isPresent() ? 1 : 0;
            found += plan.isPresent()
                            && PlanChecker.check(plan.get(), ordinary.request(), ordinary.athlete()).stream()
                                    .anyMatch(finding -> !finding.excusable())
                    ? 1
                    : 0;
        }
        assertThat(found).isLessThanOrEqualTo(40);
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
                            && !HARDEST_TO_KEEP.contains(finding.rule())
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
        return Combinators.combine(
                        Arbitraries.of(Level.class),
                        Arbitraries.of(RACES),
                        whole(0, 30),
                        whole(3, 7),
                        whole(0, 12),
                        whole(0, 99))
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
