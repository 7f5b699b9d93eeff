package run.harrier.plan.generation.plan.model;

/** The phases of a plan in their order (S40, S52). */
public enum Phase {
    BASE,
    EARLY_QUALITY,
    BUILD,
    PEAK,
    TAPER
}
