package run.harrier.load.diary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The diary of a range of days, and of its weeks (S21, S22, D2, D12). */
class DiarySpanTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void weeks_start_on_monday_and_the_first_and_the_last_are_as_long_as_the_range_reaches() {
        var span = DiarySpan.of(MONDAY.plusDays(2), MONDAY.plusDays(14), List.of());
        assertThat(span.weeks(List.of()))
                .extracting(week -> week.from() + " " + week.to())
                .containsExactly("2026-03-04 2026-03-08", "2026-03-09 2026-03-15", "2026-03-16 2026-03-16");
    }

    @Test
    void the_runs_that_are_grey_are_named_the_greyest_first_and_no_other() {
        var little = aRun(1, new RunIntensity(3000, 350, 0, 0, false, false));
        var much = aRun(2, new RunIntensity(0, 1800, 0, 0, false, false));
        var prescribed = aRun(3, new RunIntensity(0, 1800, 0, 1800, false, false));
        var easy = aRun(4, new RunIntensity(3000, 100, 0, 0, false, false));
        assertThat(DiarySpan.of(MONDAY, MONDAY.plusDays(6), List.of(little, prescribed, much, easy))
                        .greyRuns())
                .containsExactly(much, little);
    }

    @Test
    void a_run_of_unknown_intensity_is_counted_and_shares_in_nothing() {
        var unknown = new DiaryRun(UUID.randomUUID(), MONDAY, Optional.empty());
        var span =
                DiarySpan.of(MONDAY, MONDAY, List.of(unknown, aRun(0, new RunIntensity(0, 0, 1200, 0, false, false))));
        assertThat(span.unknownRuns()).isOne();
        assertThat(span.diary().hardShare()).hasValue(1);
    }

    @Property
    void the_weeks_make_up_the_whole_and_what_is_grey_has_a_run_that_is(
            @ForAll("runs") List<DiaryRun> runs,
            @ForAll @IntRange(max = 6) int firstDay,
            @ForAll @IntRange(max = 59) int moreDays) {
        var from = MONDAY.plusDays(firstDay);
        var to = from.plusDays(moreDays);
        var span = DiarySpan.of(from, to, runs);
        var weeks = span.weeks(runs);
        assertThat(weeks.getFirst().from()).isEqualTo(from);
        assertThat(weeks.getLast().to()).isEqualTo(to);
        assertThat(weeks.stream().skip(1)).allMatch(week -> week.from().getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(weeks.stream().mapToInt(DiarySpan::unknownRuns).sum()).isEqualTo(span.unknownRuns());
        assertThat(weeks.stream().flatMap(week -> week.greyRuns().stream()))
                .containsExactlyInAnyOrderElementsOf(span.greyRuns());
        for (var part : List.<ToDoubleFunction<Diary>>of(
                Diary::runs,
                Diary::hardRuns,
                Diary::lowSeconds,
                Diary::moderateSeconds,
                Diary::highSeconds,
                Diary::prescribedModerateSeconds,
                Diary::unplannedModerateSeconds)) {
            assertThat(weeks.stream().map(DiarySpan::diary).mapToDouble(part).sum())
                    .isCloseTo(part.applyAsDouble(span.diary()), within(1e-6));
        }
        assertThat(weeks)
                .allMatch(week -> !week.diary().grey() || !week.greyRuns().isEmpty());
        assertThat(span.diary().grey() && span.greyRuns().isEmpty()).isFalse();
    }

    @Provide
    Arbitrary<List<DiaryRun>> runs() {
        var intensity = Combinators.combine(
                        upTo(3600),
                        noneOrUpTo(1200),
                        noneOrUpTo(1200),
                        noneOrUpTo(1200),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(RunIntensity::new);
        return Combinators.combine(
                        Arbitraries.longs().map(id -> new UUID(0, id)),
                        Arbitraries.integers()
                                .between(0, 79)
                                .withDistribution(RandomDistribution.uniform())
                                .map(MONDAY::plusDays),
                        intensity.optional(7 / 8.0))
                .as(DiaryRun::new)
                .list()
                .ofMaxSize(39)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    private static Arbitrary<Double> noneOrUpTo(double seconds) {
        return Arbitraries.oneOf(Arbitraries.just(0.0), upTo(seconds));
    }

    private static Arbitrary<Double> upTo(double seconds) {
        return Arbitraries.doubles().between(0, seconds).withDistribution(RandomDistribution.uniform());
    }

    private static DiaryRun aRun(int day, RunIntensity run) {
        return new DiaryRun(UUID.randomUUID(), MONDAY.plusDays(day), Optional.of(run));
    }
}
