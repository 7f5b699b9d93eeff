package run.harrier.plan.generation.workout.model;

import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Progression runs (D41), in turn: a fast finish, a negative split, thirds, each mile faster. The first is thirty minutes
 * and not above M (S72). They are their own warm-up (D28) and never get easier before the cool-down (S67). Each
 * is a quality session with its days of recovery (S74), by pace or, in a plan by effort, by effort alone (S78).
 */
public final class Progressions {
    public static final int FIRST_SECONDS = 30 * 60;
    private static final int FIVE_MINUTES = 300;
    private static final double MILE_METRES = 1609.344;
    private static final double FASTER_A_MILE_SECONDS_PER_KM = 30 / 1.609344;
    private static final double LEAST_FASTER_SECONDS_PER_KM = 10 / 1.609344;
    private static final Rpe STEADY = new Rpe(5, 6);

    private final PaceEstimate estimate;
    private final Rpe easy;

    public Progressions(PaceEstimate estimate, Rpe easy) {
        this.estimate = estimate;
        this.easy = easy;
    }

    /**
     * @param before how many the plan had so far
     * @param first the athlete has done none yet
     * @param seconds of the whole run, from thirty minutes
     * @param hardSeconds at T that the week has room for
     */
    public Workout next(int before, boolean first, int seconds, double thresholdMetres, double hardSeconds) {
        int whole = Math.max(FIRST_SECONDS, seconds / FIVE_MINUTES * FIVE_MINUTES);
        if (first) {
            return fastFinish(FIRST_SECONDS, 2 * FIVE_MINUTES, Zone.MARATHON);
        }
        double threshold =
                Math.min(hardSeconds, thresholdMetres * estimate.secondsPerKm(Target.zone(Zone.THRESHOLD)) / 1000);
        return switch (before % 4) {
            case 1 -> negativeSplit(whole);
            case 2 -> thirds(whole, threshold);
            case 3 -> eachMileFaster(whole, hardSeconds);
            default ->
                threshold >= 2 * FIVE_MINUTES
                        ? fastFinish(whole, 2 * FIVE_MINUTES, Zone.THRESHOLD)
                        : fastFinish(whole, Math.min(3, whole / FIVE_MINUTES / 3) * FIVE_MINUTES, Zone.MARATHON);
        };
    }

    private Workout fastFinish(int whole, int finish, Zone zone) {
        boolean hard = zone == Zone.THRESHOLD;
        int coolDown = hard ? FIVE_MINUTES : 0;
        var steps = new ArrayList<Step>();
        steps.add(easy(StepKind.RUN, whole - finish - coolDown));
        steps.add(Step.run(Extent.seconds(finish), zone));
        if (hard) {
            steps.add(easy(StepKind.COOL_DOWN, coolDown));
        }
        return workout(1, finish, hard ? finish : 0, steps);
    }

    /** Out easily, back steadily over the same way (S68). */
    private Workout negativeSplit(int whole) {
        int half = Math.max(3, whole / FIVE_MINUTES / 2) * FIVE_MINUTES;
        return workout(
                2,
                half,
                0,
                List.of(
                        easy(StepKind.RUN, half),
                        new Step.Stretch(StepKind.RUN, Extent.seconds(half), Target.zone(Zone.MARATHON), STEADY)));
    }

    private Workout thirds(int whole, double threshold) {
        int third = Math.max(2, whole / FIVE_MINUTES / 3) * FIVE_MINUTES;
        boolean hard = threshold >= third;
        if (!hard) {
            return negativeSplit(whole);
        }
        return workout(
                3,
                third,
                third,
                List.of(
                        easy(StepKind.RUN, third),
                        new Step.Stretch(StepKind.RUN, Extent.seconds(third), Target.zone(Zone.MARATHON), STEADY),
                        Step.run(Extent.seconds(third), Zone.THRESHOLD),
                        easy(StepKind.COOL_DOWN, FIVE_MINUTES)));
    }

    /** A mile easily, a mile at M, then each mile faster by 30 s or what is left to I, a mile easily (S69). */
    private Workout eachMileFaster(int whole, double hardSeconds) {
        double marathon = estimate.secondsPerKm(Target.zone(Zone.MARATHON));
        double interval = estimate.secondsPerKm(Target.zone(Zone.INTERVAL));
        double threshold = estimate.secondsPerKm(Target.zone(Zone.THRESHOLD));
        double room = marathon - interval;
        double mile = MILE_METRES / 1000;
        double easyMile = mile * estimate.easySecondsPerKm();
        int miles = (int) Math.clamp((whole - 2 * easyMile - mile * marathon) / (mile * threshold), 1, 3);
        double faster = Math.floor(10 * Math.min(FASTER_A_MILE_SECONDS_PER_KM, room / miles)) / 10;
        if (faster < LEAST_FASTER_SECONDS_PER_KM || hardSeconds < miles * mile * threshold) {
            return negativeSplit(whole);
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step.Stretch(StepKind.RUN, Extent.metres(MILE_METRES), Target.zone(Zone.EASY), easy));
        steps.add(Step.run(Extent.metres(MILE_METRES), Zone.MARATHON));
        double hard = 0;
        for (int n = 1; n <= miles; n++) {
            var step = new Step.Stretch(
                    StepKind.RUN,
                    Extent.metres(MILE_METRES),
                    new Target.AtRacePace(42_195, Math.round(-10 * n * faster) / 10.0),
                    n == 1 ? Zone.THRESHOLD.rpe() : new Rpe(7, 8));
            hard += mile * (marathon - n * faster);
            steps.add(step);
        }
        steps.add(new Step.Stretch(StepKind.COOL_DOWN, Extent.metres(MILE_METRES), Target.zone(Zone.EASY), easy));
        return workout(4, miles, hard, steps);
    }

    private Step.Stretch easy(StepKind kind, int seconds) {
        return new Step.Stretch(kind, Extent.seconds(seconds), Target.zone(Zone.EASY), easy);
    }

    private Workout workout(int kind, double each, double hard, List<Step> steps) {
        return new Workout(WorkKind.PROGRESSION, kind, each, estimate.durationSeconds(steps), hard, false, steps);
    }
}
