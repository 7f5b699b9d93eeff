package run.harrier.plan.calendar.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;

/**
 * What made an easy run, or the easy part of a long one, too hard: heart rate, pace and effort judged together (D45). A
 * signal is absent when it was not measured, or says that the run was easy.
 *
 * @param seconds of the easy part
 */
record TooHardForEasy(
        double seconds,
        @Nullable Double heartSeconds,
        @Nullable Double paceSeconds,
        @Nullable Integer rpe) {
    private static final double HEART_SHARE = 0.10;
    private static final double PACE_SHARE = 0.25;
    private static final int HARD_RPE = 5;
    private static final int HARD_RPE_OF_LONG = 6;
    private static final double LONG_SECONDS = 90 * 60;

    /** Empty for a run that was easy, as far as anything is known of it. */
    static Optional<TooHardForEasy> of(PlannedSession planned, CompletedActivity activity, PaceEstimate estimate) {
        double faster = 0;
        var fastPart = false;
        for (var stretch : Step.unrolled(planned.steps())) {
            if (stretch.intensity() != Intensity.LOW || stretch.kind() == StepKind.STRIDES) {
                faster += estimate.durationSeconds(stretch);
                fastPart |= stretch.kind() != StepKind.STRIDES;
            }
        }
        var seconds = Math.max(0, activity.movingSeconds() - faster);
        var heart = above(activity.heartAboveEasySeconds(), faster, HEART_SHARE * seconds);
        var pace = above(activity.paceAboveEasySeconds(), faster, PACE_SHARE * seconds);
        var hard = activity.movingSeconds() > LONG_SECONDS ? HARD_RPE_OF_LONG : HARD_RPE;
        var felt = activity.rpe();
        var rpe = !fastPart && felt != null && felt >= hard ? felt : null;
        return heart == null && pace == null && rpe == null
                ? Optional.empty()
                : Optional.of(new TooHardForEasy(seconds, heart, pace, rpe));
    }

    /** What was planned to be faster is not held against it. */
    private static @Nullable Double above(@Nullable Double seconds, double planned, double most) {
        return seconds != null && seconds - planned > most ? (Double) (seconds - planned) : null;
    }
}
