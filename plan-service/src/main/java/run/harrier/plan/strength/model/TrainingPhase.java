package run.harrier.plan.strength.model;

/** The phases that cues belong to, by the names that a plan gives them (S40). */
public enum TrainingPhase {
    BASE,
    EARLY_QUALITY,
    BUILD,
    PEAK,
    TAPER
}
