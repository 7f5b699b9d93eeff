package run.harrier.plan.generation.plan.model;

/** How experienced the runner is (S2). */
public enum Level {
    BEGINNER,
    INTERMEDIATE,
    EXPERIENCED
}
