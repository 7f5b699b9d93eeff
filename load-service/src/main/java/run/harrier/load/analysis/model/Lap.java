package run.harrier.load.analysis.model;

/** One lap: when it began, in seconds since the start, and its figures. */
public record Lap(double startSeconds, Figures figures) {}
