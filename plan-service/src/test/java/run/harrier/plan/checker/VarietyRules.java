package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** Sessions grow and change (D29). */
final class VarietyRules {
    private static final double SAME_SIZE = 0.90;
    private static final double TOLERANCE = 1.01;

    private final Subject plan;
    private final Findings findings;

    private VarietyRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        if (!plan.race()) {
            return;
        }
        var rules = new VarietyRules(plan, findings);
        rules.different();
        rules.threeRunning();
        for (var phase : List.of(Phase.EARLY_QUALITY, Phase.BUILD, Phase.PEAK)) {
            rules.growth(phase);
        }
    }

    /** Count, length, pace and recovery of the work, without the frame. */
    static String work(Run run) {
        var text = new StringBuilder();
        boolean work = false;
        for (var piece : run.pieces()) {
            if (piece.work().fasterThanEasy()) {
                work = true;
                text.append(piece.work())
                        .append(' ')
                        .append(extent(piece))
                        .append(' ')
                        .append(piece.stretch().target());
            } else if (work && (piece.is(StepKind.RECOVERY) || piece.is(StepKind.WALK))) {
                text.append('/').append(extent(piece));
            }
            text.append(work ? ";" : "");
        }
        return text.toString();
    }

    private static String extent(Piece piece) {
        return piece.stretch().extent() instanceof Extent.Distance
                ? Math.round(piece.metres()) + " m"
                : Math.round(piece.seconds()) + " s";
    }

    private void different() {
        if (plan.weeks().size() < 12) {
            return;
        }
        int count = 0;
        Set<String> different = new HashSet<>();
        for (var run : plan.runs()) {
            if (run.session().quality() && !run.raced()) {
                count++;
                different.add(run.session().kind() + work(run));
            }
        }
        int owed = Math.min(12, (count + 1) / 2);
        if (different.size() < owed) {
            findings.add("D29", different.size() + " different of " + count + " quality sessions, at least " + owed);
        }
    }

    private void threeRunning() {
        List<Week> loading = plan.loading();
        for (int index = 2; index < loading.size(); index++) {
            Set<String> same = works(loading.get(index));
            same.retainAll(works(loading.get(index - 1)));
            same.retainAll(works(loading.get(index - 2)));
            if (!same.isEmpty()) {
                findings.add(
                        "D29",
                        loading.get(index),
                        "the same in three loading weeks running: "
                                + same.iterator().next());
            }
        }
    }

    private Set<String> works(Week week) {
        Set<String> works = new HashSet<>();
        boolean ladder = plan.speedFocus() && plan.distance() == Distance.TO_5_KM;
        for (var run : week.runs()) {
            boolean rung = ladder && run.has(Work.RACE_PACE) && (week.is(Phase.EARLY_QUALITY) || week.is(Phase.BUILD));
            if (run.session().quality() && !run.raced() && !rung) {
                works.add(run.session().kind() + " " + work(run));
            }
        }
        return works;
    }

    private record Size(Week week, double metres, double step, Work work) {}

    /**
     * The work of a kind does not shrink below nine tenths within a phase, and grows each time it comes in a loading week
     * that does not raise the volume, until one step more would pass D7's or D31's cap.
     */
    private void growth(Phase phase) {
        double volume = plan.weeks().stream()
                .filter(week -> week.phase().compareTo(phase) < 0)
                .mapToDouble(Week::metres)
                .max()
                .orElse(plan.startVolume());
        Map<Work, Size> before = new HashMap<>();
        for (var week : plan.in(phase)) {
            if (week.loading()) {
                boolean raises = week.metres() > volume * TOLERANCE;
                for (var size : sizes(week)) {
                    var earlier = before.get(size.work());
                    if (earlier != null) {
                        compare(week, earlier, size, raises);
                    }
                    before.put(size.work(), size);
                }
            }
            volume = Math.max(volume, week.metres());
        }
    }

    private void compare(Week week, Size earlier, Size size, boolean raises) {
        double cap = cap(size.work(), week);
        double shrunk = Math.min(earlier.metres(), cap);
        if (size.metres() < SAME_SIZE * shrunk / Subject.EXACT) {
            findings.add(
                    "D29",
                    week,
                    km(size.metres()) + " of " + size.work() + " after " + km(earlier.metres()) + " in week "
                            + earlier.week().number() + ", at least nine tenths",
                    week.metres() < earlier.week().metres());
        } else if (!raises && size.metres() <= earlier.metres() * 1.001 && size.metres() + size.step() <= cap) {
            findings.add(
                    "D29",
                    week,
                    km(size.metres()) + " of " + size.work() + " after " + km(earlier.metres()) + " in week "
                            + earlier.week().number() + ", a step more fits into " + km(cap),
                    true);
        }
    }

    private double cap(Work work, Week week) {
        return switch (work) {
            case THRESHOLD -> 0.10 * week.metres();
            case INTERVAL -> 0.08 * week.metres();
            case REPETITION -> 0.05 * week.metres();
            case HILLS -> Double.MAX_VALUE;
            case RACE_PACE ->
                Math.min(
                        plan.distance() == Distance.TO_5_KM ? 6000 : 10_000,
                        (plan.distance() == Distance.TO_5_KM ? 0.15 : 0.20) * week.metres());
            case HALF -> Math.min(14_000, 0.20 * week.metres());
            case MARATHON, EASY, WALK, RECOVERY, STRIDES -> 0.25 * week.metres();
        };
    }

    private List<Size> sizes(Week week) {
        var sizes = new ArrayList<Size>();
        for (var work : List.of(Work.THRESHOLD, Work.INTERVAL, Work.REPETITION, Work.RACE_PACE, Work.HALF)) {
            double metres = 0;
            double step = 0;
            for (var run : week.runs()) {
                boolean alone = run.pieces().stream()
                        .allMatch(piece -> piece.work() == work || !piece.work().fasterThanEasy());
                if (!run.raced() && !run.is(SessionKind.PROGRESSION) && !run.is(SessionKind.LONG) && alone) {
                    metres = Math.max(metres, run.metres(work));
                    step = run.has(work) ? Math.max(step, step(run, work)) : step;
                }
            }
            if (metres > 0) {
                sizes.add(new Size(week, metres, step, work));
            }
        }
        return sizes;
    }

    /** A repetition more, 5 min of tempo more. */
    private static double step(Run run, Work work) {
        var last = run.pieces(work).getLast();
        return last.repeated() ? last.metres() : 300_000 / last.secondsPerKm();
    }
}
