package run.harrier.plan.generation.request.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;
import static run.harrier.plan.generation.model.AnyPlan.anyAthlete;
import static run.harrier.plan.generation.model.AnyPlan.beginnerWhoRunsMinutes;
import static run.harrier.plan.generation.model.AnyPlan.planned;
import static run.harrier.plan.generation.model.AnyPlan.race;
import static run.harrier.plan.generation.model.AnyPlan.refused;
import static run.harrier.plan.generation.model.AnyPlan.twelveWeeksToTenK;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.plan.generation.model.AnyPlan;
import run.harrier.plan.generation.model.PlanDecision;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;

/** Each impossible request is answered with the rule against it, and with a request that can be planned. */
class RefusalTest {

    @Test
    void a_marathon_in_three_weeks_from_zero_gets_the_beginners_base_plan_instead() {
        PlanDecision.Refused refused = refused(race(42_195, 3), beginnerWhoRunsMinutes(25));

        assertThat(refused.rule()).isEqualTo("D4");
        assertThat(refused.possible()).isEqualTo(PlanRequest.beginnerBase(MONDAY));
    }

    @Test
    void who_cannot_run_twenty_minutes_yet_is_told_so() {
        PlanDecision.Refused refused = refused(race(42_195, 3), beginnerWhoRunsMinutes(5));

        assertThat(refused.rule()).isEqualTo("D4");
        assertThat(refused.possible()).isEqualTo(race(42_195, 3).withoutRace(PlanKind.WALK_RUN));
        assertThat(refused.possibleText()).contains("from walking to running");
    }

    /** D51. */
    @Test
    void a_race_plan_is_asked_for_no_weeks() {
        var asked = race(10_000, 12).withOptions(PlanRequest.Options.NONE.withWeeks(8));

        assertThat(refused(asked, anyAthlete()).pointer()).isEqualTo("/weeks");
        assertThat(refused(asked, anyAthlete()).possible()).isEqualTo(race(10_000, 12));
    }

    /** D33: the hours bind every kind of plan. */
    @Test
    void an_hour_a_week_is_too_little_for_the_beginners_base_plan() {
        var refused = refused(PlanRequest.beginnerBase(MONDAY).withOptions(oneHour()), beginnerWhoRunsMinutes(25));

        assertThat(refused.rule()).isEqualTo("D33");
        assertThat(refused.text()).isEqualTo("The hours of a week are too few");
    }

    /** D33: so little that no long run has room for its walking. */
    @Test
    void an_hour_a_week_is_too_little_for_fifty_kilometres() {
        assertThat(refused(race(50_000, 30).withOptions(oneHour()), anyAthlete())
                        .possible())
                .isNotNull();
    }

    private static PlanRequest.Options oneHour() {
        return new PlanRequest.Options(false, null, null, false, true, true, null, 1.0, null, false);
    }

    /** D36. */
    @Test
    void only_a_beginners_long_race_comes_from_base_alone() {
        PlanDecision.Refused refused = refused(race(21_097.5, 16).withQualityPerWeek(0), anyAthlete());

        assertThat(refused.rule()).isEqualTo("S37");
        assertThat(refused.pointer()).isEqualTo("/qualityPerWeek");
        assertThat(refused.possible()).isEqualTo(race(21_097.5, 16).withQualityPerWeek(1));
    }

    /** S40, then D25: from 40 km a week and runs of an hour, enough for a marathon takes four months. */
    @Test
    void a_marathon_in_three_weeks_is_possible_in_four_months() {
        PlanDecision.Refused refused = refused(race(42_195, 3), anyAthlete());

        assertThat(refused.rule()).isEqualTo("S40");
        assertThat(refused.pointer()).isEqualTo("/goal/date");
        assertThat(refused.possible()).isEqualTo(race(42_195, 17));
    }

    @Test
    void a_race_before_the_start_is_refused_for_its_phases() {
        PlanRequest request = PlanRequest.race(MONDAY, new PlanRequest.Goal(10_000, MONDAY.minusDays(8), null));

        assertThat(refused(request, anyAthlete()).rule()).isEqualTo("S40");
    }

    @Test
    void three_quality_sessions_in_two_days_are_one_in_three() {
        PlanDecision.Refused refused =
                refused(twelveWeeksToTenK().withDaysPerWeek(2).withQualityPerWeek(3), anyAthlete());

        assertThat(refused.rule()).isEqualTo("S24");
        assertThat(refused.possible())
                .isEqualTo(twelveWeeksToTenK().withDaysPerWeek(3).withQualityPerWeek(1));
    }

