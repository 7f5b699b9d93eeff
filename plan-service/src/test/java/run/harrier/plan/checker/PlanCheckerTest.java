package run.harrier.plan.checker;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.checker.SamplePlan.easy;
import static run.harrier.plan.checker.SamplePlan.framed;
import static run.harrier.plan.checker.SamplePlan.hills;
import static run.harrier.plan.checker.SamplePlan.repeats;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** The checker says nothing of a plan that keeps the rules, and of one fault that fault. */
class PlanCheckerTest {
    private static final Rpe EASY = Zone.EASY.rpe();
    private final SamplePlan sample = new SamplePlan();

    private List<String> rules() {
        return sample.check().stream()
                .map(finding -> finding.rule() + (finding.week() == null ? "" : " " + finding.week()))
                .toList();
    }

    @Test
    void a_plan_that_keeps_the_rules_has_no_finding() {
        assertThat(sample.check()).isEmpty();
    }

    @Test
    void a_rise_of_more_than_a_tenth() {
        sample.add(2, WEDNESDAY, easy(35, Rpe.BASE_EASY));

        assertThat(rules()).contains("S53 2");
    }

    @Test
    void a_down_week_that_is_none() {
        sample.replace(4, TUESDAY, SessionKind.EASY, false, easy(35, Rpe.BASE_EASY));

        assertThat(rules()).containsExactly("S54 4");
    }

    @Test
    void a_long_run_that_grows_by_more_than_one_step() {
        sample.replace(6, SUNDAY, SessionKind.LONG, false, easy(70, EASY));

        assertThat(rules()).containsExactly("D26 6");
    }

    @Test
    void the_longest_run_too_near_the_race() {
        sample.replace(7, SUNDAY, SessionKind.LONG, false, easy(70, EASY));

        assertThat(rules()).contains("D26 6");
    }

    @Test
    void hard_days_side_by_side() {
        sample.move(8, FRIDAY, SATURDAY, SessionKind.EASY);
        sample.replace(8, SATURDAY, SessionKind.INTERVAL, true, framed(repeats(2, 800, Target.zone(Zone.INTERVAL))));

        assertThat(rules()).contains("S24 8").doesNotContain("D13 8");
    }

    @Test
    void quality_in_base() {
        sample.replace(2, THURSDAY, SessionKind.REPETITION, true, framed(hills(4)));

        assertThat(rules()).contains("D13 2");
    }

    @Test
    void more_at_vo2max_than_the_week_allows() {
        sample.replace(6, THURSDAY, SessionKind.INTERVAL, true, framed(repeats(4, 800, Target.zone(Zone.INTERVAL))));

        assertThat(rules()).containsExactlyInAnyOrder("D7 6", "S26 6");
    }

    @Test
    void a_repetition_of_no_round_length() {
        sample.replace(6, THURSDAY, SessionKind.INTERVAL, true, framed(repeats(3, 850, Target.zone(Zone.INTERVAL))));

        assertThat(rules()).containsExactly("D27 6");
    }

    @Test
    void hard_work_without_strides_before_it() {
        var steps = new ArrayList<>(framed(hills(10)));
        steps.remove(1);
        sample.replace(5, THURSDAY, SessionKind.REPETITION, true, steps);

        assertThat(rules()).contains("D28 5");
    }

    @Test
    void build_without_vo2max_work() {
        sample.replace(6, THURSDAY, SessionKind.REPETITION, true, framed(hills(9)));

        assertThat(rules()).containsExactly("D30 6");
    }

    @Test
    void peak_with_too_little_race_pace() {
        sample.replace(7, THURSDAY, SessionKind.INTERVAL, true, framed(repeats(3, 1000, Target.racePace(5000))));

        assertThat(rules()).containsExactly("D31 7");
    }

    @Test
    void a_loading_week_without_strides_after_base() {
        sample.replace(5, TUESDAY, SessionKind.EASY, false, easy(30, EASY));

        assertThat(rules()).containsExactly("S46 5");
    }

    @Test
    void a_week_without_a_long_run() {
        sample.replace(2, SUNDAY, SessionKind.EASY, false, easy(60, Rpe.BASE_EASY));

        assertThat(rules()).contains("S34 2");
    }

    @Test
    void a_test_next_to_the_long_run() {
        sample.remove(4, FRIDAY, session -> session.running());
        sample.add(4, SATURDAY, easy(20, Rpe.BASE_EASY));
        sample.move(4, THURSDAY, SATURDAY, SessionKind.TEST);

        assertThat(rules()).contains("D39 4");
    }

