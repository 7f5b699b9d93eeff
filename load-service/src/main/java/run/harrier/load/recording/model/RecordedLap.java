package run.harrier.load.recording.model;

/** A lap as recorded: from one moment (inclusive) to another (exclusive), in milliseconds since the start. */
public record RecordedLap(int fromMillis, int untilMillis, Totals device) {}
