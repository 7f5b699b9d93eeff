package run.harrier.load.analysis.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;

/**
 * When two uploads are one run (U18): they start within a minute, and their distances are within 2 % of the shorter.
 * Where one has no distance, their elapsed times are compared so, and their sports have to be alike: a run and an hour of
 * strength that somebody entered without a distance are two. Of runs shorter than two minutes the later starts
 * before half of the earlier is over, so that the short legs of one multi-sport file are not copies of each other.
 *
 * <p>Each comparison is one of two ranges of whole numbers that overlap, so that a database can hold the rule as a
 * constraint.
 */
public record SameRun(Sport sport, Instant startedAt, OptionalDouble distanceMetres, double elapsedSeconds) {
    private static final long APART_MILLIS = 60_000;
    private static final double RATIO = 1.02;
    /** Ratios are compared as differences of logarithms, in millionths. */
    private static final double FINENESS = 1e6;

    /** From one number to another, both inclusive. */
    public record Range(long from, long until) {
        boolean overlaps(Range other) {
            return from <= other.until && other.from <= until;
        }
    }

    public static SameRun of(Analysis analysis) {
        Figures figures = analysis.figures();
        Recording recording = analysis.recording();
        return new SameRun(
                recording.sport(), recording.startedAt(), figures.distanceMetres(), figures.elapsedSeconds());
    }

    public boolean matches(SameRun other) {
        boolean bothMeasured = distanceMetres.isPresent() && other.distanceMetres.isPresent();
        return starts().overlaps(other.starts())
                && (bothMeasured
                        ? distances().orElseThrow().overlaps(other.distances().orElseThrow())
                        : durations().overlaps(other.durations()) && sport.alike(other.sport));
    }

    /** The minute from the start on, or the first half of what was shorter. */
    public Range starts() {
        long start = startedAt.toEpochMilli();
        return new Range(start, start + Math.min(APART_MILLIS, Math.round(elapsedSeconds * 1000 / 2)));
    }

    /** Empty without a distance. */
    public Optional<Range> distances() {
        return distanceMetres.isPresent() ? Optional.of(alike(distanceMetres.getAsDouble())) : Optional.empty();
    }

    public Range durations() {
        return alike(elapsedSeconds);
    }

    private static Range alike(double value) {
        long logarithm = Math.round(FINENESS * Math.log(Math.max(1, value)));
        return new Range(logarithm, logarithm + Math.round(FINENESS * Math.log(RATIO)));
    }
}
