package run.harrier.plan.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.calendar.model.AnySession.MONDAY;
import static run.harrier.plan.calendar.model.AnySession.PACES;
import static run.harrier.plan.calendar.model.AnySession.anActivity;
import static run.harrier.plan.calendar.model.AnySession.session;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.harrier.plan.calendar.model.CompletedActivity.Sport;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Zone;

/** D20. */
class OutcomeTest {
    private static final CalendarSession EASY =
            session(SessionKind.EASY, 2700, Step.run(Extent.seconds(2700), Zone.EASY));
    private static final CalendarSession INTERVALS = session(
            SessionKind.INTERVAL,
            3300,
            Step.run(Extent.seconds(900), Zone.EASY),
            Step.repeat(5, Step.run(Extent.metres(1000), Zone.INTERVAL), Step.recovery(Extent.seconds(180))));
    private static final CalendarSession PROGRESSION = session(
            SessionKind.PROGRESSION,
            2700,
            Step.run(Extent.seconds(1800), Zone.EASY),
            Step.run(Extent.seconds(900), Zone.MARATHON));

    /** S7. */
    @Test
    void a_session_is_done_whatever_the_pace_of_its_easy_running() {
        assertThat(verdict(EASY, anActivity().zone(Zone.EASY, 2700).rpe(4))).isEqualTo(Verdict.DONE);
        assertThat(verdict(EASY, anActivity().metres(3000).zone(Zone.EASY, 2700)))
                .isEqualTo(Verdict.DONE);
    }

    @Test
    void under_80_percent_of_the_duration_is_shortened() {
        assertThat(verdict(EASY, anActivity().seconds(2160))).isEqualTo(Verdict.DONE);
        assertThat(verdict(EASY, anActivity().seconds(2159))).isEqualTo(Verdict.SHORTENED);
    }

    @Test
    void a_distance_run_in_less_time_than_estimated_is_not_shortened() {
        var tenKilometres = session(SessionKind.LONG, 3200, Step.run(Extent.metres(10_000), Zone.EASY));
        assertThat(verdict(tenKilometres, anActivity().seconds(2400).metres(10_000)))
                .isEqualTo(Verdict.DONE);
        assertThat(verdict(tenKilometres, anActivity().seconds(2400).metres(7_900)))
                .isEqualTo(Verdict.SHORTENED);
        assertThat(verdict(EASY, anActivity().seconds(2000).metres(20_000))).isEqualTo(Verdict.SHORTENED);
    }

    /** D28: the warm-up before a race is often not recorded, or in a file of its own. */
    @Test
    void a_race_is_done_when_its_own_distance_was_run() {
        var race = session(
                SessionKind.RACE,
                4500,
                Step.stretch(StepKind.WARM_UP, Extent.seconds(900), Zone.EASY, Zone.EASY.rpe()),
                Step.run(Extent.metres(10_000), Zone.THRESHOLD),
                Step.stretch(StepKind.COOL_DOWN, Extent.seconds(600), Zone.EASY, Zone.EASY.rpe()));
        assertThat(verdict(race, anActivity().seconds(2500).metres(10_020))).isEqualTo(Verdict.DONE);
        assertThat(verdict(race, anActivity().seconds(1500).metres(6_000))).isEqualTo(Verdict.SHORTENED);
    }

    /** S82: on a trail standing and walking count. */
    @Test
    void on_a_trail_all_the_time_counts() {
        assertThat(verdict(EASY, anActivity().seconds(1800).elapsed(2700).sport(Sport.TRAIL_RUN)))
                .isEqualTo(Verdict.DONE);
        assertThat(verdict(EASY, anActivity().seconds(1800).elapsed(2700))).isEqualTo(Verdict.SHORTENED);
    }

    @Test
    void more_than_a_tenth_of_the_time_above_the_planned_zone_is_harder() {
        assertThat(verdict(EASY, anActivity().zone(Zone.EASY, 2430).zone(Zone.MARATHON, 270)))
                .isEqualTo(Verdict.DONE);
        assertThat(verdict(EASY, anActivity().zone(Zone.EASY, 2420).zone(Zone.MARATHON, 280)))
                .isEqualTo(Verdict.HARDER);
        assertThat(verdict(INTERVALS, anActivity().zone(Zone.EASY, 1500).zone(Zone.INTERVAL, 1200)))
                .isEqualTo(Verdict.DONE);
        assertThat(verdict(INTERVALS, anActivity().zone(Zone.EASY, 1500).zone(Zone.REPETITION, 1200)))
                .isEqualTo(Verdict.HARDER);
    }

