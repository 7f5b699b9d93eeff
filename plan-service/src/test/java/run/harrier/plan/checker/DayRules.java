package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.min;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.prescription.model.SessionKind;

/** The days: what was asked for (U4), D43's rest days and low day, D44's places, D33's longest easy run. */
final class DayRules {
    private static final double LOW_DAY_SHARE = 0.60;
    private static final double LOW_DAY_SECONDS = 1200;

    private static final double SHORTEST_RUN_SECONDS = 1200;
    private static final double LONG_RUN_STEP_SECONDS = 300;

    private final Subject plan;
    private final Findings findings;

    private DayRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new DayRules(plan, findings);
        rules.asked();
        rules.oneRunADay();
        rules.everyDay();
        rules.lowDay();
        rules.longestEasyRun();
        if (plan.race()) {
            rules.longRunAfterQuality();
            rules.hardDaysApart();
            rules.running();
        }
    }

    private void asked() {
        DayOfWeek longRunDay = plan.request().longRunDay();
        for (var week : plan.weeks()) {
            for (var run : week.runs()) {
                var day = run.on().getDayOfWeek();
                if (!run.race() && plan.request().noRunDays().contains(day)) {
                    findings.add("U4", week, run.session().kind() + " on " + run.on() + ", a day without running");
                }
                if (plan.race() && run.is(SessionKind.LONG) && longRunDay != null && day != longRunDay) {
                    boolean race = week.raceWeek() || plan.daysToRace(run.on()) < 8;
                    findings.add("U4", week, "the long run on " + day + ", asked for " + longRunDay, race);
                }
            }
            int runs = week.runs().size();
            int most = plan.days();
            if (runs > most) {
                findings.add(
                        "U4", week, runs + " running days, asked for " + most, week.raceWeek() && runs == most + 1);
            }
            if (plan.race() && runs < most && !week.raceWeek()) {
                boolean small = tooSmall(week, most);
                boolean told = !plan.plan().notes().isEmpty();
                boolean spared = week.down() || week.taperBegins();
                if (!small || !told && !spared) {
                    findings.add(
                            "D27",
                            week,
                            runs + " running days of " + most + " in a week of " + min(week.seconds())
                                    + (told ? "" : ", not told"),
                            small || spared);
                }
            }
        }
    }

    /** Beside its hard runs and a long run that is longer than those, it has no twenty minutes for each other day (D27). */
    private static boolean tooSmall(Week week, int days) {
        double left = week.seconds();
        double hardest = 0;
        int others = days - 1;
        for (var run : week.runs()) {
            if (run.hard() && !run.is(SessionKind.LONG)) {
                left -= run.seconds();
                hardest = Math.max(hardest, run.seconds());
                others--;
            }
        }
        double longRun =
                Math.max(SHORTEST_RUN_SECONDS, Math.ceil(hardest / LONG_RUN_STEP_SECONDS) * LONG_RUN_STEP_SECONDS);
        return left - longRun < others * SHORTEST_RUN_SECONDS;
    }

    private void oneRunADay() {
        for (var week : plan.weeks()) {
            Set<LocalDate> days = new TreeSet<>();
            for (var run : week.runs()) {
                if (!days.add(run.on())) {
                    findings.add("D43", week, "two runs on " + run.on());
                }
            }
        }
    }

    /** Rest days are sessions too (D43), and each week has rest or a low day (S39). */
    private void everyDay() {
        for (var week : plan.weeks()) {
            for (int day = 0; day < 7; day++) {
                var date = week.start().plusDays(day);
                if (date.isBefore(plan.plan().start())
                        || date.isAfter(plan.plan().end())) {
                    continue;
                }
                if (week.week().sessions().stream()
                        .noneMatch(session -> session.on().equals(date))) {
                    findings.add("D43", week, "nothing on " + date + ", not even rest");
                }
            }
            for (var session : week.week().sessions()) {
                boolean run = week.any(other -> other.on().equals(session.on()));
                if (session.kind() == SessionKind.REST && run) {
                    findings.add("D43", week, "rest beside a run on " + session.on());
                }
            }
        }
    }

    private void lowDay() {
        for (var week : plan.weeks()) {
            if (week.runs().size() < 7 || week.raceWeek()) {
                continue;
            }
            double mean = week.seconds() / 7;
            double least = week.runs().stream().mapToDouble(Run::seconds).min().orElse(0);
            double limit = Math.max(LOW_DAY_SHARE * mean, LOW_DAY_SECONDS);
            if (least > limit * Subject.EXACT) {
                findings.add("D43", week, "the lowest of seven days has " + min(least) + ", limit " + min(limit));
            }
        }
    }

    private void longestEasyRun() {
        Integer asked = plan.request().options().longestEasyMinutes();
        int most = asked == null ? 90 : asked;
        for (var run : plan.runs()) {
            if (run.is(SessionKind.EASY) && run.seconds() > 60 * most + 15 + strideSeconds(run)) {
                findings.add(
                        "D33",
                        plan.weekOf(run),
                        "an easy run of " + min(run.seconds()) + " on " + run.on() + ", limit " + most + " min");
            }
        }
    }

    private static double strideSeconds(Run run) {
        return run.seconds(work -> work == Work.STRIDES || work == Work.RECOVERY);
    }

    private void longRunAfterQuality() {
        for (var run : plan.runs()) {
            if (!run.is(SessionKind.LONG)) {
                continue;
            }
            var before = plan.runs().stream()
                    .filter(other -> other.on().equals(run.on().minusDays(1)) && other.hard())
                    .findFirst();
            if (before.isPresent()) {
                findings.add(
                        "D44",
                        plan.weekOf(run),
                        "the long run on " + run.on() + " the day after "
                                + before.get().session().kind(),
                        noOther(days -> days.size() <= 6));
            }
        }
    }

    /** Hard days as far apart as the running days of the week allow, tests and the race's week left out. */
    private void hardDaysApart() {
        for (var week : plan.weeks()) {
            var hard = new ArrayList<Integer>();
            var free = new ArrayList<Integer>();
            int longRun = week.longRun()
                    .map(run -> run.on().getDayOfWeek().getValue())
                    .orElse(0);
            for (var run : week.runs()) {
                int day = run.on().getDayOfWeek().getValue();
                if (run.hard()) {
                    hard.add(day);
                }
                if (day != longRun && day % 7 + 1 != longRun) {
                    free.add(day);
                }
            }
            boolean longIsHard = hard.contains(longRun);
            if (week.raceWeek() || week.any(Subject::isTest) || hard.size() != 2) {
                continue;
            }
            int best = 0;
            for (int first : longIsHard ? List.of(longRun) : free) {
                for (int second : free) {
                    best = first == second ? best : Math.max(best, apart(first, second));
                }
            }
            int actual = apart(hard.getFirst(), hard.getLast());
            if (actual < best) {
                findings.add("D44", week, "hard days " + actual + " days apart, " + best + " fit", true);
            }
        }
    }

    private static int apart(int first, int second) {
        int days = Math.abs(first - second);
        return Math.min(days, 7 - days);
    }

    private void running() {
        int most = plan.days() == 5 ? 3 : plan.athlete().level() == Level.BEGINNER && plan.days() == 3 ? 1 : 7;
        if (most == 7) {
            return;
        }
        boolean excused = noOther(days -> longestRow(days) <= most);
        int row = 0;
        LocalDate last = null;
        for (var run : plan.runs()) {
            row = last != null && run.on().equals(last.plusDays(1)) ? row + 1 : 1;
            last = run.on();
            if (row == most + 1) {
                findings.add(
                        "D44",
                        plan.weekOf(run),
                        row + " running days in a row until " + run.on() + " on " + plan.days() + " days",
                        excused || run.race());
            }
        }
    }

    private interface Choice {
        boolean good(Set<DayOfWeek> days);
    }

    /** Whether the days without running and the asked day of the long run leave no good choice of running days. */
    private boolean noOther(Choice choice) {
        var free = new ArrayList<DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            if (!plan.request().noRunDays().contains(day)) {
                free.add(day);
            }
        }
        var longRunDay = plan.request().longRunDay();
        for (int mask = 0; mask < 1 << free.size(); mask++) {
            if (Integer.bitCount(mask) != plan.days()) {
                continue;
            }
            Set<DayOfWeek> days = new TreeSet<>();
            for (int index = 0; index < free.size(); index++) {
                if ((mask >> index & 1) == 1) {
                    days.add(free.get(index));
                }
            }
            if ((longRunDay == null || days.contains(longRunDay)) && choice.good(days)) {
                return false;
            }
        }
        return true;
    }

    /** The longest row of days, Sunday to Monday included. */
    static int longestRow(Set<DayOfWeek> days) {
        int longest = 0;
        int row = 0;
        List<DayOfWeek> week = List.of(DayOfWeek.values());
        for (int day = 0; day < 14; day++) {
            row = days.contains(week.get(day % 7)) ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return Math.min(longest, days.size());
    }
}
