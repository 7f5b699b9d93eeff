package run.harrier.load.diary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        var little = entry(1, new RunIntensity(3000, 350, 0, 0, false));
        var much = entry(2, new RunIntensity(0, 1800, 0, 0, false));
        var prescribed = entry(3, new RunIntensity(0, 1800, 0, 1800, false));
        var easy = entry(4, new RunIntensity(3000, 100, 0, 0, false));
        assertThat(DiarySpan.of(MONDAY, MONDAY.plusDays(6), List.of(little, prescribed, much, easy))
                        .greyRuns())
                .containsExactly(much, little);
    }

    @Test
    void a_run_of_unknown_intensity_is_counted_and_shares_in_nothing() {
        var unknown = new DiaryRun(UUID.randomUUID(), MONDAY, Optional.empty());
        var span = DiarySpan.of(MONDAY, MONDAY, List.of(unknown, entry(0, new RunIntensity(0, 0, 1200, 0, false))));
        assertThat(span.unknownRuns()).isOne();
        assertThat(span.diary().hardShare()).hasValue(1);
    }

    @Property
    void the_weeks_make_up_the_whole_and_what_is_grey_has_a_run_that_is(@ForAll long seed) {
        var random = new Random(seed);
        var from = MONDAY.plusDays(random.nextInt(7));
        var to = from.plusDays(random.nextInt(60));
        var entries = new ArrayList<DiaryRun>();
        for (int i = random.nextInt(40); i > 0; i--) {
            entries.add(new DiaryRun(
                    UUID.randomUUID(),
                    MONDAY.plusDays(random.nextInt(80)),
                    random.nextInt(8) == 0 ? Optional.empty() : Optional.of(anyRun(random))));
        }
        var span = DiarySpan.of(from, to, entries);
        var weeks = span.weeks(entries);
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

    private static RunIntensity anyRun(Random random) {
        return new RunIntensity(
                3600 * random.nextDouble(),
                random.nextBoolean() ? 0 : 1200 * random.nextDouble(),
                random.nextBoolean() ? 0 : 1200 * random.nextDouble(),
                random.nextBoolean() ? 0 : 1200 * random.nextDouble(),
                random.nextBoolean());
    }

    private static DiaryRun entry(int day, RunIntensity run) {
        return new DiaryRun(UUID.randomUUID(), MONDAY.plusDays(day), Optional.of(run));
    }
}
