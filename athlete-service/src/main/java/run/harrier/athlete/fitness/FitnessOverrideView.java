package run.harrier.athlete.fitness;

import java.time.LocalDate;

/** A number set by hand; from its day on it replaces what was measured before. */
record FitnessOverrideView(LocalDate from, double vdot, String reason, String by) {

    static FitnessOverrideView from(FitnessOverrideEntity entity) {
        return new FitnessOverrideView(entity.fromDay, entity.vdot, entity.reason, entity.setBy);
    }
}
