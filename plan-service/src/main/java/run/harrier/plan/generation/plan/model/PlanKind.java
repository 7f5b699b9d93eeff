package run.harrier.plan.generation.plan.model;

/** A race plan, or the base plan of a beginner (D9). */
public enum PlanKind {
    RACE,
    BEGINNER_BASE
}
