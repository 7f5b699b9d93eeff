package run.harrier.plan.generation.plan.model;

/** What a block is after: longer or faster (S29-S35). */
public enum Focus {
    DISTANCE,
    SPEED
}