    @Test
    void three_quality_sessions_on_two_free_days_are_refused_too() {
        PlanRequest request = twelveWeeksToTenK()
                .withDaysPerWeek(null)
                .withLongRunDay(null)
                .withNoRunDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                .withQualityPerWeek(3);

        assertThat(refused(request, anyAthlete()).rule()).isEqualTo("S24");
    }

    @Test
    void quality_days_that_would_touch_are_refused_with_the_number_that_fits() {
        PlanRequest request = twelveWeeksToTenK()
                .withDaysPerWeek(4)
                .withLongRunDay(DayOfWeek.THURSDAY)
                .withNoRunDays(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))
                .withQualityPerWeek(2);

        assertThat(planned(request, anyAthlete()).certificate()).anyMatch(entry -> entry.override() != null);
        PlanDecision.Refused refused = refused(
                request.withLongRunDay(DayOfWeek.TUESDAY)
                        .withNoRunDays(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))
                        .withQualityPerWeek(3)
                        .withDaysPerWeek(4),
                anyAthlete());
        assertThat(refused.rule()).isEqualTo("S24");
        assertThat(refused.possible()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0, S37, 1", "-1, S37, 1", "4, S24, 3", "9, S24, 3"})
    void a_number_of_quality_sessions_out_of_range_is_refused(int quality, String rule, int possible) {
        PlanDecision.Refused refused = refused(twelveWeeksToTenK().withQualityPerWeek(quality), anyAthlete());

        assertThat(refused.rule()).isEqualTo(rule);
        assertThat(refused.possible()).isNotNull();
        assertThat(refused.possible().qualityPerWeek()).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "0, 3", "-4, 3", "8, 6", "2000000000, 6"})
    void running_days_out_of_range_are_refused(int days, int possible) {
        PlanDecision.Refused refused = refused(twelveWeeksToTenK().withDaysPerWeek(days), anyAthlete());

        assertThat(refused.rule()).isEqualTo("D13");
        assertThat(refused.possible()).isEqualTo(twelveWeeksToTenK().withDaysPerWeek(possible));
    }

    /** U4. */
    @Test
    void more_running_days_than_free_ones_are_refused() {
        PlanDecision.Refused refused = refused(twelveWeeksToTenK().withDaysPerWeek(7), anyAthlete());

        assertThat(refused.rule()).isEqualTo("U4");
        assertThat(refused.possible()).isEqualTo(twelveWeeksToTenK().withDaysPerWeek(6));
    }

    /** U4. */
    @Test
    void a_week_without_running_days_is_refused() {
        PlanRequest request = twelveWeeksToTenK().withNoRunDays(EnumSet.allOf(DayOfWeek.class));

        assertThat(refused(request, anyAthlete()).rule()).isEqualTo("U4");
    }

    /** U4. */
    @Test
    void a_long_run_on_a_day_without_running_is_refused() {
        PlanDecision.Refused refused = refused(twelveWeeksToTenK().withLongRunDay(DayOfWeek.FRIDAY), anyAthlete());

        assertThat(refused.rule()).isEqualTo("U4");
        assertThat(refused.pointer()).isEqualTo("/longRunDay");
    }

    /** D15. */
    @Test
    void a_start_that_is_no_monday_becomes_the_next_one() {
        PlanDecision.Refused refused = refused(twelveWeeksToTenK().startingOn(MONDAY.minusDays(3)), anyAthlete());

        assertThat(refused.rule()).isEqualTo("D15");
        assertThat(refused.possible()).isEqualTo(twelveWeeksToTenK());
    }

    /** S1. */
    @Test
    void without_an_intake_there_is_no_plan_of_any_kind() {
        AthleteFacts unknown = new AthleteFacts(
                Level.INTERMEDIATE, 40_000, false, false, 60, null, Optional.empty(), TrainingRecord.NONE);

        assertThat(refused(twelveWeeksToTenK(), unknown).rule()).isEqualTo("S1");
        assertThat(refused(PlanRequest.beginnerBase(MONDAY), unknown).rule()).isEqualTo("S1");
    }

    /** S12: the formula's range, a little beyond the marathon. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -10_000, 1_499, 50_001, 1e12, Double.NaN, Double.POSITIVE_INFINITY})
    void a_race_out_of_range_is_refused(double metres) {
        assertThat(refused(race(metres, 16), anyAthlete()))
                .returns("S12", PlanDecision.Refused::rule)
                .returns("/goal/distanceMetres", PlanDecision.Refused::pointer);
    }

    /** S36. */
    @Test
    void a_race_in_the_far_future_starts_a_year_before() {
        PlanDecision.Refused refused = refused(race(10_000, 70), anyAthlete());

        assertThat(refused.rule()).isEqualTo("S36");
        assertThat(refused.possible()).isEqualTo(race(10_000, 70).startingOn(MONDAY.plusWeeks(18)));
    }

    @Test
    void days_beyond_the_calendar_are_refused() {
        assertThat(refused(PlanRequest.race(LocalDate.MIN, null), anyAthlete()).rule())
                .isEqualTo("D15");
        assertThat(refused(PlanRequest.race(MONDAY, new PlanRequest.Goal(10_000, LocalDate.MAX, null)), anyAthlete())
                        .rule())
                .isEqualTo("S36");
    }

    /** S19. */
    @ParameterizedTest
    @ValueSource(doubles = {600, 0, -1, 1e9, Double.NaN})
    void an_absurd_goal_time_is_refused_and_the_goal_kept(double seconds) {
        LocalDate day = MONDAY.plusWeeks(12).minusDays(1);
        PlanRequest request = twelveWeeksToTenK().withGoal(new PlanRequest.Goal(10_000, day, seconds));

        PlanDecision.Refused refused = refused(request, anyAthlete());

        assertThat(refused.pointer()).isEqualTo("/goal/durationSeconds");
        assertThat(refused.possible()).isEqualTo(twelveWeeksToTenK());
    }

    @Test
    void a_race_plan_without_a_race_is_refused() {
        assertThat(refused(PlanRequest.race(MONDAY, null), anyAthlete()).pointer())
                .isEqualTo("/goal");
    }

    /** D4. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e6, Double.NaN})
    void an_absurd_volume_is_refused(double metres) {
        assertThat(refused(twelveWeeksToTenK().withCurrentWeeklyDistance(metres), anyAthlete())
                        .rule())
                .isEqualTo("D4");
    }

    /** S28. */
    @Test
    void too_little_running_for_so_many_days_is_refused_with_fewer_days() {
        PlanDecision.Refused refused =
                refused(twelveWeeksToTenK().withDaysPerWeek(6).withCurrentWeeklyDistance(20_000.0), anyAthlete());

        assertThat(refused.rule()).isEqualTo("S28");
        assertThat(refused.possible()).isNotNull();
        assertThat(refused.possible().daysPerWeek()).isEqualTo(4);
    }

    /** D25. */
    @Test
    void a_marathon_on_little_running_is_refused_with_what_is_possible() {
        PlanRequest request =
                race(42_195, 10).withCurrentWeeklyDistance(12_000.0).withDaysPerWeek(3);
        AthleteFacts unknown = new AthleteFacts(
                Level.INTERMEDIATE, 12_000, true, false, 60, null, Optional.empty(), TrainingRecord.NONE);

        PlanDecision.Refused refused = refused(request, unknown);

        assertThat(refused.rule()).isIn("D25", "S21", "D2");
        assertThat(refused.possible()).isNotNull();
        assertThat(refused.possible()).isNotEqualTo(request);
    }

    /** D9. */
    @Test
    void requestes_against_the_beginners_article_are_refused() {
        PlanRequest plain = PlanRequest.beginnerBase(MONDAY);

        assertThat(beginnerRefused(plain.withDaysPerWeek(5))).isEqualTo("/daysPerWeek");
        assertThat(beginnerRefused(plain.withNoRunDays(Set.of(DayOfWeek.TUESDAY))))
                .isEqualTo("/noRunDays");
        assertThat(beginnerRefused(plain.withLongRunDay(DayOfWeek.SUNDAY))).isEqualTo("/longRunDay");
        assertThat(beginnerRefused(plain.withQualityPerWeek(1))).isEqualTo("/qualityPerWeek");
        assertThat(beginnerRefused(AnyPlan.withFocus(plain, Focus.SPEED))).isEqualTo("/focus");
        assertThat(beginnerRefused(plain.withGoal(race(5_000, 12).goal()))).isEqualTo("/goal");
    }

    private static String beginnerRefused(PlanRequest request) {
        PlanDecision.Refused refused = refused(request, beginnerWhoRunsMinutes(25));
        assertThat(refused.possible()).isEqualTo(PlanRequest.beginnerBase(MONDAY));
        return refused.pointer();
    }
}