    @Test
    void strides_do_not_make_an_easy_run_harder() {
        var strides = new Step.Stretch(StepKind.STRIDES, Extent.seconds(20), null, new Rpe(6, 7));
        var withStrides = session(
                SessionKind.EASY,
                2700,
                Step.run(Extent.seconds(2100), Zone.EASY),
                Step.repeat(8, strides, Step.recovery(Extent.seconds(55))));
        assertThat(verdict(withStrides, anActivity().zone(Zone.EASY, 2280).zone(Zone.REPETITION, 420)))
                .isEqualTo(Verdict.DONE);
        assertThat(verdict(withStrides, anActivity().zone(Zone.EASY, 2250).zone(Zone.REPETITION, 450)))
                .isEqualTo(Verdict.HARDER);
    }

    @Test
    void hard_effort_of_an_easy_run_is_harder_even_if_it_was_shortened() {
        assertThat(verdict(EASY, anActivity().rpe(4))).isEqualTo(Verdict.DONE);
        assertThat(verdict(EASY, anActivity().rpe(6))).isEqualTo(Verdict.HARDER);
        assertThat(verdict(EASY, anActivity().rpe(6).seconds(600))).isEqualTo(Verdict.HARDER);
    }

    /** D45. */
    @Test
    void an_easy_run_at_a_high_heart_rate_or_faster_than_easy_is_harder_and_says_by_what() {
        var hard = Outcome.of(
                        EASY.matched(anActivity().zone(Zone.EASY, 2700).rpe(6).aboveEasy(2400.0, 2700.0)),
                        PACES,
                        LocalDate.MAX,
                        ZoneOffset.UTC)
                .orElseThrow();
        assertThat(hard.verdict()).isEqualTo(Verdict.HARDER);
        assertThat(hard.findings())
                .filteredOn(finding -> finding.code().equals("EASY_RUN_TOO_HARD"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text()).contains("40 of 45 min", "45 of 45 min", "6 of 10", "tell a story");
                    assertThat(finding.coachText())
                            .isEqualTo(
                                    "Easy run too hard: heart rate above easy for 40 of 45 min, faster than E for 45 of"
                                            + " 45 min, RPE 6.");
                });
        assertThat(aboveEasy(EASY, 271.0, null)).isEqualTo(Verdict.HARDER);
        assertThat(aboveEasy(EASY, 270.0, null)).isEqualTo(Verdict.DONE);
        assertThat(aboveEasy(EASY, null, 676.0)).isEqualTo(Verdict.HARDER);
        assertThat(aboveEasy(EASY, 0.0, 675.0)).isEqualTo(Verdict.DONE);
    }

    /** D45: on the part of a long run outside its faster one, and by effort only where there is none. */
    @Test
    void the_faster_part_of_a_long_run_is_not_held_against_it() {
        var withMarathon = session(
                SessionKind.LONG,
                2700,
                Step.run(Extent.seconds(1500), Zone.EASY),
                Step.run(Extent.seconds(1200), Zone.MARATHON));
        assertThat(aboveEasy(withMarathon, 1350.0, 1575.0)).isEqualTo(Verdict.DONE);
        assertThat(aboveEasy(withMarathon, 1351.0, 0.0)).isEqualTo(Verdict.HARDER);
        assertThat(verdict(withMarathon, anActivity().rpe(7))).isEqualTo(Verdict.DONE);
    }

    /** D45. */
    @Test
    void over_ninety_minutes_effort_five_is_easy_yet() {
        var longRun = session(SessionKind.LONG, 6000, Step.run(Extent.seconds(6000), Zone.EASY));
        assertThat(verdict(longRun, anActivity().seconds(6000).rpe(5))).isEqualTo(Verdict.DONE);
        assertThat(verdict(longRun, anActivity().seconds(6000).rpe(6))).isEqualTo(Verdict.HARDER);
    }

    @Test
    void a_race_is_never_harder() {
        var race = session(SessionKind.RACE, 1200, Step.run(Extent.metres(5000), Zone.INTERVAL));
        assertThat(verdict(
                        race,
                        anActivity()
                                .seconds(1100)
                                .metres(5000)
                                .zone(Zone.REPETITION, 1100)
                                .rpe(10)))
                .isEqualTo(Verdict.DONE);
    }

    /** S65. */
    @Test
    void a_day_over_without_an_activity_is_missed_and_with_rest_as_a_choice_done() {
        assertThat(Outcome.of(EASY, PACES, MONDAY, ZoneOffset.UTC)).isEmpty();
        assertThat(Outcome.of(EASY, PACES, MONDAY.plusDays(1), ZoneOffset.UTC))
                .contains(new Outcome(null, Verdict.MISSED, List.of()));
        var choice = session(SessionKind.CROSS_TRAINING, List.of(SessionKind.REST), 2700);
        assertThat(Outcome.of(choice, PACES, MONDAY.plusDays(1), ZoneOffset.UTC))
                .contains(new Outcome(null, Verdict.DONE, List.of()));
        assertThat(Outcome.of(session(SessionKind.REST, 0), PACES, MONDAY.plusDays(1), ZoneOffset.UTC))
                .isEmpty();
    }

    /** S9: who runs by effort alone is told no figure of pace, the coach is. */
    @Test
    void a_plan_by_effort_says_that_the_start_was_too_quick_without_a_figure() {
        var planned = new CalendarSession(
                PROGRESSION.id(),
                PROGRESSION.planId(),
                0,
                MONDAY,
                PROGRESSION.plannedAt(),
                true,
                PROGRESSION.planned(),
                PROGRESSION.plannedSeconds(),
                anActivity().thirds(280, 300, 270).done(),
                null);
        var finding = Outcome.of(planned, PACES, MONDAY, ZoneOffset.UTC)
                .orElseThrow()
                .findings()
                .getFirst();
        assertThat(finding.text()).startsWith("You went off too quick.");
        assertThat(finding.coachText()).contains("s/km");
    }

    /** S76. */
    @Test
    void a_progression_run_that_starts_faster_than_planned_says_so() {
        assertThat(findings(PROGRESSION, anActivity().thirds(310, 300, 270))).isEmpty();
        assertThat(findings(PROGRESSION, anActivity().thirds(280, 300, 270))).containsExactly("STARTED_TOO_FAST");
        assertThat(findings(EASY, anActivity().thirds(280, 300, 270))).isEmpty();
        assertThat(Outcome.of(
                                PROGRESSION.matched(
                                        anActivity().thirds(280, 300, 310).done()),
                                null,
                                MONDAY,
                                ZoneOffset.UTC)
                        .orElseThrow()
                        .findings())
                .extracting(Outcome.Finding::code)
                .containsExactly("STARTED_TOO_FAST");
    }

    /** S79: a run that gets faster is no fault while its last third is easy. */
    @Test
    void an_easy_run_that_ramps_up_out_of_easy_says_so() {
        assertThat(findings(EASY, anActivity().progression(330, 310, 270))).containsExactly("EASY_RUN_RAMPED");
        assertThat(findings(EASY, anActivity().progression(420, 400, 380))).isEmpty();
        assertThat(findings(EASY, anActivity().thirds(330, 310, 270).done())).isEmpty();
        assertThat(findings(PROGRESSION, anActivity().progression(330, 310, 270)))
                .isEmpty();
    }

    /** S8. */
    @Test
    void an_easy_heart_that_felt_hard_is_a_finding() {
        assertThat(findings(EASY, anActivity().rpe(5).aboveEasy(270.0, null)))
                .containsExactly("EASY_RUN_TOO_HARD", "EASY_HEART_FELT_HARD");
        assertThat(findings(EASY, anActivity().rpe(4).aboveEasy(270.0, null))).isEmpty();
        assertThat(findings(EASY, anActivity().rpe(5).aboveEasy(null, 0.0))).containsExactly("EASY_RUN_TOO_HARD");
        assertThat(findings(EASY, anActivity().rpe(7).aboveEasy(271.0, null))).containsExactly("EASY_RUN_TOO_HARD");
        assertThat(findings(INTERVALS, anActivity().rpe(7).aboveEasy(0.0, null)))
                .isEmpty();
    }

    private static Verdict aboveEasy(CalendarSession session, @Nullable Double heart, @Nullable Double pace) {
        return Outcome.of(session.matched(anActivity().aboveEasy(heart, pace)), PACES, LocalDate.MAX, ZoneOffset.UTC)
                .orElseThrow()
                .verdict();
    }

    private static Verdict verdict(CalendarSession session, AnySession.ActivityOf activity) {
        return outcome(session, activity).map(Outcome::verdict).orElseThrow();
    }

    private static List<String> findings(CalendarSession session, AnySession.ActivityOf activity) {
        return findings(session, activity.done());
    }

    private static List<String> findings(CalendarSession session, CompletedActivity activity) {
        return Outcome.of(session.matched(activity), PACES, LocalDate.MAX, ZoneOffset.UTC)
                .orElseThrow()
                .findings()
                .stream()
                .map(Outcome.Finding::code)
                .toList();
    }

    private static Optional<Outcome> outcome(CalendarSession session, AnySession.ActivityOf activity) {
        return Outcome.of(session.matched(activity.done()), PACES, LocalDate.MAX, ZoneOffset.UTC);
    }
}
