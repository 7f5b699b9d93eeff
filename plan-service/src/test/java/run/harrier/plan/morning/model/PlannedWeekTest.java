package run.harrier.plan.morning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.plan.morning.model.PlannedWeek.Planned;

class PlannedWeekTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    /** A session of an hour on each of 21 days, the middle week being Monday's. */
    private static final List<Planned> HOURS = Stream.iterate(MONDAY.minusDays(7), day -> day.plusDays(1))
            .limit(21)
            .map(day -> new Planned(day, 3600))
            .toList();

    /** D12. */
    @Test
    void a_week_is_monday_to_sunday_and_due_is_what_lies_before_the_day() {
        assertThat(PlannedWeek.of(MONDAY, HOURS)).isEqualTo(new PlannedWeek(7 * 3600, 0));
        assertThat(PlannedWeek.of(MONDAY.plusDays(2), HOURS)).isEqualTo(new PlannedWeek(7 * 3600, 2 * 3600));
        assertThat(PlannedWeek.of(MONDAY.plusDays(6), HOURS)).isEqualTo(new PlannedWeek(7 * 3600, 6 * 3600));
        assertThat(PlannedWeek.of(MONDAY, List.of())).isEqualTo(new PlannedWeek(0, 0));
    }
}
