package run.harrier.plan.prescription.model;

/** The part a step plays in its session. Walking is a legal step (S64); a repeat holds other steps. */
public enum StepKind {
    WARM_UP,
    RUN,
    RECOVERY,
    WALK,
    COOL_DOWN,
    STRIDES,
    REPEAT
}
