package run.harrier.load.activity.model;

/** One lap: when it began, in seconds since the start, and its figures. */
public record Lap(double startSeconds, Figures figures) {}
