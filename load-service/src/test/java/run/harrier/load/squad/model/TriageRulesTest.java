package run.harrier.load.squad.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.load.diary.model.RunIntensity;
import run.harrier.load.series.model.Acwr;
import run.harrier.load.series.model.DayFigures;
import run.harrier.load.series.model.LoadHistory;
import run.harrier.load.series.model.Monotony;
import run.harrier.load.squad.model.Finding.FindingCode;
import run.harrier.load.squad.model.Finding.Severity;
import run.harrier.load.wellness.model.Entries;
import run.harrier.load.wellness.model.Mornings;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Readiness.Verdict;
import run.harrier.load.wellness.model.Reason;

/** When a finding is shown to the coach (U1), and when none is. */
class TriageRulesTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    @Test
    void who_is_not_ready_is_shown_with_the_reason_and_who_is_ready_or_unknown_is_not_U1() {
        var reason = new Reason(
                Reason.Code.RESTING_HEART_RATE,
                "Your resting heart rate is 62, usually about 53.",
                "Resting heart rate 62, usually 53.",
                OptionalDouble.of(62),
                OptionalDouble.of(53),
                false,
                null);
        for (var verdict : Readiness.Verdict.values()) {
            var finding = TriageRules.notReady(new Readiness(TODAY, verdict, List.of(reason)), 1);
            var severity = switch (verdict) {
                case REST -> Finding.Severity.WARN;
                case EASE_OFF -> Finding.Severity.WATCH;
                case READY, UNKNOWN -> null;
            };
            assertThat(finding)
                    .isEqualTo(Optional.ofNullable(severity)
                            .map(how -> new Finding(
                                    Finding.FindingCode.NOT_READY, how, reason.text(), reason.coachText(), 1)));
        }
    }

    @Test
    void a_usual_athlete_needs_nobody() {
        var entries = new Entries().usual(20);
        assertThat(TriageRules.findings(
                        TODAY,
                        Optional.of(day(1.1, false, 1.0)),
                        entries.readiness(),
                        runs(easyRun(3), easyRun(2)),
                        entries.all(),
                        Optional.of(TODAY)))
                .isEmpty();
    }

    /** S77. */
    @Test
    void more_than_one_progression_run_a_week_for_three_weeks_is_too_many() {
        var days = Stream.of(0, 3, 8, 11, 15, 20).map(TODAY::minusDays).toList();

        assertThat(TriageRules.manyProgressions(TODAY, days))
                .map(Finding::text)
                .hasValueSatisfying(text -> assertThat(text).startsWith("6 runs in three weeks"));
        for (var day : days) {
            var others = days.stream().filter(other -> !other.equals(day)).toList();
            assertThat(TriageRules.manyProgressions(TODAY, others)).isEmpty();
        }
    }

    @Test
    void the_worst_comes_first() {
        var entries = new Entries().usual(18).pain("shin", 2).pain("shin", 2);
        assertThat(TriageRules.findings(
                        TODAY,
                        Optional.of(day(1.6, false, 1.0)),
                        entries.readiness(),
                        runs(),
                        entries.all(),
                        Optional.of(TODAY)))
                .extracting(Finding::code)
                .containsExactly(FindingCode.OVERREACHING, FindingCode.SAME_PAIN);
    }

    /** D3: a part of a record is never an alert. */
    @Test
    void a_load_that_rose_is_judged_by_how_far_and_how_the_athlete_is() {
        assertThat(TriageRules.load(day(1.3, false, 1), readiness(Verdict.REST)))
                .isEmpty();
        assertThat(TriageRules.load(day(1.4, false, 1), readiness(Verdict.READY)))
                .get()
                .extracting(Finding::code, Finding::severity)
                .containsExactly(FindingCode.LOAD_RAISED, Severity.WATCH);
        assertThat(TriageRules.load(day(1.4, false, 1), readiness(Verdict.EASE_OFF)))
                .get()
                .extracting(Finding::code, Finding::severity, Finding::coachText)
                .containsExactly(
                        FindingCode.OVERREACHING,
                        Severity.WARN,
                        "This week: 1.40 × the four-week average (0.8–1.3 is usual), form −12; this morning's signs agree.");
        assertThat(TriageRules.load(day(2.5, true, 1), readiness(Verdict.REST))).isEmpty();
    }

    @Test
    void monotony_is_watched_from_1_5_and_warned_of_from_2() {
        assertThat(TriageRules.monotonous(day(1, false, 1.49))).isEmpty();
        assertThat(TriageRules.monotonous(day(1, false, 1.5)).orElseThrow().severity())
                .isEqualTo(Severity.WATCH);
        assertThat(TriageRules.monotonous(day(1, false, 2.0)).orElseThrow().severity())
                .isEqualTo(Severity.WARN);
    }

    /** S102. */
    @Test
    void easy_days_too_hard() {
        var strained = run(new RunIntensity(2000, 1600, 0, 0, false, true), OptionalInt.empty());
        var feltHard = run(new RunIntensity(3600, 0, 0, 0, false, true), OptionalInt.of(6));
        var tempo = run(new RunIntensity(2400, 0, 1200, 0, false, false), OptionalInt.of(7));
        var prescribed = run(new RunIntensity(2000, 1600, 0, 1600, false, false), OptionalInt.of(4));
        assertThat(TriageRules.easyTooHard(runs(strained, tempo, prescribed, easyRun(3))))
                .isEmpty();
        assertThat(TriageRules.easyTooHard(runs(strained, feltHard, easyRun(3)))
                        .orElseThrow()
                        .coachText())
                .isEqualTo("2 of 3 easy runs of the last two weeks were too hard.");
    }

    /** S8. */
    @Test
    void an_easy_heart_in_a_run_that_felt_hard() {
        assertThat(TriageRules.feltHard(easyRun(5))).isPresent();
        assertThat(TriageRules.feltHard(easyRun(4))).isEmpty();
        var hardHeart = new TriageRules.RecentRun(
                TODAY,
                new RunIntensity(3600, 0, 0, 0, false, false),
                3600,
                OptionalInt.of(6),
                OptionalDouble.of(148),
                OptionalDouble.of(361));
        assertThat(TriageRules.feltHard(hardHeart)).isEmpty();
        assertThat(TriageRules.feltHard(run(new RunIntensity(3000, 0, 600, 0, true, false), OptionalInt.of(7))))
                .isEmpty();
    }

    /** S105. */
    @Test
    void the_same_pain_again() {
        var once = new Entries().usual(10).pain("achilles", 2).usual(9);
        assertThat(TriageRules.samePain(TODAY, once.readiness(), once.all())).isEmpty();
        var again = new Entries()
                .usual(5)
                .pain("achilles", 2)
                .usual(10)
                .pain("Achilles", 2)
                .usual(3);
        assertThat(TriageRules.samePain(TODAY, again.readiness(), again.all()))
                .extracting(Finding::code, Finding::severity, Finding::coachText)
                .containsExactly(tuple(
                        FindingCode.SAME_PAIN,
                        Severity.WATCH,
                        "Pain in the same place on 2 of the last 28 days: achilles."));
        var persistent = new Entries().usual(18).pain("achilles", 4).pain("achilles", 4);
        assertThat(persistent.readiness().reasons()).extracting(Reason::code).contains(Reason.Code.PERSISTENT_PAIN);
        assertThat(TriageRules.samePain(TODAY, persistent.readiness(), persistent.all()))
                .isEmpty();
        var lower = new Entries()
                .usual(16)
                .pain("back", 1)
                .pain("back", 1)
                .pain("lower back", 4)
                .pain("lower back", 4);
        assertThat(TriageRules.samePain(TODAY.plusDays(1), lower.readiness(), lower.all()))
                .extracting(Finding::coachText)
                .singleElement()
                .asString()
                .endsWith(": back.");
    }

    @Test
    void silent_for_a_week() {
        var entries = new Entries().usual(13);
        assertThat(entries.today()).isEqualTo(TODAY.minusDays(7));
        assertThat(TriageRules.silent(TODAY, Optional.of(TODAY.minusDays(9)), entries.all()))
                .map(Finding::coachText)
                .contains("No activity and no morning entry for 7 days.");
        assertThat(TriageRules.silent(TODAY, Optional.of(TODAY.minusDays(6)), entries.all()))
                .isEmpty();
        assertThat(TriageRules.silent(TODAY, Optional.empty(), List.of())).isEmpty();
        var watch = new Entries().usual(20).lastBy(8, false);
        assertThat(TriageRules.silent(TODAY, Optional.empty(), watch.all())).isPresent();
    }

    @Test
    void grey_running_is_a_finding() {
        var grey = run(new RunIntensity(2000, 1600, 0, 0, false, true), OptionalInt.empty());
        assertThat(TriageRules.grey(runs(grey, easyRun(3))).orElseThrow().coachText())
                .isEqualTo("22 % of the last two weeks' running was neither easy nor hard.");
        assertThat(TriageRules.findings(
                        TODAY,
                        Optional.empty(),
                        Readiness.of(TODAY, new Mornings(List.of(), TODAY, List.of())),
                        runs(grey, grey),
                        List.of(),
                        Optional.of(TODAY)))
                .extracting(Finding::code)
                .containsExactly(FindingCode.EASY_TOO_HARD, FindingCode.GREY_ZONE);
    }

    private static Readiness readiness(Verdict verdict) {
        return new Readiness(TODAY, verdict, List.of());
    }

    private static TriageRules.RecentRuns runs(TriageRules.RecentRun... runs) {
        return new TriageRules.RecentRuns(List.of(runs), 0, List.of());
    }

    private static TriageRules.RecentRun easyRun(int rpe) {
        return run(new RunIntensity(3600, 0, 0, 0, false, false), OptionalInt.of(rpe));
    }

    private static TriageRules.RecentRun run(RunIntensity intensity, OptionalInt rpe) {
        return new TriageRules.RecentRun(TODAY, intensity, 3600, rpe, OptionalDouble.of(135), OptionalDouble.of(360));
    }

    private static DayFigures day(double acwr, boolean provisional, double monotony) {
        return new DayFigures(
                TODAY,
                60,
                DayFigures.State.TRAINED,
                50,
                60,
                -12,
                Optional.of(new Acwr(acwr, Acwr.Method.COUPLED, provisional ? 14 : 28, provisional)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Monotony(monotony, 400 * monotony)),
                OptionalDouble.empty(),
                new DayFigures.Weeks(20, 400, 380, 390));
    }

    /** The figures of the last of these days in a row, as a record has them. */
    private static DayFigures last(double... runningLoads) {
        var history = LoadHistory.empty();
        for (int i = 0; i < runningLoads.length; i++) {
            var load = runningLoads[i];
            if (load > 0) {
                history = history.with(JANUARY.plusDays(i), day -> day.plus(load, true));
            }
        }
        var last = JANUARY.plusDays(runningLoads.length - 1L);
        return history.figures(last, last).getFirst();
    }

    private static double[] days(int before, double load, int off, double... after) {
        var loads = new double[before + off + after.length];
        Arrays.fill(loads, 0, before, load);
        System.arraycopy(after, 0, loads, before + off, after.length);
        return loads;
    }

    /** D46: who comes back after five weeks has a high ratio of nearly nothing. */
    @Test
    void a_return_is_no_spike() {
        var jog = last(days(60, 50, 35, 30));
        assertThat(jog.acwr().orElseThrow().value()).isGreaterThan(1.5);
        assertThat(TriageRules.load(jog, readiness(Verdict.REST))).isEmpty();
        var weekOfJogs = last(days(60, 50, 21, 20, 0, 20, 20, 0, 20, 20));
        assertThat(weekOfJogs.acwr().orElseThrow().value()).isGreaterThan(1.5);
        assertThat(weekOfJogs.form()).isPositive();
        assertThat(TriageRules.load(weekOfJogs, readiness(Verdict.READY))).isEmpty();
        var tooMuch = last(days(60, 50, 14, 90, 90, 0, 90, 90, 90, 90));
        assertThat(TriageRules.load(tooMuch, readiness(Verdict.READY))).isPresent();
    }

    /** D46: half an hour each day is even, and no reason to worry. */
    @Test
    void an_even_week_is_monotonous_only_when_it_is_much() {
        var even = last(days(60, 30, 0));
        assertThat(even.monotony().orElseThrow().worthWarning()).isTrue();
        assertThat(TriageRules.monotonous(even)).isEmpty();
        assertThat(TriageRules.monotonous(last(days(60, 30, 0, 50, 50, 50, 50, 50, 50, 50)))
                        .orElseThrow()
                        .severity())
                .isEqualTo(Severity.WARN);
    }
}
