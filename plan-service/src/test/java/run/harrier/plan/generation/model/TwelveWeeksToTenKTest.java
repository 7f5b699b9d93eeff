package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;
import static run.harrier.plan.generation.model.AnyPlan.anyAthlete;
import static run.harrier.plan.generation.model.AnyPlan.planned;
import static run.harrier.plan.generation.model.AnyPlan.twelveWeeksToTenK;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** The plan everybody asks for first: five days a week from 40 km, long run on Sunday, no running on Fridays. */
class TwelveWeeksToTenKTest {

    private final GeneratedPlan plan = planned(twelveWeeksToTenK(), anyAthlete());

    /** S40, D7. */
    @Test
    void phases_come_in_order_with_a_ten_day_taper() {
        assertThat(plan.weeks())
                .extracting(TrainingWeek::phase)
                .containsExactly(
                        Phase.BASE,
                        Phase.BASE,
                        Phase.BASE,
                        Phase.BASE,
                        Phase.EARLY_QUALITY,
                        Phase.EARLY_QUALITY,
                        Phase.BUILD,
                        Phase.BUILD,
                        Phase.BUILD,
                        Phase.PEAK,
                        Phase.PEAK,
                        Phase.TAPER);
        assertThat(plan.taperFrom()).isEqualTo(plan.end().minusDays(9));
    }

    /** U4, D43: a day without a run says so. */
    @Test
    void every_week_runs_on_five_days_and_never_on_friday() {
        assertThat(plan.weeks()).allSatisfy(week -> {
            assertThat(week.count(PlannedSession::running)).isEqualTo(5);
            assertThat(week.sessions())
                    .noneMatch(session -> session.running() && session.on().getDayOfWeek() == DayOfWeek.FRIDAY);
            assertThat(week.sessions()).extracting(PlannedSession::on).contains(days(week));
        });
    }

    private static LocalDate[] days(TrainingWeek week) {
        return week.start().datesUntil(week.start().plusDays(7)).toArray(LocalDate[]::new);
    }

    @Test
    void the_long_run_is_on_sunday_until_the_race() {
        assertThat(plan.weeks().subList(0, 11))
                .allSatisfy(week -> assertThat(week.sessions().getLast())
                        .returns(SessionKind.LONG, PlannedSession::kind)
                        .returns(DayOfWeek.SUNDAY, session -> session.on().getDayOfWeek()));
        assertThat(plan.weeks().getLast().sessions().getLast().kind()).isEqualTo(SessionKind.RACE);
    }

    /** S53, D4. */
    @Test
    void volume_starts_at_forty_kilometres_and_rises_with_every_loading_week_of_base() {
        List<TrainingWeek> weeks = plan.weeks();

        double start = 40 * anyAthlete().estimate().easySecondsPerKm();
        assertThat(weeks.get(0).durationSeconds() / start).isBetween(1.0, 1.1);
        assertThat(weeks.get(1).durationSeconds()).isGreaterThan(weeks.get(0).durationSeconds());
        assertThat(weeks.get(2).durationSeconds()).isGreaterThan(weeks.get(1).durationSeconds());
    }

    /** S54. */
    @Test
    void every_fourth_week_is_down() {
        assertThat(plan.weeks())
                .filteredOn(TrainingWeek::down)
                .extracting(TrainingWeek::number)
                .containsExactly(4, 8);
    }

    /** D14: 28 days after the last result, which is two days before the start, no down week of base comes in time. */
    @Test
    void a_test_stands_at_the_end_of_a_down_week_of_base_when_the_last_result_is_old_enough() {
        var any = anyAthlete();
        var older = new AthleteFacts(
                any.level(),
                40_000,
                true,
                false,
                60,
                new AthleteFacts.LastResult(MONDAY.minusDays(12), 5_000),
                any.paces(),
                any.record());
        assertThat(kinds(plan)).doesNotContain(SessionKind.TEST);
        assertThat(planned(twelveWeeksToTenK(), older).weeks().get(3).sessions())
                .filteredOn(session -> session.kind() == SessionKind.TEST)
                .singleElement()
                .satisfies(test -> assertThat(test.on().getDayOfWeek()).isGreaterThanOrEqualTo(DayOfWeek.THURSDAY));
    }

    private static List<SessionKind> kinds(GeneratedPlan plan) {
        return plan.weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .map(PlannedSession::kind)
                .toList();
    }

    /** D13. */
    @Test
    void loading_weeks_after_base_have_two_quality_sessions() {
        assertThat(plan.weeks().subList(4, 10))
                .filteredOn(week -> !week.down())
                .allSatisfy(week -> assertThat(week.sessions())
                        .filteredOn(PlannedSession::quality)
                        .hasSize(2));
    }

    /** D13: one short session at its pace besides the race, days before it. */
    @Test
    void race_week_has_an_opener_and_the_race() {
        assertThat(plan.weeks().getLast().sessions())
                .filteredOn(PlannedSession::quality)
                .extracting(PlannedSession::kind)
                .containsExactly(SessionKind.INTERVAL, SessionKind.RACE);
    }

    /** S42-S44. */
    @Test
    void each_phase_has_its_own_sessions() {
        assertThat(kindsIn(Phase.EARLY_QUALITY)).contains(SessionKind.REPETITION);
        assertThat(kindsIn(Phase.BUILD)).contains(SessionKind.INTERVAL);
        assertThat(kindsIn(Phase.PEAK)).contains(SessionKind.TEMPO, SessionKind.INTERVAL);
    }

