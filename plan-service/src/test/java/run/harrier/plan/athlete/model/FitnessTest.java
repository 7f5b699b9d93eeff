package run.harrier.plan.athlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.plan.athlete.model.Fitness.HeartRate;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.athlete.model.Fitness.Span;
import run.harrier.plan.prescription.model.Paces;

/** What is in force on a day, and what was known at a time (D17). */
class FitnessTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-06");
    private static final Instant MORNING = Instant.parse("2026-09-06T08:00:00Z");

    @Test
    void a_number_is_in_force_from_its_day_until_the_next() {
        var fitness = new Fitness(
                List.of(new Span(DAY, paces(300)), new Span(DAY.plusDays(10), paces(290))), List.of(), null, List.of());
        assertThat(fitness.on(DAY.minusDays(1))).isEqualTo(InForce.NOTHING);
        assertThat(fitness.on(DAY).paces()).isEqualTo(paces(300));
        assertThat(fitness.on(DAY.plusDays(9)).paces()).isEqualTo(paces(300));
        assertThat(fitness.on(DAY.plusDays(10)).paces()).isEqualTo(paces(290));
    }

    /** D8: 79 % of the maximum that was measured last. */
    @Test
    void the_easy_ceiling_comes_from_the_measurement_in_force() {
        var fitness = new Fitness(
                List.of(),
                List.of(new HeartRate(DAY, 190, 52, null), new HeartRate(DAY.plusDays(10), 200, 50, 170)),
                null,
                List.of());
        assertThat(fitness.on(DAY.minusDays(1)).easyCeilingBpm()).isNull();
        assertThat(fitness.on(DAY).easyCeilingBpm()).isEqualTo(150);
        assertThat(fitness.on(DAY.plusDays(10)).easyCeilingBpm()).isEqualTo(158);
    }

    @Test
    void history_answers_with_what_was_known_by_then() {
        var old = new Fitness(List.of(new Span(DAY, paces(300))), List.of(), null, List.of());
        var newer = new Fitness(List.of(new Span(DAY, paces(290))), List.of(), null, List.of());
        var history = new FitnessHistory(List.of(new FitnessHistory.Known(MORNING, old)), newer);
        assertThat(history.knownBy(MORNING.minusSeconds(1))).isEqualTo(Fitness.UNKNOWN);
        assertThat(history.knownBy(MORNING)).isEqualTo(old);
        assertThat(history.knownBy(FitnessHistory.NEWEST)).isEqualTo(newer);
    }

    private static Paces paces(double easy) {
        return new Paces(
                easy,
                easy + 45,
                easy - 20,
                easy - 40,
                easy - 60,
                easy - 80,
                List.of(new Paces.Equivalent(5000, 1200), new Paces.Equivalent(10000, 2488)));
    }
}
