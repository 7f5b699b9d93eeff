package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.min;

import java.time.temporal.ChronoUnit;
import java.util.List;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** Progression runs: how often, how long the first is, and that they only get faster (D41, S67 to S75). */
final class ProgressionRules {
    private static final int MOST_WEEKS_WITH_ONE_QUALITY = 4;
    private static final int MOST_WEEKS_WITH_TWO = 1;
    private static final int FEWEST_DAYS_BETWEEN = 14;

    private final Subject plan;
    private final Findings findings;

    private ProgressionRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        if (!plan.race()) {
            return;
        }
        var rules = new ProgressionRules(plan, findings);
        rules.faster();
        rules.first();
        rules.kinds();
        rules.between();
        if (rules.mayRun() && plan.quality() > 0 && !plan.injured()) {
            rules.due();
        }
    }

    /** 20 min or two miles without stopping (S75). */
    private boolean mayRun() {
        Double recorded = plan.athlete().record().longestRunSeconds();
        Integer intake = plan.athlete().longestRunMinutes();
        return recorded != null && recorded >= 1200 || intake != null && intake >= 20;
    }

    private List<Run> runs() {
        return plan.runs().stream()
                .filter(run -> run.is(SessionKind.PROGRESSION))
                .toList();
    }

    private void faster() {
        for (var run : runs()) {
            double pace = Double.MAX_VALUE;
            double effort = 0;
            for (var piece : run.pieces()) {
                if (piece.is(StepKind.RECOVERY) || piece.is(StepKind.WALK)) {
                    findings.add("S67", plan.weekOf(run), "a rest in the progression run on " + run.on());
                    break;
                }
                if (piece.is(StepKind.COOL_DOWN)) {
                    break;
                }
                if (piece.secondsPerKm() > pace + 0.5
                        || piece.secondsPerKm() >= pace - 0.5 && piece.effort() < effort) {
                    findings.add("S67", plan.weekOf(run), "the progression run on " + run.on() + " gets easier");
                    break;
                }
                pace = piece.secondsPerKm();
                effort = piece.effort();
            }
        }
    }

    private void first() {
        if (runs().isEmpty() || plan.athlete().record().progressionRun()) {
            return;
        }
        var run = runs().getFirst();
        var week = plan.weekOf(run);
        double ran = run.seconds();
        if (Math.abs(ran - 1800) > 15) {
            findings.add("S72", week, "the first progression run has " + min(ran) + ", 30 min");
        }
        if (run.pieces().stream().anyMatch(piece -> piece.work().hard() || piece.work() == Work.HALF)) {
            findings.add("D41", week, "the first progression run goes above M");
        }
    }

    /** A fast finish of 5 to 15 min (S71), or at least a faster second half (S68), thirds (S70) or miles (S69). */
    private void kinds() {
        for (var run : runs()) {
            var ran = run.pieces().stream()
                    .filter(piece -> !piece.is(StepKind.COOL_DOWN))
                    .toList();
            if (FrameRules.eachMile(run) || ran.isEmpty()) {
                continue;
            }
            double all = ran.stream().mapToDouble(Piece::seconds).sum();
            double last = ran.getLast().seconds();
            boolean fastFinish = last >= 300 - 1 && last <= 900 + 1;
            boolean half = ran.size() == 2 && last >= 0.45 * all && last <= 0.55 * all;
            boolean thirds = ran.size() == 3
                    && ran.stream().allMatch(piece -> piece.seconds() >= 0.25 * all && piece.seconds() <= 0.42 * all);
            if (ran.size() < 2 || !fastFinish && !half && !thirds) {
                findings.add(
                        "D41",
                        plan.weekOf(run),
                        "the progression run on " + run.on() + " of " + ran.size() + " stretches ends with " + min(last)
                                + " of " + min(all) + ", none of the four kinds");
            }
        }
    }

    private void between() {
        Run before = null;
        for (var run : runs()) {
            if (before != null && ChronoUnit.DAYS.between(before.on(), run.on()) < FEWEST_DAYS_BETWEEN) {
                findings.add(
                        "S73",
                        plan.weekOf(run),
                        "progression runs on " + before.on() + " and " + run.on() + ", one in 14 days",
                        ChronoUnit.DAYS.between(before.on(), run.on()) >= 11);
            }
            before = run;
        }
    }

    private void due() {
        boolean two = plan.quality() >= 2;
        int most = two ? MOST_WEEKS_WITH_TWO : MOST_WEEKS_WITH_ONE_QUALITY;
        int without = 0;
        for (var week : plan.weeks()) {
            if (!week.afterBase() || week.is(Phase.TAPER) || week.taperBegins()) {
                continue;
            }
            if (week.any(Run::progression)) {
                without = 0;
            } else if (week.loading()) {
                without++;
                if (without == most + 1) {
                    findings.add(
                            "D41",
                            week,
                            without + " loading weeks running without a progression run, limit " + most,
                            plan.sharesSpent());
                    without = 0;
                }
            }
        }
    }
}
