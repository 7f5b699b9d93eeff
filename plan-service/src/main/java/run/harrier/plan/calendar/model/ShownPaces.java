package run.harrier.plan.calendar.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PaceRange;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Step;

/**
 * Which paces a session is shown with. A pace comes from a result alone: what is estimated without one turns time into
 * distance and is never shown (D16, D33).
 *
 * @param paces in force; absent without a result
 * @param effortOnly the plan is by effort alone, whatever is asked for (S9)
 * @param inBase the reader asks for the paces of base too (S84)
 */
public record ShownPaces(@Nullable Paces paces, boolean effortOnly, boolean inBase) {
    public static final ShownPaces NONE = new ShownPaces(null, false, false);

    public Optional<PaceRange> of(Step.Stretch stretch) {
        return paces == null || effortOnly || (stretch.byFeel() && !inBase) ? Optional.empty() : paces.of(stretch);
    }

    /** Empty where a step has a pace, and where none has a target. */
    public Optional<WithoutPaces> without(PlannedSession session) {
        var aimed =
                session.stretches().filter(stretch -> stretch.aim().isPresent()).toList();
        if (aimed.isEmpty() || aimed.stream().anyMatch(stretch -> of(stretch).isPresent())) {
            return Optional.empty();
        }
        if (effortOnly) {
            return Optional.of(WithoutPaces.EFFORT_ONLY);
        }
        return Optional.of(paces == null ? WithoutPaces.NO_RESULT : WithoutPaces.BASE);
    }
}
