package run.harrier.plan.generation.start.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** S54, S56, D7, D14. */
class RecoveryWeeksTest {

    @Test
    void every_fourth_week_is_down_and_tested_without_a_result() {
        RecoveryWeeks weeks = RecoveryWeeks.of(MONDAY, 12, DayOfWeek.SATURDAY, null);

        assertThat(weeks.down()).containsExactly(4, 8, 12);
        assertThat(weeks.tests()).containsExactly(4, 8, 12);
    }

    @Test
    void a_result_just_before_the_start_has_its_test_after_four_weeks() {
        RecoveryWeeks weeks = RecoveryWeeks.of(MONDAY, 12, DayOfWeek.SATURDAY, MONDAY.minusDays(2));

        assertThat(weeks.tests()).containsExactly(4, 8, 12);
    }

    /** 20 days before the start: the fourth week would be 46 days after it, the third is 39. */
    @Test
    void a_third_week_is_down_where_the_fourth_is_too_late_for_the_test() {
        RecoveryWeeks weeks = RecoveryWeeks.of(MONDAY, 12, DayOfWeek.SATURDAY, MONDAY.minusDays(20));

        assertThat(weeks.down()).containsExactly(3, 7, 11);
        assertThat(weeks.tests()).containsExactly(3, 7, 11);
    }

    @Test
    void a_result_inside_the_plan_puts_its_test_off() {
        RecoveryWeeks weeks = RecoveryWeeks.of(MONDAY, 12, DayOfWeek.SATURDAY, MONDAY.plusDays(10));

        assertThat(weeks.tests()).containsExactly(7, 11);
        assertThat(weeks.down()).containsExactly(3, 7, 11);
    }
}
