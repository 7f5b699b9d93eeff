package run.harrier.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    @Test
    void nothing_said_keeps_data_and_fills_the_demonstration_squad() {
        assertThat(UpOptions.of()).isEqualTo(new UpOptions(false, true, null));
    }

    @Test
    void options_add_up_in_any_order() {
        assertThat(UpOptions.of("--today", "2026-03-29", "--no-demo", "--fresh"))
                .isEqualTo(new UpOptions(true, false, LocalDate.of(2026, 3, 29)));
    }

    @Test
    void another_day_begins_at_the_present_time_of_day() {
        var home = Path.of("");
        var late = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(UpOptions.of("--today", "2026-03-29").config(home, late).clockOffset())
                .isEqualTo(Duration.ofDays(-238));
        assertThat(UpOptions.of().config(home, late).clockOffset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--today", "--today tomorrow", "--today 2026-02-30"})
    void a_day_that_is_none_is_refused(String line) {
        assertThatThrownBy(() -> UpOptions.of(line.split(" ")))
                .isInstanceOf(StackFailure.class)
                .hasMessage("--today takes a day such as 2026-11-22.");
    }

    @Test
    void an_unknown_option_is_refused_by_name() {
        assertThatThrownBy(() -> UpOptions.of("--fersh"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--fersh");
    }
}
