package run.harrier.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** D12. */
class CalendarWeekTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void every_day_from_monday_to_sunday_is_of_the_same_week_and_no_other() {
        var week = new CalendarWeek(MONDAY);

        assertThat(MONDAY.datesUntil(MONDAY.plusDays(7))).allSatisfy(day -> {
            assertThat(CalendarWeek.of(day)).isEqualTo(week);
            assertThat(week.contains(day)).isTrue();
        });
        assertThat(week.sunday()).isEqualTo(MONDAY.plusDays(6));
        assertThat(week.contains(MONDAY.minusDays(1))).isFalse();
        assertThat(week.contains(MONDAY.plusDays(7))).isFalse();
    }

    @Test
    void a_week_starts_on_no_other_day() {
        assertThatThrownBy(() -> new CalendarWeek(MONDAY.plusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
