package run.harrier.plan.generation.plan.model;

/** What a plan leads to: a race, the base of a beginner (D9), or no race at all (D51). */
public enum PlanKind {
    RACE,
    BEGINNER_BASE,
    BASE,
    MAINTAIN,
    WALK_RUN,
    PROGRESSION
}
