package run.harrier.gateway.overview.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.overview.model.AthleteMorning.Finding;
import run.harrier.gateway.overview.model.AthleteMorning.Severity;
import run.harrier.gateway.overview.model.AthleteMorning.Week;

class OffPlanTest {

    /** The bound of D20. */
    @Test
    void less_than_four_fifths_of_what_was_due_is_off_plan() {
        assertThat(OffPlan.of(new Week(18_000, 6_000, OptionalDouble.of(4_800))))
                .isEmpty();
        assertThat(OffPlan.of(new Week(18_000, 6_000, OptionalDouble.of(4_790))))
                .contains(new Finding("OFF_PLAN", Severity.WATCH, "80 of 100 planned minutes done since Monday."));
        assertThat(OffPlan.of(new Week(18_000, 0, OptionalDouble.of(0)))).isEmpty();
        assertThat(OffPlan.of(new Week(18_000, 6_000, OptionalDouble.empty()))).isEmpty();
        assertThat(OffPlan.of(new Week(0, 0, OptionalDouble.of(9_000)))).isEmpty();
    }

    /** S104. */
    @Test
    void much_more_than_the_whole_week_asks_for_is_off_plan() {
        assertThat(OffPlan.of(new Week(18_000, 6_000, OptionalDouble.of(22_500))))
                .isEmpty();
        assertThat(OffPlan.of(new Week(18_000, 6_000, OptionalDouble.of(22_560))))
                .map(Finding::text)
                .contains("376 minutes done since Monday; the plan asks for 300 in the whole week.");
    }

    /** U1: worst first, then by name, whatever order they came in. */
    @Test
    void the_order_of_a_squad_is_by_severity_and_then_by_name() {
        var random = new Random(20261122);
        System.out.println("seed 20261122");
        for (int round = 0; round < 1000; round++) {
            var sorted = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(n -> athlete(random))
                    .sorted(AthleteMorning.WORST_FIRST)
                    .toList();
            assertThat(sorted)
                    .isSortedAccordingTo(Comparator.comparingInt(OffPlanTest::worst)
                            .thenComparing(morning -> morning.displayName().toLowerCase(Locale.ROOT)));
        }
    }

    private static int worst(AthleteMorning morning) {
        return morning.findings().stream()
                .mapToInt(finding -> -1 - List.of(Severity.values()).indexOf(finding.severity()))
                .min()
                .orElse(0);
    }

    private static AthleteMorning athlete(Random random) {
        var findings = IntStream.range(0, random.nextInt(3))
                .mapToObj(n -> new Finding("ANY", Severity.values()[random.nextInt(3)], "text"))
                .toList();
        return new AthleteMorning(
                new UUID(random.nextLong(), random.nextLong()),
                List.of("Ana", "ben", "Chen", "dora").get(random.nextInt(4)),
                "READY",
                Optional.empty(),
                new Week(0, 0, OptionalDouble.of(0)),
                findings);
    }
}
