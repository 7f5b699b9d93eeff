package run.harrier.load.analysis.model;

import java.time.Instant;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;

/**
 * When two activities are one because nobody does both at once (D48): both on foot, or of the same known sport, they
 * overlap by more than half of the shorter one.
 */
public record SameHour(Sport sport, Instant startedAt, double elapsedSeconds) {
    public static SameHour of(Analysis analysis) {
        Recording recording = analysis.recording();
        return new SameHour(
                recording.sport(), recording.startedAt(), analysis.figures().elapsedSeconds());
    }

    public boolean matches(SameHour other) {
        double from = Math.max(seconds(startedAt), seconds(other.startedAt));
        double until = Math.min(endSeconds(), other.endSeconds());
        return alike(other) && until - from > Math.min(elapsedSeconds, other.elapsedSeconds) / 2;
    }

    /** Whether it is over at a time. */
    public boolean over(Instant at) {
        return endSeconds() <= seconds(at);
    }

    private boolean alike(SameHour other) {
        return (sport.onFoot() && other.sport.onFoot()) || (sport == other.sport && sport != Sport.OTHER);
    }

    private double endSeconds() {
        return seconds(startedAt) + elapsedSeconds;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
