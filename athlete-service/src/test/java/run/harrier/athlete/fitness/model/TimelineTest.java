package run.harrier.athlete.fitness.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import run.harrier.athlete.fitness.model.FitnessEvidence.FitnessOverride;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result.Kind;
import run.harrier.athlete.fitness.model.Timeline.Span;

/** D11. */
class TimelineTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 6);

    @Test
    void without_a_result_there_is_no_number() {
        assertThat(Timeline.of(List.of()).on(DAY)).isEmpty();
    }

    @Test
    void a_result_is_in_force_from_its_day() {
        var result = fiveK(DAY, 1200);
        var timeline = Timeline.of(List.of(result));
        assertThat(timeline.on(DAY.minusDays(1))).isEmpty();
        assertThat(timeline.on(DAY)).contains(new Span(DAY, result, false));
    }

    @Test
    void a_result_is_stale_from_the_85th_day_after() {
        var timeline = Timeline.of(List.of(fiveK(DAY, 1200)));
        assertThat(timeline.on(DAY.plusDays(84))).map(Span::stale).contains(false);
        assertThat(timeline.on(DAY.plusDays(85))).map(Span::stale).contains(true);
        assertThat(timeline.spans()).extracting(Span::from).containsExactly(DAY, DAY.plusDays(85));
    }

    @Test
    void the_best_of_the_window_counts_not_the_newest() {
        var best = fiveK(DAY, 1170);
        var slower = fiveK(DAY.plusDays(30), 1300);
        var timeline = Timeline.of(List.of(slower, best));
        assertThat(timeline.spans())
                .containsExactly(
                        new Span(DAY, best, false),
                        new Span(DAY.plusDays(85), slower, false),
                        new Span(DAY.plusDays(115), slower, true));
    }

    @Test
    void a_time_trial_counts_like_a_race() {
        var trial = new Result(new UUID(0, 7), Kind.TIME_TRIAL, 4989, Duration.ofMinutes(19), DAY);
        var timeline = Timeline.of(List.of(fiveK(DAY, 1200), trial));
        assertThat(timeline.on(DAY)).map(Span::evidence).contains(trial);
    }

    @Test
    void a_coachs_number_hides_what_was_measured_before() {
        var race = fiveK(DAY, 1200);
        var override = new FitnessOverride(DAY.plusDays(20), new Vdot(45), "back from a fever");
        assertThat(Timeline.of(List.of(race, override)).spans())
                .containsExactly(
                        new Span(DAY, race, false),
                        new Span(DAY.plusDays(20), override, false),
                        new Span(DAY.plusDays(105), override, true));
    }

    @Test
    void a_better_result_after_a_coachs_number_counts() {
        var override = new FitnessOverride(DAY, new Vdot(45), "back from a fever");
        var slower = fiveK(DAY.plusDays(7), 1500);
        var better = fiveK(DAY.plusDays(14), 1200);
        var timeline = Timeline.of(List.of(override, slower, better));
        assertThat(timeline.on(DAY.plusDays(7))).map(Span::evidence).contains(override);
        assertThat(timeline.on(DAY.plusDays(14))).map(Span::evidence).contains(better);
    }

    @Property
    void every_day_has_the_number_that_the_rule_gives(
            @ForAll("histories") @Size(max = 12) List<FitnessEvidence> evidence) {
        var timeline = Timeline.of(evidence);
        for (var day = DAY.minusDays(10); day.isBefore(DAY.plusDays(500)); day = day.plusDays(1)) {
            var span = timeline.on(day);
            var expected = byTheRule(evidence, day);
            assertThat(span.map(s -> s.vdot().value()))
                    .isEqualTo(expected.map(e -> e.vdot().value()));
            assertThat(span.map(Span::stale)).isEqualTo(expected.map(Span::stale));
        }
    }

    @Property
    void spans_rise_by_day_and_differ_from_their_neighbours(
            @ForAll("histories") @Size(max = 30) List<FitnessEvidence> evidence) {
        var spans = Timeline.of(evidence).spans();
        assertThat(spans).hasSizeLessThanOrEqualTo(2 * evidence.size());
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isAfter(spans.get(i - 1).from());
            assertThat(spans.get(i).evidence() == spans.get(i - 1).evidence()
                            && spans.get(i).stale() == spans.get(i - 1).stale())
                    .isFalse();
        }
    }

    /** D11 word by word, without any structure. */
    private static Optional<Span> byTheRule(List<FitnessEvidence> evidence, LocalDate day) {
        var lastOverride = evidence.stream()
                .filter(FitnessOverride.class::isInstance)
                .map(FitnessEvidence::on)
                .filter(on -> !on.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        var eligible = evidence.stream()
                .filter(m -> !m.on().isAfter(day))
                .filter(m ->
                        m.on().isAfter(lastOverride) || (m instanceof FitnessOverride && m.on().equals(lastOverride)))
                .toList();
        var fresh = eligible.stream()
                .filter(m -> !m.on().isBefore(day.minusDays(84)))
                .max(Comparator.comparingDouble(m -> m.vdot().value()));
        return fresh.isPresent()
                ? fresh.map(m -> new Span(day, m, false))
                : eligible.stream()
                        .max(Comparator.comparing(FitnessEvidence::on)
                                .thenComparing(m -> m.vdot().value()))
                        .map(m -> new Span(day, m, true));
    }

    @Provide
    Arbitrary<List<FitnessEvidence>> histories() {
        var results = Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(900, 2400),
                        Arbitraries.longs().greaterOrEqual(1))
                .as((day, seconds, id) -> (FitnessEvidence)
                        new Result(new UUID(0, id), Kind.RACE, 5000, Duration.ofSeconds(seconds), DAY.plusDays(day)));
        var overrides = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.doubles().between(20, 70))
                .as((twentyDays, vdot) -> (FitnessEvidence)
                        new FitnessOverride(DAY.plusDays(20L * twentyDays), new Vdot(vdot), "reason"));
        return Arbitraries.frequencyOf(Tuple.of(6, results), Tuple.of(1, overrides))
                .list()
                .uniqueElements(m -> m instanceof FitnessOverride ? m.on() : m);
    }

    private static Result fiveK(LocalDate on, long seconds) {
        return new Result(new UUID(0, seconds), Kind.RACE, 5000, Duration.ofSeconds(seconds), on);
    }
}
