package run.harrier.plan.generation.schedule.model;

import java.time.LocalDate;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.Zone;

/**
 * What is settled of a week before anything is put into it.
 *
 * @param loading neither down nor tapering, in whole or in part, nor soon after a race (D4, D37)
 * @param testing it holds a fitness test or a time trial (D14, D33)
 * @param raises the volume may rise in it; where it may not, the sessions grow (D29)
 * @param longestRun the plan's longest run is in it (D26)
 * @param share of the usual volume that it has at most: less than 1 soon after a race (D37)
 */
record WeekFrame(
        int number,
        LocalDate monday,
        Phase phase,
        boolean down,
        boolean loading,
        boolean testing,
        boolean raises,
        boolean longestRun,
        double share) {

    boolean recovering() {
        return share < 1;
    }

    boolean base() {
        return phase == Phase.BASE;
    }

    boolean taper() {
        return phase == Phase.TAPER;
    }

    /** Its quality is what the phase owes (D30). */
    boolean owes() {
        return loading && !base();
    }

    /** Of its easy running (D1). */
    Rpe effort() {
        return base() ? Rpe.BASE_EASY : Zone.EASY.rpe();
    }
}
