package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;
import static run.harrier.plan.checker.Findings.min;
import static run.harrier.plan.checker.Findings.percent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.prescription.model.SessionKind;

/** The long run: D26 with its growth, share and place, and what is enough for the race by D25. */
final class LongRunRules {
    private static final double FIVE_MINUTES = 300;
    private static final double WITHOUT_RECORD = 1800;
    private static final double WALK_RUN_WITHOUT_RECORD = 1200;

    private final Subject plan;
    private final Findings findings;

    private LongRunRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new LongRunRules(plan, findings);
        if (plan.plan().kind() == PlanKind.RACE || plan.plan().kind() == PlanKind.BASE) {
            rules.growth();
            rules.longestOfTheWeek();
        }
        if (plan.race()) {
            rules.walks();
            rules.everyWeek();
            rules.shares();
            rules.pairs();
            rules.lastLongRun();
            rules.enough();
        }
    }

    /** The longest run that may follow one (D26). */
    static double next(double longestSeconds) {
        double rounded = FIVE_MINUTES * Math.floor(1.1 * longestSeconds / FIVE_MINUTES + 0.5);
        return Math.max(rounded, longestSeconds + FIVE_MINUTES);
    }

    private double before() {
        Double recorded = plan.athlete().record().longestRunSeconds();
        if (recorded != null) {
            return recorded;
        }
        boolean ranBefore = plan.athlete().record().weeklySeconds().stream().anyMatch(seconds -> seconds > 0);
        Integer intake = plan.athlete().longestRunMinutes();
        if (intake != null && !ranBefore) {
            return 60.0 * intake;
        }
        return plan.request().options().runWalk() ? WALK_RUN_WITHOUT_RECORD : WITHOUT_RECORD;
    }

    private void growth() {
        LocalDate eve = plan.plan().start().minusDays(1);
        for (var run : plan.runs()) {
            if (run.raced()) {
                continue;
            }
            LocalDate from = run.on().minusDays(30);
            double longest = eve.isBefore(from) ? 0 : before();
            for (var other : plan.runs()) {
                if (!other.raced()
                        && other.on().isBefore(run.on())
                        && !other.on().isBefore(from)) {
                    longest = Math.max(longest, other.seconds());
                }
            }
            double limit = next(longest);
            if (run.seconds() > limit + 15) {
                findings.add(
                        "D26",
                        plan.weekOf(run),
                        "a run of " + min(run.seconds()) + " on " + run.on() + " after " + min(longest) + ", limit "
                                + min(limit));
            }
        }
    }

    private void longestOfTheWeek() {
        for (var week : plan.weeks()) {
            Optional<Run> longRun = week.longRun();
            if (longRun.isEmpty()) {
                continue;
            }
            double longest = longRun.get().seconds();
            double share = plan.days() >= 5 ? 0.75 : 0.90;
            for (var run : week.runs()) {
                if (run.raced() || run.is(SessionKind.LONG)) {
                    continue;
                }
                if (run.seconds() > longest + 15) {
                    findings.add(
                            "D26",
                            week,
                            "a run of " + min(run.seconds()) + " on " + run.on() + " beside a long run of "
                                    + min(longest));
                } else if (run.is(SessionKind.EASY) && run.seconds() > share * longest + 15) {
                    findings.add(
                            "D26",
                            week,
                            "an easy run of " + min(run.seconds()) + " on " + run.on() + ", "
                                    + percent(run.seconds() / longest) + " of the long run, limit " + percent(share),
                            run.seconds(work -> work == Work.EASY || work == Work.WALK) <= share * longest + 15);
                }
            }
        }
    }

    /** Walk minutes in long runs and race, where they are asked for (D51). */
    private void walks() {
        if (!plan.request().options().runWalk()) {
            return;
        }
        for (var run : plan.runs()) {
            if ((run.is(SessionKind.LONG) || run.race()) && !run.has(Work.WALK)) {
                findings.add(
                        "D51", plan.weekOf(run), run.session().kind() + " on " + run.on() + " without walk minutes");
            }
        }
    }

    private void everyWeek() {
        for (var week : plan.weeks()) {
            if (!week.raceWeek() && week.longRun().isEmpty()) {
                findings.add("S34", week, "no long run");
            }
        }
    }

    private void shares() {
        for (var week : plan.weeks()) {
            int running = Math.min(plan.days(), week.runs().size());
            double most = plan.distance().mostMetres(week.metres(), running);
            for (var run : week.runs()) {
                if (!run.is(SessionKind.LONG)) {
                    continue;
                }
                if (run.metres() > most * Subject.EXACT) {
                    findings.add(
                            "D26",
                            week,
                            "a long run of " + km(run.metres()) + " in a week of " + km(week.metres()) + ", limit "
                                    + km(most));
                }
                if (run.seconds() > 60 * plan.distance().mostMinutes + 15) {
                    findings.add(
                            "D25",
                            week,
                            "a long run of " + min(run.seconds()) + ", limit " + plan.distance().mostMinutes + " min");
                }
            }
        }
    }

    /** One long run a week; to 50 km also two on neighbouring days, which count as one (D25). */
    private void pairs() {
        for (var week : plan.weeks()) {
            var longRuns =
                    week.runs().stream().filter(run -> run.is(SessionKind.LONG)).toList();
            if (longRuns.size() < 2) {
                continue;
            }
            if (plan.distance() != Distance.TO_50_KM || longRuns.size() > 2) {
                findings.add("D25", week, longRuns.size() + " long runs");
                continue;
            }
            var first = longRuns.getFirst();
            var second = longRuns.getLast();
            if (!second.on().equals(first.on().plusDays(1)) || second.seconds() > 0.75 * first.seconds() + 15) {
                findings.add(
                        "D25",
                        week,
                        "long runs of " + min(first.seconds()) + " on " + first.on() + " and " + min(second.seconds())
                                + " on " + second.on() + ", neighbouring days and at most 75 %");
            }
            double most = plan.distance().mostMetres(week.metres(), week.runs().size());
            if (first.metres() + second.metres() > most * Subject.EXACT) {
                findings.add(
                        "D26",
                        week,
                        "long runs of " + km(first.metres() + second.metres()) + " in a week of " + km(week.metres())
                                + ", limit " + km(most));
            }
        }
    }

    private void lastLongRun() {
        int days = plan.distance().lastLongRunDays;
        List<Run> longRuns =
                plan.runs().stream().filter(run -> run.is(SessionKind.LONG)).toList();
        var inTime = longRuns.stream()
                .filter(run -> plan.daysToRace(run.on()) >= days)
                .toList();
        if (inTime.isEmpty()) {
            findings.add("D26", "no long run at least " + days + " days before the race");
            return;
        }
        var last = inTime.getLast();
        double longest = longRuns.stream().mapToDouble(Run::seconds).max().orElse(0);
        if (last.seconds() < longest - 15) {
            findings.add(
                    "D26",
                    plan.weekOf(last),
                    "the last long run at least " + days + " days before the race has " + min(last.seconds())
                            + ", the longest " + min(longest));
        }
        if (plan.weekOf(last).down()) {
            findings.add("D7", plan.weekOf(last), "the week of the longest run is a down week");
        }
    }

    private void enough() {
        if (plan.injured()) {
            return;
        }
        boolean insisted = plan.request().options().underprepared() != null;
        boolean beginner = plan.beginner();
        var distance = plan.distance();
        var taper = plan.plan().taperFrom();
        double metres = 0;
        double seconds = 0;
        for (var week : plan.weeks()) {
            var longRuns = week.runs().stream()
                    .filter(run -> run.is(SessionKind.LONG)
                            && (taper == null || run.on().isBefore(taper)))
                    .toList();
            metres = Math.max(metres, longRuns.stream().mapToDouble(Run::metres).sum());
            seconds = Math.max(
                    seconds, longRuns.stream().mapToDouble(Run::seconds).sum());
        }
        if (metres < distance.longest(beginner) / Subject.EXACT && seconds < distance.longestSeconds(beginner) - 15) {
            findings.add(
                    "D25",
                    "the longest run has " + km(metres) + " or " + min(seconds) + ", at least "
                            + km(distance.longest(beginner)) + " or " + min(distance.longestSeconds(beginner)),
                    insisted);
        }
        double highest = plan.weeks().stream()
                .filter(week -> week.phase() != Phase.TAPER)
                .mapToDouble(Week::metres)
                .max()
                .orElse(0);
        if (highest < distance.highestWeek(beginner) / Subject.EXACT) {
            findings.add(
                    "D25",
                    "the highest week has " + km(highest) + ", at least " + km(distance.highestWeek(beginner)),
                    insisted);
        }
    }
}
