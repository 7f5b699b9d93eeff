package run.harrier.plan.generation.request.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;
import static run.harrier.plan.generation.model.AnyPlan.anyAthlete;
import static run.harrier.plan.generation.model.AnyPlan.athlete;
import static run.harrier.plan.generation.model.AnyPlan.race;
import static run.harrier.plan.generation.model.AnyPlan.withFocus;

import java.time.DayOfWeek;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Level;

/** What a request asks of an athlete where it leaves something open. */
class PlanRequestTest {

    /** D4. */
    @Test
    void the_current_volume_is_the_requested_one_and_else_that_of_the_profile() {
        assertThat(race(10_000, 12).currentWeeklyDistanceMetres(anyAthlete())).isEqualTo(40_000);
        assertThat(race(10_000, 12).withCurrentWeeklyDistance(55_000.0).currentWeeklyDistanceMetres(anyAthlete()))
                .isEqualTo(55_000);
        assertThat(race(10_000, 12).withCurrentWeeklyDistance(0.0).currentWeeklyDistanceMetres(anyAthlete()))
                .isZero();
    }

    @Test
    void the_days_of_a_week_are_those_of_the_level() {
        assertThat(race(10_000, 12).daysPerWeek(athlete(Level.BEGINNER))).isEqualTo(4);
        assertThat(race(10_000, 12).daysPerWeek(athlete(Level.EXPERIENCED))).isEqualTo(6);
    }

    /** S28: 22 km are about two hours of easy running, four days of 25 minutes. */
    @Test
    void the_days_of_a_week_are_no_more_than_its_running_is_worth_and_no_fewer_than_three() {
        assertThat(race(10_000, 12).withCurrentWeeklyDistance(22_000.0).daysPerWeek(athlete(Level.EXPERIENCED)))
                .isEqualTo(4);
        assertThat(race(10_000, 12).withCurrentWeeklyDistance(1_000.0).daysPerWeek(athlete(Level.EXPERIENCED)))
                .isEqualTo(3);
    }

    /** U4. */
    @Test
    void the_days_of_a_week_are_no_more_than_are_free() {
        assertThat(race(10_000, 12)
                        .withNoRunDays(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))
                        .daysPerWeek(anyAthlete()))
                .isEqualTo(4);
    }

    @Test
    void what_is_asked_for_is_not_replaced() {
        var asked = new PlanRequest.Goal(42_195, MONDAY.plusWeeks(20), null);
        assertThat(race(10_000, 12).withDaysPerWeek(7).daysPerWeek(anyAthlete()))
                .isEqualTo(7);
        assertThat(withFocus(race(10_000, 12), Focus.SPEED).withGoal(asked).focus(anyAthlete()))
                .isEqualTo(Focus.SPEED);
    }

    /** S35. */
    @Test
    void the_usual_focus_follows_the_race() {
        assertThat(race(42_195, 20).focus(anyAthlete())).isEqualTo(Focus.DISTANCE);
        assertThat(race(10_000, 12).focus(anyAthlete())).isNull();
        assertThat(PlanRequest.race(MONDAY, null).focus(anyAthlete())).isNull();
    }
}
