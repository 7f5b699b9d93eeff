package run.harrier.gateway.overview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.gateway.overview.model.AthleteOverview.Severity.INFO;
import static run.harrier.gateway.overview.model.AthleteOverview.Severity.WATCH;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.overview.model.AthleteOverview.Finding;
import run.harrier.gateway.overview.model.AthleteOverview.Week;

class OffPlanTest {

    /** The bound of D20. */
    @Test
    void less_than_four_fifths_of_what_was_due_is_off_plan() {
        assertThat(findings(week(18_000, 6_000, 4_800))).isEmpty();
        assertThat(findings(week(18_000, 6_000, 4_790)))
                .containsExactly(finding("OFF_PLAN", WATCH, "80 of 100 planned minutes run from Monday to yesterday."));
        assertThat(findings(week(18_000, 0, 0))).isEmpty();
        assertThat(findings(new Week(18_000, 6_000, OptionalDouble.empty(), OptionalDouble.empty(), List.of())))
                .isEmpty();
        assertThat(findings(week(0, 0, 9_000))).isEmpty();
    }

    /** Today's session is not due yet, so today's run fills no gap of the days before; it counts in the week's sum. */
    @Test
    void what_was_run_today_does_not_count_for_the_days_before() {
        assertThat(findings(new Week(18_000, 6_000, OptionalDouble.of(9_000), OptionalDouble.of(3_000), List.of())))
                .extracting(Finding::coachText)
                .containsExactly("50 of 100 planned minutes run from Monday to yesterday.");
        assertThat(findings(new Week(18_000, 6_000, OptionalDouble.of(24_000), OptionalDouble.of(6_000), List.of())))
                .extracting(Finding::coachText)
                .containsExactly("400 minutes run since Monday; the plan asks for 300 in the whole week.");
    }

    /** S104. */
    @Test
    void much_more_than_the_whole_week_asks_for_is_off_plan() {
        assertThat(findings(week(18_000, 6_000, 22_500))).isEmpty();
        assertThat(findings(week(18_000, 6_000, 22_560)))
                .extracting(Finding::coachText)
                .containsExactly("376 minutes run since Monday; the plan asks for 300 in the whole week.");
    }

    @Test
    void a_missed_or_shortened_session_that_carries_the_week_is_named() {
        assertThat(findings(onTime(session(2, "INTERVAL", "MISSED"))))
                .containsExactly(finding("OFF_PLAN", WATCH, "Tuesday's intervals were missed."));
        assertThat(findings(onTime(
                        session(1, "LONG", "MISSED"),
                        session(2, "TEMPO", "MISSED"),
                        session(4, "REPETITION", "MISSED"))))
                .containsExactly(finding(
                        "OFF_PLAN",
                        WATCH,
                        "Monday's long run, Tuesday's tempo run and Thursday's repetitions were missed."));
        assertThat(findings(onTime(session(6, "LONG", "SHORTENED"))))
                .containsExactly(finding("OFF_PLAN", WATCH, "Saturday's long run was cut short."));
    }

    @Test
    void of_easy_runs_only_a_missed_one_is_named_and_as_info() {
        assertThat(findings(onTime(session(3, "EASY", "MISSED"))))
                .containsExactly(finding("OFF_PLAN", INFO, "Wednesday's easy run was missed."));
        assertThat(findings(onTime(session(3, "EASY", "SHORTENED")))).isEmpty();
    }

    /** What a missed run cost in minutes is the same thing. */
    @Test
    void what_was_left_out_and_its_minutes_are_one_finding() {
        var week = new Week(
                18_000,
                6_000,
                OptionalDouble.of(2_700),
                OptionalDouble.of(2_700),
                List.of(session(2, "INTERVAL", "SHORTENED"), session(3, "EASY", "MISSED")));
        assertThat(findings(week))
                .containsExactly(finding(
                        "OFF_PLAN",
                        WATCH,
                        "Wednesday's easy run was missed. Tuesday's intervals were cut short."
                                + " 45 of 100 planned minutes run from Monday to yesterday."));
    }

    /** S102, S103. */
    @Test
    void what_was_pushed_past_the_plan_is_named_unless_a_finding_of_the_load_covers_it() {
        var week = onTime(session(2, "INTERVAL", "HARDER"), session(4, "EASY", "HARDER"));
        assertThat(findings(week, "MONOTONOUS"))
                .containsExactly(finding(
                        "HARDER_THAN_PLANNED",
                        WATCH,
                        "Tuesday's intervals and Thursday's easy run were harder than planned."));
        for (var present : List.of("EASY_TOO_HARD", "FELT_HARD")) {
            assertThat(findings(week, present))
                    .containsExactly(
                            finding("HARDER_THAN_PLANNED", WATCH, "Tuesday's intervals were harder than planned."));
            assertThat(findings(onTime(session(4, "EASY", "HARDER")), present)).isEmpty();
        }
    }

    /** Whatever happened, each session is named once, and at most two findings are made. */
    @Property
    void no_session_is_named_twice(
            @ForAll("sessions") List<OffPlan.Session> sessions,
            @ForAll @IntRange(min = 0, max = 30_000) int doneSeconds) {
        var findings = findings(
                new Week(18_000, 9_000, OptionalDouble.of(doneSeconds), OptionalDouble.of(doneSeconds), sessions));
        assertThat(findings).extracting(Finding::code).doesNotHaveDuplicates();
        var texts = findings.stream().map(Finding::coachText).collect(Collectors.joining(" "));
        for (var session : sessions) {
            var day = session.on().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "'s ";
            var silent = session.verdict().equals("SHORTENED")
                    && !session.quality()
                    && !session.kind().equals("LONG");
            assertThat(texts.split(day, -1)).hasSize(silent ? 1 : 2);
        }
    }

    /** On any days of a week, at most one a day. */
    @Provide
    Arbitrary<List<OffPlan.Session>> sessions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of("EASY", "LONG", "TEMPO", "INTERVAL", "PROGRESSION", "SOMETHING_NEW"),
                        Arbitraries.of("MISSED", "SHORTENED", "HARDER"))
                .as(OffPlanTest::session)
                .list()
                .uniqueElements(OffPlan.Session::on)
                .map(sessions -> sessions.stream()
                        .sorted(Comparator.comparing(OffPlan.Session::on))
                        .toList());
    }

    /** With what the athlete may do about it after what was seen. */
    private static Finding finding(String code, AthleteOverview.Severity severity, String seen) {
        var next = code.equals("OFF_PLAN")
                ? "Nothing to catch up: go on with what comes next."
                : "Hold back next time: you should have been able to do one more.";
        return new Finding(code, severity, seen + " " + next, seen, 1);
    }

    private static List<Finding> findings(Week week, String... present) {
        return OffPlan.of(week, List.of(present));
    }

    private static Week week(long plannedSeconds, long dueSeconds, double doneSeconds) {
        return new Week(
                plannedSeconds, dueSeconds, OptionalDouble.of(doneSeconds), OptionalDouble.of(doneSeconds), List.of());
    }

    private static Week onTime(OffPlan.Session... sessions) {
        return new Week(18_000, 6_000, OptionalDouble.of(6_000), OptionalDouble.of(6_000), List.of(sessions));
    }

    /** On that day of a week, Monday being 1. */
    private static OffPlan.Session session(int day, String kind, String verdict) {
        var quality = !kind.equals("EASY") && !kind.equals("LONG");
        return new OffPlan.Session(LocalDate.parse("2026-11-22").plusDays(day), kind, quality, verdict);
    }
}
