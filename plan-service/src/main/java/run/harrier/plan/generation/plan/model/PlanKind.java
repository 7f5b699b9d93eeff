package run.harrier.plan.generation.plan.model;

/** What a plan leads to: a race, or the base of a beginner (D9). */
public enum PlanKind {
    RACE,
    BEGINNER_BASE
}
