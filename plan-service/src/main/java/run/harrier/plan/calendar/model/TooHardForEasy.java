package run.harrier.plan.calendar.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.model.EasyRun;
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
        var heart = unplanned(activity.heartAboveEasySeconds(), faster);
        var pace = unplanned(activity.paceAboveEasySeconds(), faster);
        var felt = activity.rpe();
        var byHeart = heart != null && EasyRun.tooHardByHeart(heart, seconds) ? heart : null;
        var byPace = pace != null && EasyRun.tooHardByPace(pace, seconds) ? pace : null;
        var rpe = !fastPart && felt != null && EasyRun.tooHardByEffort(felt, activity.movingSeconds()) ? felt : null;
        return byHeart == null && byPace == null && rpe == null
                ? Optional.empty()
                : Optional.of(new TooHardForEasy(seconds, byHeart, byPace, rpe));
    }

    /** What was planned to be faster is not held against it. */
    private static @Nullable Double unplanned(@Nullable Double seconds, double planned) {
        return seconds == null ? null : (Double) (seconds - planned);
    }
}
