package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;
import static run.harrier.plan.checker.Findings.min;
import static run.harrier.plan.checker.Findings.percent;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;

/** The volume of the weeks: D4 and S53, D7's down and taper weeks with S54 and S45, D33's hours. */
final class VolumeRules {
    private static final double RISE = 1.10;
    private static final double MOST_HOURS = 11;

    private final Subject plan;
    private final Findings findings;

    private VolumeRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new VolumeRules(plan, findings);
        rules.rises();
        rules.highest();
        if (plan.race()) {
            rules.loadingWeeks();
            rules.downWeekPlaces();
        }
        rules.downWeeks();
        rules.taper();
        rules.hours();
    }

    private void rises() {
        if (plan.plan().kind() == PlanKind.BEGINNER_BASE || plan.plan().kind() == PlanKind.WALK_RUN) {
            return;
        }
        double highest = plan.startSeconds();
        for (var week : plan.weeks()) {
            if (week.seconds() > RISE * highest * Subject.EXACT) {
                findings.add(
                        "S53",
                        week,
                        min(week.seconds()) + " after at most " + min(highest) + ", limit " + min(RISE * highest));
            }
            highest = Math.max(highest, week.seconds());
        }
    }

    private void highest() {
        if (!plan.race()) {
            return;
        }
        double limit = plan.growthLimit();
        for (var week : plan.weeks()) {
            if (week.metres() > limit * Subject.EXACT) {
                findings.add(
                        "D4", week, km(week.metres()) + " from " + km(plan.startVolume()) + ", limit " + km(limit));
            }
        }
    }

    private void loadingWeeks() {
        double highest = 0;
        for (var week : plan.weeks()) {
            if (week.loading() && highest > 0) {
                double least = week.is(Phase.PEAK) ? 0.90 : 0.97;
                if (plan.speedFocus() && week.afterBase()) {
                    least = 0.85;
                }
                if (week.seconds() < least * highest / Subject.EXACT) {
                    findings.add(
                            "D4",
                            week,
                            "a loading week of " + min(week.seconds()) + " after " + min(highest) + ", at least "
                                    + min(least * highest));
                }
            }
            highest = Math.max(highest, week.seconds());
        }
    }

    private void downWeeks() {
        Week before = null;
        for (var week : plan.weeks()) {
            if (week.down() && before != null && !before.recovering()) {
                double share = week.seconds() / before.seconds();
                if (share < 0.70 / Subject.EXACT || share > 0.80 * Subject.EXACT) {
                    findings.add(
                            "S54",
                            week,
                            "a down week of " + min(week.seconds()) + ", " + percent(share) + " of "
                                    + min(before.seconds()) + ", 70 to 80 %");
                }
            }
            if (week.down() && (week.taperBegins() || week.phase() == Phase.TAPER)) {
                findings.add("D7", week, "a down week in the taper");
            }
            before = week;
        }
    }

    private void downWeekPlaces() {
        List<Week> before = plan.weeks().stream()
                .filter(week -> week.phase() != Phase.TAPER)
                .toList();
        for (int first = 0; first + 4 <= before.size(); first++) {
            var window = before.subList(first, first + 4);
            if (window.stream().noneMatch(week -> week.down() || week.recovering())) {
                boolean taperBegins = window.getLast().taperBegins();
                findings.add("S54", window.getLast(), "four weeks without a down week", taperBegins);
            }
        }
        var down = new ArrayList<Integer>();
        for (var week : before) {
            if (week.down()) {
                down.add(week.number());
            }
        }
        int last = 0;
        for (int number : down) {
            if (number - last < 3) {
                findings.add(
                        "D7",
                        plan.weeks().get(number - 1),
                        "a down week " + (number - last) + " weeks after the last one, every third or fourth");
            }
            last = number;
        }
        for (var week : before) {
            if (!week.down()) {
                continue;
            }
            if (plan.in(week.phase()).size() == 1) {
                findings.add("D7", week, "the only week of " + week.phase() + " is a down week");
            }
            if (week.number() == before.size()) {
                findings.add("D7", week, "the last week before the taper is a down week");
            }
        }
    }

    private void taper() {
        for (int index = 1; index < plan.weeks().size(); index++) {
            var week = plan.weeks().get(index);
            var before = plan.weeks().get(index - 1);
            if (!week.is(Phase.TAPER)) {
                continue;
            }
            double share = week.metres() / before.metres();
            if (share < 0.62 / Subject.EXACT || share > 0.78 * Subject.EXACT) {
                var race = plan.raceDay();
                boolean cut =
                        week.raceWeek() && race != null && race.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
                findings.add(
                        "D7",
                        week,
                        "a taper week of " + km(week.metres()) + ", " + percent(share) + " of " + km(before.metres())
                                + ", 62 to 78 %",
                        cut);
            }
        }
    }

    private void hours() {
        Double asked = plan.request().options().weeklyHours();
        double most = 3600 * (asked == null ? MOST_HOURS : asked);
        for (var week : plan.weeks()) {
            if (week.seconds() > most + 30) {
                findings.add("D33", week, min(week.seconds()) + " of running, limit " + min(most));
            }
        }
    }
}
