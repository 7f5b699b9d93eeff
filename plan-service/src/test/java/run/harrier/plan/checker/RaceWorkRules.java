package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;
import static run.harrier.plan.checker.Findings.min;
import static run.harrier.plan.checker.Findings.percent;

import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.SessionKind;

/** Race-specific work by distance (D31), F2's ladder (S32) and the distance focus (S31). */
final class RaceWorkRules {
    private static final double LEAST_SHARE = 0.12;
    private static final double SHORT_RACE = 3000 * 1.005;

    private final Subject plan;
    private final Findings findings;

    private RaceWorkRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        if (!plan.race() || plan.quality() == 0 || plan.injured()) {
            return;
        }
        var rules = new RaceWorkRules(plan, findings);
        switch (plan.distance()) {
            case TO_5_KM, TO_10_KM, TO_HALF -> rules.repeats();
            case TO_MARATHON -> rules.marathon();
            case TO_50_KM -> {}
        }
        rules.ladder();
        rules.distanceFocus();
    }

    /** Whether a week has a race-specific session. */
    static boolean specific(Subject plan, Week week) {
        return switch (plan.distance()) {
            case TO_5_KM, TO_10_KM, TO_HALF -> week.any(run -> raceWork(plan, run));
            case TO_MARATHON -> week.any(run -> run.is(SessionKind.LONG) && run.has(Work.MARATHON));
            case TO_50_KM -> week.any(run -> run.is(SessionKind.LONG) && run.has(Work.WALK));
        };
    }

    private static Work work(Subject plan) {
        return plan.distance() == Distance.TO_HALF && plan.raceMetres() > 20_000 ? Work.HALF : Work.RACE_PACE;
    }

    private static boolean raceWork(Subject plan, Run run) {
        return !run.raced() && !run.is(SessionKind.PROGRESSION) && run.has(work(plan));
    }

    private void repeats() {
        double share = mostShare();
        for (var week : plan.weeks()) {
            for (var run : week.runs()) {
                if (!raceWork(plan, run)) {
                    continue;
                }
                double metres = run.metres(work(plan));
                double limit = share * week.metres();
                if (metres > limit * Subject.EXACT) {
                    findings.add(
                            "D31",
                            week,
                            km(metres) + " at race pace in a week of " + km(week.metres()) + ", limit " + km(limit));
                }
                amounts(week, run, metres);
            }
        }
    }

    private void amounts(Week week, Run run, double metres) {
        double shortest;
        double longest;
        double least;
        double most;
        if (plan.raceMetres() <= SHORT_RACE) {
            shortest = 200;
            longest = 600;
            least = 0;
            most = Double.MAX_VALUE;
        } else if (plan.distance() == Distance.TO_5_KM) {
            shortest = 800;
            longest = 1600;
            least = 4000;
            most = 6000;
        } else if (plan.distance() == Distance.TO_10_KM) {
            shortest = 1000;
            longest = 3000;
            least = 6000;
            most = 10_000;
        } else {
            shortest = 3000;
            longest = 14_000;
            least = 6000;
            most = 15_000;
        }
        boolean ladder = ladderApplies() && (week.is(Phase.EARLY_QUALITY) || week.is(Phase.BUILD));
        var repeats = run.pieces(work(plan));
        for (var piece : repeats) {
            double margin = piece.byDistance() ? 1 : 0.15 * piece.metres();
            if (!ladder && (piece.metres() < shortest - margin || piece.metres() > longest + margin)) {
                findings.add(
                        "D31",
                        week,
                        "a repeat of " + km(piece.metres()) + " at race pace on " + run.on() + ", " + km(shortest)
                                + " to " + km(longest),
                        2 * shortest > mostShare() * week.metres());
                break;
            }
        }
        if (plan.distance() == Distance.TO_HALF) {
            continuous(week, run, repeats);
        }
        if (metres > most + 1) {
            findings.add("D31", week, km(metres) + " at race pace on " + run.on() + ", limit " + km(most));
        }
        double owed = Math.min(least, LEAST_SHARE * week.metres());
        if (week.is(Phase.PEAK) && week.loading() && metres < owed / Subject.EXACT) {
            findings.add("D31", week, km(metres) + " at race pace on " + run.on() + ", at least " + km(owed));
        }
    }

    private double mostShare() {
        return plan.distance() == Distance.TO_5_KM ? 0.15 : 0.20;
    }

    /** Two or more repeats of 3 to 5 km, or 8 to 14 km without a break. */
    private void continuous(Week week, Run run, List<Piece> repeats) {
        double first = repeats.getFirst().metres();
        double margin = repeats.getFirst().byDistance() ? 1 : 0.15 * first;
        boolean fits = repeats.size() > 1
                ? repeats.stream().allMatch(piece -> piece.metres() <= 5000 + margin)
                : first >= 8000 - margin;
        if (!fits) {
            findings.add(
                    "D31",
                    week,
                    repeats.size() + " of " + km(first) + " at half-marathon pace on " + run.on()
                            + ", two or more of 3 to 5 km, or 8 to 14 km",
                    6000 > mostShare() * week.metres());
        }
    }

    private void marathon() {
        var parts = new ArrayList<Run>();
        double sum = 0;
        for (var run : plan.runs()) {
            if (!run.raced()) {
                sum += run.metres(Work.MARATHON);
            }
            if (run.is(SessionKind.LONG) && run.has(Work.MARATHON)) {
                parts.add(run);
            }
        }
        double mostShare = plan.beginner() ? 0.30 : 0.50;
        double before = 0;
        for (var run : parts) {
            var week = plan.weekOf(run);
            double seconds = run.seconds(Work.MARATHON);
            double share = seconds / run.seconds();
            if (share < 1 / 6.0 / Subject.EXACT || share > mostShare * Subject.EXACT) {
                findings.add(
                        "D31",
                        week,
                        "an M part of " + percent(share) + " of the long run, 16.7 % to " + percent(mostShare));
            }
            if (seconds < before - 1) {
                findings.add("D31", week, "an M part of " + min(seconds) + " after one of " + min(before));
            }
            if (run.metres(Work.MARATHON) > 0.25 * week.metres() * Subject.EXACT) {
                findings.add(
                        "D31",
                        week,
                        km(run.metres(Work.MARATHON)) + " at M in a week of " + km(week.metres()) + ", limit "
                                + km(0.25 * week.metres()));
            }
            before = Math.max(before, seconds);
        }
        if (parts.isEmpty()) {
            findings.add("D31", "no long run with an M part");
        } else {
            var last = parts.getLast();
            double share = last.seconds(Work.MARATHON) / last.seconds();
            double owed = plan.beginner() ? 0.25 : 1 / 3.0;
            if (share < owed / Subject.EXACT) {
                findings.add(
                        "D31",
                        plan.weekOf(last),
                        "the last M part is " + percent(share) + " of the long run, at least " + percent(owed));
            }
            long days = plan.daysToRace(last.on());
            if (days < 21 || days > 27) {
                findings.add("D31", plan.weekOf(last), "the last M part is " + days + " days before the race, 3 weeks");
            }
        }
        double owed = plan.beginner() ? 25_000 : plan.startVolume() >= 60_000 ? 60_000 : 45_000;
        if (!plan.hasBase()) {
            owed /= 2;
        }
        if (sum < owed / Subject.EXACT) {
            findings.add("D31", km(sum) + " at M in the plan, at least " + km(owed));
        }
    }

    private boolean ladderApplies() {
        return plan.speedFocus() && plan.distance() == Distance.TO_5_KM && plan.raceMetres() > SHORT_RACE;
    }

    /** 200s and 400s at 5K pace, then 800s, the mile, 2K: repeats that never get shorter in early quality and build. */
    private void ladder() {
        if (!ladderApplies()) {
            return;
        }
        double before = 0;
        List<Week> weeks = plan.weeks().stream()
                .filter(week -> week.is(Phase.EARLY_QUALITY) || week.is(Phase.BUILD))
                .toList();
        for (var week : weeks) {
            for (var run : week.runs()) {
                if (!raceWork(plan, run)) {
                    continue;
                }
                double longest = run.pieces(Work.RACE_PACE).stream()
                        .mapToDouble(Piece::metres)
                        .max()
                        .orElse(0);
                if (longest < before - 1) {
                    findings.add("S32", week, "repeats of " + km(longest) + " after " + km(before));
                }
                before = Math.max(before, longest);
            }
        }
        if (before == 0) {
            findings.add("S32", "no ladder at 5K pace in early quality and build");
        }
    }

    /** More than half of the faster volume is at half-marathon and marathon pace (S31, D6). */
    private void distanceFocus() {
        if (!plan.distanceFocus()) {
            return;
        }
        double moderate = 0;
        double faster = 0;
        for (var run : plan.runs()) {
            if (!run.raced()) {
                moderate += run.metres(Work::moderate);
                faster += run.metres(Work::fasterThanEasy);
            }
        }
        if (faster > 0 && moderate <= 0.5 * faster) {
            findings.add(
                    "S31",
                    km(moderate) + " at half-marathon and marathon pace of " + km(faster)
                            + " faster volume, more than half");
        }
    }
}
