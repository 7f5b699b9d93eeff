package run.harrier.plan.checker;

import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;

/**
 * A stretch as it is run.
 *
 * @param repeated it stands in a repeat
 * @param secondsPerKm the pace by which it is measured
 */
record Piece(Step.Stretch stretch, Work work, boolean repeated, double secondsPerKm, double seconds, double metres) {

    boolean is(StepKind kind) {
        return stretch.kind() == kind;
    }

    boolean byDistance() {
        return stretch.extent() instanceof Extent.Distance;
    }

    /** The middle of its range of effort, an easy step 3 (D40). */
    double effort() {
        var rpe = stretch.rpe();
        if (work == Work.EASY) {
            return 3;
        }
        if (rpe == null) {
            return switch (work) {
                case EASY -> 3;
                case WALK -> 1.5;
                case RECOVERY -> 2;
                case MARATHON, HALF -> 5.5;
                case THRESHOLD -> 6.5;
                case HILLS -> 7.5;
                case STRIDES, INTERVAL, REPETITION, RACE_PACE -> 8.5;
            };
        }
        return (rpe.lowest() + rpe.highest()) / 2.0;
    }
}
