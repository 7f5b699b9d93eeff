package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.min;
import static run.harrier.plan.checker.Findings.percent;

import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** Plans that lead to no race (D51): their length, and what each kind is. */
final class RacelessRules {
    private final Subject plan;
    private final Findings findings;

    private RacelessRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new RacelessRules(plan, findings);
        switch (plan.plan().kind()) {
            case BASE -> {
                rules.length(4, 12);
                rules.hardSessions(0);
            }
            case MAINTAIN -> {
                rules.length(1, 12);
                rules.level();
                rules.hardSessions(1);
            }
            case WALK_RUN -> {
                rules.length(6, 10);
                rules.walkRun();
            }
            case PROGRESSION -> {
                rules.length(4, 12);
                rules.hardSessions(1);
                rules.progressions();
            }
            case RACE, BEGINNER_BASE -> {}
        }
        if (plan.plan().kind() != PlanKind.RACE && plan.runs().stream().anyMatch(Run::race)) {
            findings.add("D51", "a race in a plan that leads to none");
        }
    }

    private void length(int least, int most) {
        int weeks = plan.weeks().size();
        if (weeks < least || weeks > most) {
            findings.add("D51", weeks + " weeks, " + least + " to " + most);
        }
    }

    private void hardSessions(int most) {
        for (var week : plan.weeks()) {
            int count = week.count(run -> run.hard() && !run.is(SessionKind.TEST));
            if (count > most) {
                findings.add("D51", week, count + " hard sessions, limit " + most);
            }
        }
    }

    /** The volume there is, down weeks apart. */
    private void level() {
        double usual = plan.startVolume() / 1000 * plan.pacing().easy();
        for (var week : plan.weeks()) {
            if (week.seconds() > 1.03 * usual) {
                findings.add(
                        "D51",
                        week,
                        min(week.seconds()) + " of running, " + percent(week.seconds() / usual) + " of today's");
            }
        }
    }

    private void walkRun() {
        double before = 0;
        for (var week : plan.weeks()) {
            if (week.runs().size() != 3) {
                findings.add("D51", week, week.runs().size() + " runs, three days");
            }
            double longest = 0;
            for (var run : week.runs()) {
                if (run.seconds() < 1200 - 1 || run.seconds() > 1800 + 1) {
                    findings.add("D51", week, "a run of " + min(run.seconds()) + ", 20 to 30 min");
                }
                if (!run.has(StepKind.WALK) || run.hard()) {
                    findings.add("D51", week, "a run without walking, or a hard one");
                }
                for (var piece : run.pieces()) {
                    longest = piece.is(StepKind.RUN) ? Math.max(longest, piece.seconds()) : longest;
                }
            }
            if (longest < before) {
                findings.add("D51", week, min(longest) + " without stopping after " + min(before));
            }
            before = longest;
        }
        if (before < 1200 - 1) {
            findings.add("S60", "the last week has " + min(before) + " without stopping, 20 min");
        }
    }

    /** A plan kind of its own: in most of its loading weeks there is one. */
    private void progressions() {
        long with = plan.loading().stream()
                .filter(week -> week.any(run -> run.is(SessionKind.PROGRESSION)))
                .count();
        if (2 * with < plan.loading().size()) {
            findings.add(
                    "D51",
                    "progression runs in " + with + " of " + plan.loading().size() + " loading weeks");
        }
    }
}
