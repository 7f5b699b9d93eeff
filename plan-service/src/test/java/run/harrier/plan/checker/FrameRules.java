package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.km;
import static run.harrier.plan.checker.Findings.min;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** The frame of hard sessions (D28), S14's sizes, and round numbers (D27). */
final class FrameRules {
    private static final Set<Integer> REPETITIONS = Set.of(200, 300, 400, 600, 800, 1000, 1200, 1600, 2000, 3000, 5000);
    private static final double MILE = 1609.344;
    private static final int FIVE_MINUTES = 300;

    private final Subject plan;
    private final Findings findings;

    private FrameRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new FrameRules(plan, findings);
        for (var week : plan.weeks()) {
            for (var run : week.runs()) {
                if (run.is(SessionKind.PROGRESSION)) {
                    rules.progression(week, run);
                } else if (run.raced()) {
                    rules.raced(week, run);
                } else if (!run.is(SessionKind.LONG) && run.hard()) {
                    rules.frame(week, run);
                }
                if (!run.raced() && !run.is(SessionKind.PROGRESSION)) {
                    rules.sizes(week, run);
                }
                if (!run.race() && plan.race()) {
                    rules.round(week, run);
                }
            }
        }
    }

    private static double sum(List<Piece> pieces, StepKind kind) {
        return pieces.stream()
                .filter(piece -> piece.is(kind))
                .mapToDouble(Piece::seconds)
                .sum();
    }

    private static int firstWork(Run run) {
        for (int index = 0; index < run.pieces().size(); index++) {
            if (run.pieces().get(index).work().fasterThanEasy()) {
                return index;
            }
        }
        return run.pieces().size();
    }

    private void frame(Week week, Run run) {
        var pieces = run.pieces();
        int first = firstWork(run);
        var before = pieces.subList(0, first);
        double warmUp = sum(pieces, StepKind.WARM_UP);
        double coolDown = sum(pieces, StepKind.COOL_DOWN);
        boolean hard = run.pieces().stream().anyMatch(piece -> piece.work().hard());
        double least = plan.beginner() ? 600 : 900;
        if (warmUp > 1500 + 1 || hard && warmUp < least - 1) {
            findings.add(
                    "D28", week, "a warm-up of " + min(warmUp) + " on " + run.on() + ", " + min(least) + " to 25 min");
        }
        long strides =
                before.stream().filter(piece -> piece.is(StepKind.STRIDES)).count();
        int expected = plan.injured() ? 0 : 4;
        if (hard && strides != expected) {
            findings.add("D28", week, strides + " strides in the warm-up on " + run.on() + ", " + expected);
        }
        if (hard && Math.abs(coolDown - 600) > 1) {
            findings.add("D28", week, "a cool-down of " + min(coolDown) + " on " + run.on() + ", 10 min");
        }
        if (hard && !pieces.getLast().is(StepKind.COOL_DOWN)) {
            findings.add("D28", week, run.session().kind() + " on " + run.on() + " does not end with its cool-down");
        }
        for (int index = first; index < pieces.size(); index++) {
            if (pieces.get(index).is(StepKind.RUN) && pieces.get(index).work() == Work.EASY) {
                findings.add("D28", week, "easy running after the work on " + run.on());
                break;
            }
        }
    }

    private void raced(Week week, Run run) {
        var pieces = run.pieces();
        double warmUp = sum(pieces, StepKind.WARM_UP);
        double coolDown = sum(pieces, StepKind.COOL_DOWN);
        boolean strides = run.has(StepKind.STRIDES);
        boolean longRace = run.race() && !plan.distance().atMost(Distance.TO_HALF);
        if (longRace) {
            if (warmUp > 600 + 1 || strides) {
                findings.add(
                        "D28",
                        week,
                        "a warm-up of " + min(warmUp) + (strides ? " with strides" : "")
                                + " before the race, at most 10 min easy");
            }
            return;
        }
        if (warmUp < 900 - 1 || warmUp > 1200 + 1) {
            findings.add(
                    "D28",
                    week,
                    "a warm-up of " + min(warmUp) + " before the "
                            + run.session().kind() + ", 15 to 20 min");
        }
        boolean timeTrial = run.is(SessionKind.TEST) && plan.athlete().paces().isEmpty();
        if (!strides && !plan.injured() && !timeTrial) {
            findings.add("D28", week, "no strides before the " + run.session().kind());
        }
        if (Math.abs(coolDown - 600) > 1) {
            findings.add(
                    "D28",
                    week,
                    "a cool-down of " + min(coolDown) + " after the "
                            + run.session().kind() + ", 10 min",
                    run.race());
        }
    }

    private void progression(Week week, Run run) {
        if (run.has(StepKind.WARM_UP) && !eachMile(run)) {
            findings.add("D28", week, "a progression run with a warm-up on " + run.on());
        }
        if (run.has(StepKind.STRIDES)) {
            findings.add("D28", week, "a progression run with strides on " + run.on());
        }
        double coolDown = sum(run.pieces(), StepKind.COOL_DOWN);
        boolean fast = run.pieces().stream().anyMatch(piece -> piece.work().hard());
        if (fast && !eachMile(run) && (coolDown < 300 - 1 || coolDown > 600 + 1)) {
            findings.add(
                    "D28",
                    week,
                    "a progression run to T with a cool-down of " + min(coolDown) + " on " + run.on()
                            + ", 5 to 10 min");
        }
    }

    static boolean eachMile(Run run) {
        return run.pieces().stream()
                        .filter(piece -> piece.byDistance() && Math.abs(piece.metres() - MILE) < 15)
                        .count()
                >= 3;
    }

    /** S14: continuous tempo of 20 to 40 min, cruise intervals of at least 10 min, I of 3 to 5 min, R of 200 to 400 m. */
    private void sizes(Week week, Run run) {
        List<Piece> threshold = run.pieces(Work.THRESHOLD);
        double seconds = run.seconds(Work.THRESHOLD);
        boolean alone = run.pieces().stream()
                .noneMatch(piece -> piece.work().fasterThanEasy() && piece.work() != Work.THRESHOLD);
        if (threshold.size() == 1 && alone && !run.is(SessionKind.LONG)) {
            if (seconds < 1200 - 1 || seconds > 2400 + 1) {
                findings.add("S14", week, "a tempo of " + min(seconds) + " on " + run.on() + ", 20 to 40 min");
            }
        } else if (threshold.size() > 1 && alone && seconds < 600 / 1.02) {
            findings.add("D7", week, "cruise intervals of " + min(seconds) + " on " + run.on() + ", at least 10 min");
        }
        for (var piece : run.pieces(Work.INTERVAL)) {
            if (piece.seconds() < 180 / 1.02 || piece.seconds() > 300 * 1.02) {
                findings.add(
                        "S14", week, "a repeat of " + min(piece.seconds()) + " at I on " + run.on() + ", 3 to 5 min");
                break;
            }
        }
        for (var piece : run.pieces(Work.REPETITION)) {
            boolean fits = piece.byDistance()
                    ? piece.metres() >= 200 - 1 && piece.metres() <= 400 + 1
                    : piece.seconds() >= 30 && piece.metres() <= 450;
            if (!fits) {
                findings.add(
                        "S14", week, "a repeat of " + km(piece.metres()) + " at R on " + run.on() + ", 200 to 400 m");
                break;
            }
        }
        rests(week, run);
    }

    /** Equal rest after I, full recovery after R (S14). */
    private void rests(Week week, Run run) {
        var pieces = run.pieces();
        for (int index = 0; index + 1 < pieces.size(); index++) {
            var piece = pieces.get(index);
            var next = pieces.get(index + 1);
            if (!next.is(StepKind.RECOVERY) && !next.is(StepKind.WALK)) {
                continue;
            }
            if (piece.work() == Work.INTERVAL
                    && (next.seconds() > piece.seconds() + 30 || next.seconds() < 0.6 * piece.seconds())) {
                findings.add(
                        "S14",
                        week,
                        "a rest of " + min(next.seconds()) + " after " + min(piece.seconds()) + " at I on " + run.on()
                                + ", equal",
                        next.seconds() <= piece.seconds() + 60);
                return;
            }
            if (piece.work() == Work.REPETITION && next.seconds() < piece.seconds()) {
                findings.add(
                        "S14",
                        week,
                        "a rest of " + min(next.seconds()) + " after " + min(piece.seconds()) + " at R on " + run.on()
                                + ", full recovery");
                return;
            }
        }
    }

    private void round(Week week, Run run) {
        var unround = new ArrayList<String>();
        if (run.seconds() < 1200 - 1) {
            findings.add(
                    "D27",
                    week,
                    run.session().kind() + " on " + run.on() + " of " + min(run.seconds()) + ", at least 20 min");
        }
        if (run.raced()) {
            return;
        }
        boolean eachMile = run.is(SessionKind.PROGRESSION) && eachMile(run);
        if ((run.is(SessionKind.EASY) || run.is(SessionKind.LONG) || run.is(SessionKind.PROGRESSION)) && !eachMile) {
            double easy = run.pieces().stream()
                    .filter(piece -> piece.is(StepKind.RUN) || piece.is(StepKind.WALK) || piece.is(StepKind.COOL_DOWN))
                    .mapToDouble(Piece::seconds)
                    .sum();
            boolean byTime = run.pieces().stream().noneMatch(Piece::byDistance);
            if (byTime && !multiple(run.seconds(), FIVE_MINUTES) && !multiple(easy, FIVE_MINUTES)) {
                unround.add("a run of " + min(run.seconds()));
            }
        }
        for (var piece : run.pieces()) {
            if (eachMile) {
                break;
            }
            switch (piece.stretch().kind()) {
                case WARM_UP, COOL_DOWN -> {
                    if (!multiple(piece.seconds(), FIVE_MINUTES)) {
                        unround.add(piece.stretch().kind() + " of " + min(piece.seconds()));
                    }
                }
                case RECOVERY -> {
                    boolean fits = piece.byDistance()
                            ? piece.metres() == 200 || piece.metres() == 400
                            : multiple(piece.seconds(), 30);
                    if (!fits) {
                        unround.add(
                                "a recovery of " + (piece.byDistance() ? km(piece.metres()) : min(piece.seconds())));
                    }
                }
                case RUN -> work(run, piece, unround);
                case WALK, STRIDES, REPEAT -> {}
            }
        }
        if (!unround.isEmpty()) {
            findings.add("D27", week, run.session().kind() + " on " + run.on() + " holds " + unround.getFirst());
        }
    }

    private void work(Run run, Piece piece, List<String> unround) {
        if (!piece.work().fasterThanEasy()) {
            return;
        }
        if (piece.byDistance()) {
            boolean single = !piece.repeated() && piece.metres() % 1000 == 0;
            boolean repeat = REPETITIONS.contains((int) Math.round(piece.metres()))
                    && Math.abs(piece.metres() - Math.round(piece.metres())) < 1e-6;
            boolean half = piece.work() == Work.HALF && piece.metres() % 1000 == 0;
            if (!single && !repeat && !half) {
                unround.add("a repetition of " + km(piece.metres()));
            }
            return;
        }
        boolean continuous = !piece.repeated() && run.pieces(piece.work()).size() == 1;
        boolean progression = run.is(SessionKind.PROGRESSION);
        if (continuous && !progression && !multiple(piece.seconds(), FIVE_MINUTES)) {
            unround.add(min(piece.seconds()) + " of " + piece.work());
        } else if (!multiple(piece.seconds(), 30)) {
            unround.add("a repetition of " + min(piece.seconds()));
        }
    }

    private static boolean multiple(double seconds, int of) {
        double rest = seconds % of;
        return rest < 0.5 || of - rest < 0.5;
    }
}