    private List<SessionKind> kindsIn(Phase phase) {
        return plan.weeks().stream()
                .filter(week -> week.phase() == phase)
                .flatMap(week -> week.sessions().stream())
                .filter(session -> session.quality() && session.kind() != SessionKind.TEST)
                .map(PlannedSession::kind)
                .toList();
    }

    /** D51. */
    @Test
    void who_asks_for_walk_breaks_has_them_in_each_long_run_and_in_the_words_of_race_day() {
        var options = new PlanRequest.Options(false, null, null, true, true, true, null, null, null, false);
        var walked = AnyPlan.planned(AnyPlan.twelveWeeksToTenK().withOptions(options), AnyPlan.anyAthlete());

        assertThat(walked.weeks())
                .flatExtracting(TrainingWeek::sessions)
                .filteredOn(session -> session.kind() == SessionKind.LONG)
                .isNotEmpty()
                .allMatch(session -> session.stretches().anyMatch(stretch -> stretch.kind() == StepKind.WALK));
        assertThat(walked.weeks().getLast().sessions().getLast().purpose())
                .contains("Walk the last minute of every ten");
    }

    /** D5, S46. */
    @Test
    void strides_come_in_the_third_week_of_base_and_stay() {
        assertThat(plan.weeks())
                .filteredOn(week -> week.sessions().stream().anyMatch(TwelveWeeksToTenKTest::hasStrides))
                .extracting(TrainingWeek::number)
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    /** D5. */
    @Test
    void an_open_injury_leaves_strides_out() {
        AthleteFacts any = anyAthlete();
        AthleteFacts injured = new AthleteFacts(
                any.level(), 40_000, true, true, any.longestRunMinutes(), any.lastResult(), any.paces(), any.record());

        assertThat(planned(twelveWeeksToTenK(), injured).weeks())
                .flatExtracting(TrainingWeek::sessions)
                .noneMatch(TwelveWeeksToTenKTest::hasStrides);
    }

    private static boolean hasStrides(PlannedSession session) {
        return session.stretches().anyMatch(stretch -> stretch.kind() == StepKind.STRIDES);
    }

    /** M2. */
    @Test
    void the_certificate_says_what_must_be_there_and_all_of_it_holds() {
        assertThat(plan.certificate())
                .extracting(CertificateEntry::rule)
                .contains("S14", "S21", "S23", "S24", "S25", "S40", "S45", "S53", "S54", "S56", "D2", "D4", "D5", "D25")
                .contains("D26", "D27", "D28", "D29", "D30", "D31", "D33", "D40", "D41", "D42", "D43", "D44");
        assertThat(plan.certificate()).allMatch(CertificateEntry::holds);
    }

    @Test
    void the_certificate_says_where_the_rise_comes_closest() {
        CertificateEntry rise = plan.certificate().stream()
                .filter(entry -> entry.rule().equals("S53"))
                .findFirst()
                .orElseThrow();

        assertThat(rise.closestWeek()).isBetween(1, 3);
        assertThat(rise.value()).isBetween(0.02, 0.10);
        assertThat(rise.limit()).isEqualTo(0.10);
    }

    /** S19. */
    @Test
    void a_goal_time_is_said_on_race_day_and_changes_nothing_else() {
        PlanRequest request = twelveWeeksToTenK();
        PlanRequest timed = request.withGoal(
                new PlanRequest.Goal(10_000, MONDAY.plusWeeks(12).minusDays(1), 45.0 * 60));
        GeneratedPlan withTime = planned(timed, anyAthlete());

        assertThat(withTime.weeks().getLast().sessions().getLast().purpose()).contains("10 km in 45:00");
        assertThat(withTime.weeks().subList(0, 11)).isEqualTo(plan.weeks().subList(0, 11));
    }

    /** D15. */
    @Test
    void race_day_overrides_a_day_without_running() {
        PlanRequest onFriday = twelveWeeksToTenK()
                .withGoal(new PlanRequest.Goal(10_000, MONDAY.plusWeeks(12).minusDays(3), null));

        PlannedSession last =
                planned(onFriday, anyAthlete()).weeks().getLast().sessions().getLast();

        assertThat(last.kind()).isEqualTo(SessionKind.RACE);
        assertThat(last.on().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }

    /** S24: also over the Sunday before. */
    @Test
    void a_race_on_a_monday_has_an_easy_sunday_before() {
        PlanRequest onMonday = twelveWeeksToTenK().withGoal(new PlanRequest.Goal(10_000, MONDAY.plusWeeks(12), null));

        GeneratedPlan monday = planned(onMonday, anyAthlete());

        assertThat(monday.weeks().getLast().sessions()).hasSize(1);
        assertThat(monday.weeks().get(11).sessions())
                .filteredOn(session -> session.on().getDayOfWeek() == DayOfWeek.SUNDAY)
                .noneMatch(PlannedSession::hard);
    }

    /** D16, D33. */
    @Test
    void without_a_result_time_becomes_distance_at_the_pace_of_the_level() {
        AthleteFacts unknown = new AthleteFacts(
                Level.INTERMEDIATE, 40_000, true, false, 60, null, Optional.empty(), TrainingRecord.NONE);

        TrainingWeek first = planned(twelveWeeksToTenK(), unknown).weeks().getFirst();

        assertThat(first.distanceMetres()).isCloseTo(first.durationSeconds() / 345.0 * 1000, within(1.0));
    }
}
