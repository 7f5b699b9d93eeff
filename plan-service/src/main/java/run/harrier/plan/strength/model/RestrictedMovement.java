package run.harrier.plan.strength.model;

import java.util.Arrays;
import java.util.Optional;

/** A movement that the intake's answers may show to be restricted (S88). */
public enum RestrictedMovement {
    ANKLE_BEND,
    TOE_BEND,
    KNEE_BEND,
    HIP_EXTENSION,
    HIP_ROTATION,
    SINGLE_LEG_CONTROL,
    TRUNK_ROTATION,
    UPRIGHT_POSTURE,
    ARM_SWING;

    /** Empty for one that is not known here yet. */
    public static Optional<RestrictedMovement> named(String name) {
        return Arrays.stream(values())
                .filter(movement -> movement.name().equals(name))
                .findFirst();
    }
}
