package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;
import static run.harrier.plan.checker.Findings.min;
import static run.harrier.plan.checker.Findings.percent;

import java.util.List;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.SessionKind;

/** How much hard running there is: D13 and S24, the shares of D2, D7's caps for a session. */
final class QualityRules {
    private static final double MOST_HARD_TIME = 0.20;
    private static final double MOST_HILL_SECONDS = 600;

    private final Subject plan;
    private final Findings findings;

    private QualityRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new QualityRules(plan, findings);
        rules.flags();
        rules.counts();
        rules.enough();
        rules.adjacency();
        rules.shares();
        rules.caps();
        rules.forbidden();
    }

    /** A session is quality when, and only when, it holds work above easy (D13). */
    private void flags() {
        for (var run : plan.runs()) {
            if (run.raced()) {
                continue;
            }
            boolean works = run.pieces().stream().anyMatch(piece -> piece.work().fasterThanEasy());
            boolean named = !run.is(SessionKind.EASY) && !run.is(SessionKind.LONG);
            if (works != run.session().quality() || named != works && !run.is(SessionKind.LONG)) {
                findings.add(
                        "D13",
                        plan.weekOf(run),
                        run.session().kind() + " on " + run.on()
                                + (works ? " holds work above easy" : " holds no work") + " and is "
                                + (run.session().quality() ? "quality" : "no quality"));
            }
        }
        for (var session : plan.sessions()) {
            if (session.quality() && !session.running()) {
                findings.add("D13", session.kind() + " on " + session.on() + " is quality");
            }
        }
    }

    private void counts() {
        for (var week : plan.weeks()) {
            int count = week.count(run -> run.hard() && !run.race());
            int most = plan.quality();
            if (week.is(Phase.BASE)) {
                count = week.count(run -> run.hard() && !run.raced());
                most = 0;
                int tests = week.count(Subject::isTest);
                if (tests > 1) {
                    findings.add("D13", week, tests + " tests in a week of base, limit 1");
                }
            } else if (week.down() || week.is(Phase.TAPER) || week.raceWeek()) {
                most = Math.min(1, most);
            }
            if (count > most) {
                findings.add("D13", week, count + " quality sessions, limit " + most);
            }
        }
    }

    /** Two where two are allowed, in at least half of the loading weeks after base (D13). */
    private void enough() {
        if (!plan.race() || plan.quality() < 2 || plan.days() < 5 || plan.injured()) {
            return;
        }
        List<Week> weeks = plan.loading().stream().filter(Week::afterBase).toList();
        long two = weeks.stream().filter(week -> week.count(Run::hard) >= 2).count();
        if (2 * two < weeks.size()) {
            findings.add(
                    "D13",
                    "two quality sessions in " + two + " of " + weeks.size()
                            + " loading weeks after base, at least half",
                    plan.sharesSpent());
        }
    }

    private void adjacency() {
        List<Run> hard = plan.runs().stream().filter(Run::hard).toList();
        for (int index = 1; index < hard.size(); index++) {
            var before = hard.get(index - 1);
            var run = hard.get(index);
            if (!run.on().isAfter(before.on().plusDays(1))) {
                findings.add(
                        "S24",
                        plan.weekOf(run),
                        before.session().kind() + " on " + before.on() + " next to "
                                + run.session().kind() + " on " + run.on());
            }
        }
    }

    private void shares() {
        if (!plan.race()) {
            return;
        }
        double all = 0;
        double hard = 0;
        double moderate = 0;
        for (var run : plan.runs()) {
            all += run.seconds();
            hard += run.raced() ? run.seconds(Work::fasterThanEasy) : run.seconds(Work::hard);
            moderate += run.raced() ? 0 : run.seconds(Work::moderate);
        }
        if (!plan.hasBase()) {
            all += 6 * plan.startVolume() / 1000 * plan.pacing().easy();
        }
        double share = plan.hardSessions() / plan.countedSessions();
        if (share > plan.mostHardSessions()) {
            findings.add(
                    "D2",
                    (int) plan.hardSessions() + " hard of " + (int) plan.countedSessions() + " sessions, "
                            + percent(share) + ", limit " + percent(plan.mostHardSessions()));
        }
        if (hard > MOST_HARD_TIME * all * Subject.EXACT) {
            findings.add(
                    "D2", "hard running is " + percent(hard / all) + " of the time, limit " + percent(MOST_HARD_TIME));
        }
        double mostModerate = plan.distanceFocus() ? 0.15 : 0.08;
        if (moderate > mostModerate * all * Subject.EXACT) {
            findings.add(
                    "D2",
                    "moderate running is " + percent(moderate / all) + " of the time, limit " + percent(mostModerate));
        }
    }

    private void caps() {
        for (var week : plan.weeks()) {
            for (var run : week.runs()) {
                if (run.raced()) {
                    continue;
                }
                cap(week, run, Work.THRESHOLD, 0.10);
                cap(week, run, Work.INTERVAL, 0.08);
                cap(week, run, Work.REPETITION, 0.05);
                double hills = run.seconds(Work.HILLS);
                if (hills > MOST_HILL_SECONDS + 1) {
                    findings.add("D7", week, min(hills) + " of hills on " + run.on() + ", limit 10 min");
                }
            }
        }
    }

    private void cap(Week week, Run run, Work work, double share) {
        double metres = run.metres(work);
        if (metres > share * week.metres() * Subject.EXACT) {
            findings.add(
                    "D7",
                    week,
                    km(metres) + " of " + work + " on " + run.on() + " in a week of " + km(week.metres()) + ", limit "
                            + km(share * week.metres()));
        }
    }

    /** What an open injury forbids (D34). */
    private void forbidden() {
        if (!plan.injured()) {
            return;
        }
        for (var run : plan.runs()) {
            if (run.race()) {
                continue;
            }
            for (var piece : run.pieces()) {
                if (piece.work().hard() || piece.work() == Work.STRIDES || run.is(SessionKind.TEST)) {
                    findings.add("D34", plan.weekOf(run), piece.work() + " on " + run.on() + " through an open injury");
                    break;
                }
            }
        }
    }
}
