package run.harrier.plan.generation.plan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S40, S47, D7. */
class PeriodisationTest {

    /** S52. */
    @ParameterizedTest(name = "{0} m in {1} weeks: {2}/{3}/{4}/{5}/{6}")
    @CsvSource({
        "5000, 8, 4, 1, 1, 1, 1",
        "10000, 12, 4, 2, 3, 2, 1",
        "21097.5, 16, 5, 2, 4, 3, 2",
        "42195, 10, 4, 1, 1, 1, 3",
        "42195, 20, 7, 3, 4, 3, 3",
        "42195, 52, 12, 11, 15, 11, 3",
    })
    void weeks_are_parted_into_phases(
            double metres, int weeks, int base, int earlyQuality, int build, int peak, int taper) {
        Periodisation phases = Periodisation.of(MONDAY, MONDAY.plusWeeks(weeks).minusDays(1), metres, false)
                .orElseThrow();

        assertThat(count(phases, Phase.BASE)).isEqualTo(base);
        assertThat(count(phases, Phase.EARLY_QUALITY)).isEqualTo(earlyQuality);
        assertThat(count(phases, Phase.BUILD)).isEqualTo(build);
        assertThat(count(phases, Phase.PEAK)).isEqualTo(peak);
        assertThat(count(phases, Phase.TAPER)).isEqualTo(taper);
    }

    private static int count(Periodisation phases, Phase phase) {
        return Collections.frequency(phases.phases(), phase);
    }

    @ParameterizedTest
    @CsvSource({"1500, 7", "5000, 7", "5001, 10", "10000, 10", "15000, 14", "21097.5, 14", "30000, 21", "42195, 21"})
    void the_taper_is_as_long_as_the_race_asks(double metres, int days) {
        assertThat(Periodisation.taperDays(metres)).isEqualTo(days);
    }

    @Test
    void a_ten_day_taper_starts_inside_a_peak_week() {
        Periodisation phases = Periodisation.of(MONDAY, MONDAY.plusWeeks(12).minusDays(1), 10_000, false)
                .orElseThrow();

        assertThat(phases.phase(11)).isEqualTo(Phase.PEAK);
        assertThat(phases.taperDaysIn(11)).isEqualTo(3);
        assertThat(phases.phase(12)).isEqualTo(Phase.TAPER);
    }

    @ParameterizedTest
    @CsvSource({"5000, 7", "10000, 7", "21097.5, 8", "42195, 9", "42195, 3"})
    void phases_that_do_not_fit_are_no_plan(double metres, int weeks) {
        assertThat(Periodisation.of(MONDAY, MONDAY.plusWeeks(weeks).minusDays(1), metres, false))
                .isEmpty();
    }

    /** S47: a bigger goal does not shorten base. */
    @Test
    void base_is_never_shorter_in_a_longer_plan() {
        for (int weeks = 8; weeks < 52; weeks++) {
            assertThat(Periodisation.baseWeeks(weeks + 1)).isGreaterThanOrEqualTo(Periodisation.baseWeeks(weeks));
        }
    }
}