    @Test
    void a_race_plan_that_is_not_enough() {
        for (int week = 1; week <= 7; week++) {
            sample.replace(week, SUNDAY, SessionKind.LONG, false, easy(40, week < 5 ? Rpe.BASE_EASY : EASY));
        }

        assertThat(rules()).contains("D25");
    }

    @Test
    void strides_before_the_third_week_of_base() {
        var steps = new ArrayList<>(easy(35, Rpe.BASE_EASY));
        steps.add(SamplePlan.strides());
        sample.replace(1, TUESDAY, SessionKind.EASY, false, steps);

        assertThat(rules()).containsExactly("D5 1");
    }

    @Test
    void strength_on_the_day_before_quality() {
        sample.remove(5, MONDAY, session -> true);
        sample.add(5, MONDAY, SessionKind.REST, false, List.of());
        sample.add(5, WEDNESDAY, SessionKind.STRENGTH, false, List.of());

        assertThat(rules()).containsExactly("D42 5");
    }

    @Test
    void a_week_without_strength() {
        sample.remove(5, MONDAY, session -> true);
        sample.add(5, MONDAY, SessionKind.REST, false, List.of());

        assertThat(rules()).containsExactly("D42 5");
    }

    @Test
    void a_day_with_nothing() {
        sample.remove(5, SATURDAY, session -> true);

        assertThat(rules()).containsExactly("D43 5");
    }

    @Test
    void an_easy_run_harder_than_base_allows() {
        sample.replace(2, TUESDAY, SessionKind.EASY, false, easy(35, EASY));

        assertThat(rules()).containsExactly("D1 2");
    }

    @Test
    void a_progression_run_that_is_the_first_and_too_long() {
        sample.replace(
                5,
                THURSDAY,
                SessionKind.PROGRESSION,
                true,
                List.of(
                        SamplePlan.stretch(30, EASY),
                        new Step.Stretch(
                                StepKind.RUN, Extent.seconds(900), Target.zone(Zone.MARATHON), new Rpe(5, 6))));

        assertThat(rules()).contains("S72 5", "D30 5");
    }

    @Test
    void a_progression_run_that_gets_easier() {
        sample.replace(
                5,
                THURSDAY,
                SessionKind.PROGRESSION,
                true,
                List.of(
                        new Step.Stretch(StepKind.RUN, Extent.seconds(900), Target.zone(Zone.MARATHON), new Rpe(5, 6)),
                        SamplePlan.stretch(15, EASY)));

        assertThat(rules()).contains("S67 5").doesNotContain("S72 5");
    }

    @Test
    void an_easy_run_on_a_day_without_running() {
        sample.request = SamplePlan.withNoRunDays(sample.request, DayOfWeek.FRIDAY);

        assertThat(rules()).contains("U4 1", "U4 8");
    }

    @Test
    void an_open_injury_forbids_hills_and_strides() {
        sample.athlete = SamplePlan.injured(sample.athlete);

        assertThat(rules()).contains("D34 3", "D34 4", "D34 5", "D34 6", "D34 7");
    }

    @Test
    void a_plan_that_starts_far_above_the_record_sets_off_the_alarm() {
        sample.athlete = SamplePlan.recorded(sample.athlete, 4800);

        assertThat(sample.check())
                .isNotEmpty()
                .allMatch(finding -> finding.rule().equals("D40") && finding.excusable()
                        || finding.rule().equals("D35"));
    }

    @Test
    void a_marathon_owes_m_parts() {
        sample.request = SamplePlan.withDistance(sample.request, 42_195);

        assertThat(rules()).contains("D31", "D25", "D7");
    }

    @Test
    void the_same_work_in_three_loading_weeks() {
        sample.replace(6, THURSDAY, SessionKind.REPETITION, true, framed(hills(10)));
        sample.replace(7, THURSDAY, SessionKind.REPETITION, true, framed(hills(10)));

        assertThat(rules()).contains("D29 7", "D30 6", "D30 7");
    }

    @Test
    void more_hard_sessions_than_the_whole_plan_holds() {
        for (int week : List.of(5, 6, 7)) {
            sample.replace(week, TUESDAY, SessionKind.REPETITION, true, framed(hills(3)));
        }
        sample.replace(8, TUESDAY, SessionKind.REPETITION, true, framed(hills(3)));

        assertThat(rules()).contains("D2", "D13 5");
    }

