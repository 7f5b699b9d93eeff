package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** Fitness tests: D14, S56 to S58, D39's two days from the long run, D33's time trial. */
final class TestRules {
    private static final int FEWEST_DAYS = 28;
    private static final int MOST_DAYS = 42;

    private final Subject plan;
    private final Findings findings;
    private final List<Run> tests;

    private TestRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
        tests = plan.runs().stream().filter(Subject::isTest).toList();
    }

    static void check(Subject plan, Findings findings) {
        var rules = new TestRules(plan, findings);
        rules.gaps();
        rules.sameTest();
        rules.placeInBase();
        rules.longRuns();
        if (plan.race() && plan.quality() > 0 && !plan.injured()) {
            rules.owed();
            rules.timeTrial();
        }
    }

    private @Nullable LocalDate lastResult() {
        var result = plan.athlete().lastResult();
        return result == null ? null : result.on();
    }

    private void gaps() {
        LocalDate last = lastResult();
        for (var test : tests) {
            if (last != null && ChronoUnit.DAYS.between(last, test.on()) < FEWEST_DAYS) {
                findings.add(
                        "S56",
                        plan.weekOf(test),
                        "a test " + ChronoUnit.DAYS.between(last, test.on()) + " days after the last result, at least "
                                + FEWEST_DAYS);
            }
            last = test.on();
        }
    }

    private static double metres(Run test) {
        return test.pieces().stream()
                .filter(piece -> piece.is(StepKind.RUN))
                .mapToDouble(Piece::metres)
                .max()
                .orElse(0);
    }

    private void sameTest() {
        double first = 0;
        for (var test : tests) {
            double metres = metres(test);
            boolean known =
                    Math.abs(metres - 1609.344) < 15 || Math.abs(metres - 3000) < 1 || Math.abs(metres - 5000) < 15;
            if (!known) {
                findings.add("S57", plan.weekOf(test), "a test over " + km(metres) + ", a mile, 3 km or 5 km");
            }
            if (!plan.weekOf(test).is(Phase.BASE)) {
                continue;
            }
            if (first > 0 && Math.abs(metres - first) > 1 && !(isTimeTrial(tests.getFirst()))) {
                findings.add("S58", plan.weekOf(test), "a test over " + km(metres) + " after one over " + km(first));
            }
            first = metres;
        }
    }

    private boolean isTimeTrial(Run test) {
        return plan.athlete().paces().isEmpty() && !tests.isEmpty() && tests.getFirst() == test;
    }

    private void placeInBase() {
        for (var test : tests) {
            var week = plan.weekOf(test);
            if (!week.is(Phase.BASE) || isTimeTrial(test)) {
                continue;
            }
            if (!week.down()) {
                findings.add("D14", week, "a test in a base week that is not down");
            }
            DayOfWeek day = test.on().getDayOfWeek();
            var longRun = week.longRun();
            boolean lastDay = longRun.isPresent()
                    && ChronoUnit.DAYS.between(test.on(), longRun.get().on()) == 2;
            if (day.compareTo(DayOfWeek.THURSDAY) < 0 && !lastDay) {
                findings.add("D14", week, "a test on " + day + ", Thursday or later or two days before the long run");
            }
            for (var run : week.runs()) {
                if (run.on().isAfter(test.on()) && run.hard()) {
                    findings.add("D14", week, run.session().kind() + " on " + run.on() + " after the test of the week");
                }
            }
        }
    }

    private void longRuns() {
        for (var test : tests) {
            for (var run : plan.runs()) {
                if (run.is(SessionKind.LONG) && Math.abs(ChronoUnit.DAYS.between(test.on(), run.on())) < 2) {
                    findings.add(
                            "D39",
                            plan.weekOf(test),
                            "a test on " + test.on() + " next to the long run on " + run.on());
                }
            }
        }
    }

    /**
     * Base owes a test in each of its down weeks that has a day 28 days after the last result, unless the next one is
     * still within 42 days of it or of the start. Health questions may wait (D53), so this may be excused.
     */
    private void owed() {
        LocalDate start = plan.plan().start();
        var down = plan.in(Phase.BASE).stream().filter(Week::down).toList();
        for (int index = 0; index < down.size(); index++) {
            var week = down.get(index);
            LocalDate last = lastResult();
            for (var test : tests) {
                last = test.on().isBefore(week.start()) ? test.on() : last;
            }
            LocalDate counted = last == null || last.isBefore(start) ? start : last;
            boolean possible = last == null
                    || !last.plusDays(FEWEST_DAYS).isAfter(week.start().plusDays(4));
            boolean later = index + 1 < down.size()
                    && !down.get(index + 1).start().plusDays(3).isAfter(counted.plusDays(MOST_DAYS));
            if (possible && !later && week.runs().stream().noneMatch(Subject::isTest)) {
                findings.add(
                        "D14",
                        week,
                        "no test in this down week of base, last one or start on " + counted + ", at most " + MOST_DAYS
                                + " days",
                        true);
            }
        }
    }

    /** Without a result the second week holds a time trial, for beginners the fourth (D33). */
    private void timeTrial() {
        if (plan.athlete().paces().isPresent() || plan.athlete().lastResult() != null) {
            return;
        }
        int number = plan.beginner() ? 4 : 2;
        if (plan.weeks().size() < number) {
            return;
        }
        var week = plan.weeks().get(number - 1);
        var test = week.runs().stream().filter(Subject::isTest).findFirst();
        if (test.isEmpty()) {
            findings.add("D33", week, "no time trial without a result");
        } else if (test.get().on().getDayOfWeek().compareTo(DayOfWeek.THURSDAY) < 0) {
            findings.add("D33", week, "the time trial on " + test.get().on().getDayOfWeek() + ", Thursday or later");
        }
    }
}
