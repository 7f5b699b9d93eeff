package run.harrier.plan.strength.model;

/** One thing to think of on an easy run (S89). */
public record Cue(String id, TrainingPhase phase, String text, String purpose) {}