    @Test
    void quality_and_running_too_soon_after_a_marathon() {
        sample.athlete = SamplePlan.afterRace(sample.athlete, SamplePlan.START.minusDays(1), 42_195);

        assertThat(rules()).contains("S56 4");
    }

    @Test
    void a_long_run_on_the_day_after_quality() {
        sample.remove(5, SATURDAY, session -> true);
        sample.move(5, THURSDAY, SATURDAY, SessionKind.REPETITION);
        sample.move(5, FRIDAY, THURSDAY, SessionKind.EASY);
        sample.add(5, FRIDAY, SessionKind.REST, false, List.of());

        assertThat(rules()).contains("D44 5");
    }

    @Test
    void a_tenth_more_than_the_longest_run_in_steps_of_five_minutes() {
        assertThat(LongRunRules.next(30 * 60)).isEqualTo(35 * 60);
        assertThat(LongRunRules.next(75 * 60)).isEqualTo(85 * 60);
        assertThat(LongRunRules.next(100 * 60)).isEqualTo(110 * 60);
    }

    @Test
    void the_share_of_the_long_run() {
        assertThat(Distance.TO_10_KM.mostMetres(28_000, 4)).isEqualTo(0.45 * 28_000);
        assertThat(Distance.TO_10_KM.mostMetres(40_000, 4)).isEqualTo(13_500);
        assertThat(Distance.TO_10_KM.mostMetres(60_000, 5)).isEqualTo(18_000);
        assertThat(Distance.TO_HALF.mostMetres(40_000, 4)).isEqualTo(18_000);
        assertThat(Distance.TO_HALF.mostMetres(40_000, 3)).isEqualTo(20_000);
        assertThat(Distance.TO_MARATHON.mostMetres(60_000, 5)).isEqualTo(30_000);
    }

    @Test
    void a_marathon_part_that_is_too_small_and_too_late() {
        sample.request = SamplePlan.withDistance(sample.request, 42_195);
        sample.replace(
                7,
                SUNDAY,
                SessionKind.LONG,
                true,
                List.of(
                        SamplePlan.stretch(55, EASY),
                        new Step.Stretch(
                                StepKind.RUN, Extent.seconds(300), Target.zone(Zone.MARATHON), new Rpe(5, 6))));

        assertThat(sample.check())
                .extracting(Finding::text)
                .contains(
                        "an M part of 8.3 % of the long run, 16.7 % to 50.0 %",
                        "the last M part is 8.3 % of the long run, at least 33.3 %",
                        "the last M part is 7 days before the race, 3 weeks",
                        "1.11 km at M in the plan, at least 45.00 km");
    }

    @Test
    void half_marathon_work_in_pieces_too_short() {
        sample.request = SamplePlan.withDistance(sample.request, 21_097.5);
        sample.replace(7, THURSDAY, SessionKind.TEMPO, true, framed(repeats(3, 1000, Target.racePace(21_097.5))));

        assertThat(sample.check())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("a repeat of 1.00 km at race pace"))
                .anyMatch(text ->
                        text.startsWith("3.00 km at race pace on " + SamplePlan.date(7, THURSDAY) + ", at least"));
    }

    @Test
    void a_distance_focus_without_marathon_pace() {
        sample.request = SamplePlan.withFocus(sample.request, Focus.DISTANCE);

        assertThat(rules()).containsExactly("S31");
    }

    @Test
    void a_speed_focus_without_its_ladder() {
        sample.request = SamplePlan.withFocus(sample.request, Focus.SPEED);

        assertThat(rules()).containsExactlyInAnyOrder("S32", "S33");
    }

    @Test
    void a_wish_for_two_quality_sessions_on_five_days_that_is_not_met() {
        sample.request = SamplePlan.withDays(sample.request, 5);

        assertThat(rules()).contains("D13", "D27 1", "D41 6");
    }

    @Test
    void two_long_runs_in_a_week() {
        sample.replace(6, FRIDAY, SessionKind.LONG, false, easy(25, EASY));

        assertThat(rules()).contains("D25 6");
    }

    @Test
    void tempo_shorter_than_twenty_minutes() {
        sample.replace(
                8,
                TUESDAY,
                SessionKind.TEMPO,
                true,
                framed(new Step.Stretch(
                        StepKind.RUN, Extent.seconds(600), Target.zone(Zone.THRESHOLD), new Rpe(6, 7))));

        assertThat(rules()).contains("S14 8");
    }
}
