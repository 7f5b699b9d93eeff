package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;
import static run.harrier.plan.checker.Findings.min;
import static run.harrier.plan.checker.Findings.percent;

import java.util.List;
import java.util.function.Predicate;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** What each phase owes (D30): its work, the size of it, strides, all zones, the volume that goes on rising. */
final class DueRules {
    private static final double TOLERANCE = 1.01;

    private final Subject plan;
    private final Findings findings;

    private DueRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        if (!plan.race() || plan.quality() == 0) {
            return;
        }
        var rules = new DueRules(plan, findings);
        if (!plan.injured()) {
            rules.works();
            rules.buildAgainstPeak();
            rules.sizes();
            rules.strides();
            rules.allZones();
        }
        rules.volumeRises();
        rules.notBothAtOnce();
    }

    private void works() {
        int step = plan.everySecond() ? 2 : 1;
        due(
                Phase.EARLY_QUALITY,
                "repetitions or hills",
                week -> week.has(Work.REPETITION) || week.has(Work.HILLS),
                step,
                true);
        due(Phase.EARLY_QUALITY, "hills", week -> week.has(Work.HILLS), 2, false);
        due(Phase.BUILD, "VO2max work", week -> week.has(Work.INTERVAL), step, true);
        due(Phase.PEAK, "race-specific work", week -> RaceWorkRules.specific(plan, week), step, true);
        due(Phase.PEAK, "T", week -> week.has(Work.THRESHOLD), 2, false);
    }

    /** In every loading week, or no two running without it; a phase with one loading week owes its main work (D30). */
    private void due(Phase phase, String work, Predicate<Week> there, int step, boolean main) {
        List<Week> weeks = plan.loading(phase);
        if (weeks.size() == 1) {
            if (main && !there.test(weeks.getFirst())) {
                findings.add(
                        "D30", weeks.getFirst(), phase + " has one loading week, without " + work, plan.sharesSpent());
            }
            return;
        }
        int without = 0;
        for (var week : weeks) {
            without = there.test(week) ? 0 : without + 1;
            if (without >= step) {
                findings.add(
                        "D30",
                        week,
                        without + " loading week" + (without == 1 ? "" : "s running") + " of " + phase + " without "
                                + work,
                        plan.sharesSpent());
            }
        }
    }

    private void buildAgainstPeak() {
        List<Week> build = plan.loading(Phase.BUILD);
        List<Week> peak = plan.loading(Phase.PEAK);
        if (build.isEmpty() || peak.isEmpty()) {
            return;
        }
        double ofBuild = fastSeconds(build);
        double ofPeak = fastSeconds(peak);
        if (ofBuild < ofPeak - 1) {
            findings.add(
                    "D30",
                    "build has " + min(ofBuild) + " at I or faster a loading week, at least peak's " + min(ofPeak));
        }
    }

    private double fastSeconds(List<Week> weeks) {
        double interval = plan.pacing().zone(run.harrier.plan.prescription.model.Zone.INTERVAL);
        double sum = 0;
        for (var week : weeks) {
            for (var run : week.runs()) {
                for (var piece : run.pieces()) {
                    boolean fast = piece.work().intervalOrFaster()
                            || piece.work() == Work.RACE_PACE && piece.secondsPerKm() <= interval;
                    sum += !run.raced() && fast ? piece.seconds() : 0;
                }
            }
        }
        return sum / weeks.size();
    }

    private void sizes() {
        size(Phase.EARLY_QUALITY, Work.REPETITION, 0.05);
        size(Phase.BUILD, Work.INTERVAL, 0.08);
        size(Phase.PEAK, Work.THRESHOLD, 0.10);
    }

    /** Two thirds of D7's cap by the last loading week of the phase, where D27's sizes allow. */
    private void size(Phase phase, Work work, double cap) {
        double largest = 0;
        Week week = null;
        double smallestStep = Double.MAX_VALUE;
        for (var candidate : plan.loading(phase)) {
            for (var run : candidate.runs()) {
                if (run.raced() || run.is(SessionKind.PROGRESSION) || !run.has(work)) {
                    continue;
                }
                double share = run.metres(work) / candidate.metres() / cap;
                if (share > largest) {
                    largest = share;
                    week = candidate;
                    smallestStep = run.pieces(work).getLast().metres() / candidate.metres() / cap;
                }
            }
        }
        if (week != null && largest < 2.0 / 3 / Subject.EXACT) {
            findings.add(
                    "D30",
                    week,
                    work + " of " + phase + " reaches " + percent(largest) + " of its cap, at least 66.7 %",
                    largest + smallestStep > 1);
        }
    }

    private void strides() {
        if (!plan.request().options().blendedPhases()) {
            return;
        }
        for (var week : plan.weeks()) {
            if (!week.afterBase() || week.raceWeek()) {
                continue;
            }
            int easy = week.count(run -> !run.hard() && run.has(StepKind.STRIDES));
            int all = week.count(run -> run.has(StepKind.STRIDES));
            if (easy > 2) {
                findings.add("S46", week, easy + " easy runs with strides, once or twice");
            }
            if (all == 0) {
                findings.add("S46", week, "no strides, once or twice a week after base");
            } else if (easy == 0) {
                findings.add("S46", week, "no easy run with strides after base", true);
            }
        }
    }

    private void allZones() {
        if (plan.weeks().size() < 12 || plan.days() < 4) {
            return;
        }
        for (var work : List.of(Work.EASY, Work.MARATHON, Work.THRESHOLD, Work.INTERVAL, Work.REPETITION)) {
            if (plan.runs().stream().noneMatch(run -> !run.raced() && run.has(work))) {
                findings.add(
                        "S20", "no " + work + " in a plan of " + plan.weeks().size() + " weeks");
            }
        }
    }

    private void volumeRises() {
        double base = highest(plan.loading(Phase.BASE));
        double quality = Math.max(highest(plan.loading(Phase.EARLY_QUALITY)), highest(plan.loading(Phase.BUILD)));
        if (base == 0 || quality == 0) {
            return;
        }
        if (plan.speedFocus()) {
            if (quality > base * TOLERANCE) {
                findings.add("S33", "early quality and build reach " + km(quality) + ", base " + km(base), true);
            }
        } else if (quality <= base) {
            boolean noRoom = base > 0.95 * plan.growthLimit();
            findings.add(
                    "D30", "early quality and build reach " + km(quality) + ", not above base's " + km(base), noRoom);
        }
    }

    private static double highest(List<Week> weeks) {
        return weeks.stream().mapToDouble(Week::metres).max().orElse(0);
    }

    /** A week that raises the volume has no more hard minutes than the hardest before it (S26, D30). */
    private void notBothAtOnce() {
        double volume = plan.startSeconds();
        double hardest = 0;
        boolean first = true;
        for (var week : plan.weeks()) {
            double hard = week.hardTrainingSeconds();
            if (!first && week.seconds() > volume * TOLERANCE && hard > hardest * TOLERANCE) {
                findings.add(
                        "S26",
                        week,
                        min(week.seconds()) + " after at most " + min(volume) + " and " + min(hard)
                                + " hard after at most " + min(hardest));
            }
            volume = Math.max(volume, week.seconds());
            hardest = Math.max(hardest, hard);
            first = false;
        }
    }
}
