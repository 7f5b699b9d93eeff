package run.harrier.load.activity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * When two uploads are one run (U18): they start within a minute, and their distances are within 2 % of the shorter.
 * Where either tells no distance, their elapsed times are compared so. The rule has the form of two overlapping
 * ranges, so that a database can hold it as a constraint.
 */
public record SameRun(Instant startedAt, OptionalDouble distanceMetres, double elapsedSeconds) {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final double RATIO = 1.02;

    public boolean matches(SameRun other) {
        return Duration.between(startedAt, other.startedAt).abs().compareTo(APART) <= 0 && alike(other);
    }

    private boolean alike(SameRun other) {
        if (distanceMetres.isPresent() && other.distanceMetres.isPresent()) {
            return within(distanceMetres.getAsDouble(), other.distanceMetres.getAsDouble());
        }
        return within(elapsedSeconds, other.elapsedSeconds);
    }

    private static boolean within(double one, double other) {
        double shorter = Math.max(1, Math.min(one, other));
        double longer = Math.max(1, Math.max(one, other));
        return longer <= shorter * RATIO;
    }
}
