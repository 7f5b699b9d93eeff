package run.harrier.athlete.profile.model;

/** A movement that the intake's answers may show to be restricted (S88); what helps it comes first in strength (D42). */
public enum RestrictedMovement {
    ANKLE_BEND,
    TOE_BEND,
    KNEE_BEND,
    HIP_EXTENSION,
    HIP_ROTATION,
    SINGLE_LEG_CONTROL,
    TRUNK_ROTATION,
    UPRIGHT_POSTURE,
    ARM_SWING
}
