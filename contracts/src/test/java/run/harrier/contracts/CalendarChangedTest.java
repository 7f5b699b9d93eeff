package run.harrier.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarChangedTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final UUID ANYBODY = UUID.randomUUID();

    /** A broker takes messages of a million bytes. */
    @Test
    void a_year_with_two_sessions_a_day_is_below_the_limit_of_the_broker() throws Exception {
        var year = MONDAY.datesUntil(MONDAY.plusDays(CalendarChanged.MOST_DAYS))
                .flatMap(day -> Stream.of(session(day), session(day)))
                .toList();
        var event = new CalendarChanged(ANYBODY, MONDAY, MONDAY.plusDays(365), year);
        var bytes = new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsBytes(event);
        assertThat(bytes.length).isBetween(300_000, 1_000_000);
    }

    @Test
    void a_range_is_one_of_a_year_at_most_with_its_own_sessions() {
        for (var to : List.of(MONDAY.minusDays(1), MONDAY.plusDays(366), LocalDate.MAX)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new CalendarChanged(ANYBODY, MONDAY, to, List.of()));
        }
        for (var on : List.of(MONDAY.minusDays(1), MONDAY.plusDays(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CalendarChanged(ANYBODY, MONDAY, MONDAY, List.of(session(on))));
        }
        assertThat(new CalendarChanged(ANYBODY, MONDAY, MONDAY, List.of(session(MONDAY))).about())
                .isEqualTo("calendar 2026-09-07 to 2026-09-07");
    }

    private static CalendarChanged.Session session(LocalDate on) {
        return new CalendarChanged.Session(
                UUID.randomUUID(),
                on,
                "CROSS_TRAINING",
                false,
                10_000.123456789,
                20_000.123456789,
                new CalendarChanged.Load(123.123456789, "HEART_RATE"),
                null,
                List.of(
                        step(1, "WARM_UP"),
                        step(4, "STRIDES", "RECOVERY"),
                        step(12, "RUN", "RECOVERY"),
                        step(1, "COOL_DOWN")));
    }

    private static CalendarChanged.Step step(int times, String... kinds) {
        var target = new CalendarChanged.Target(null, 42_195.0, -22.4);
        return new CalendarChanged.Step(
                times,
                Stream.of(kinds)
                        .map(kind -> new CalendarChanged.Stretch(kind, 1_500, null, null, target, 10, 10))
                        .toList());
    }
}
