package run.harrier.athlete.fitness.model;

import java.time.Duration;

/** The time over a distance that the same fitness gives. */
public record Equivalent(double distanceMetres, Duration duration) {

    /** False where the formula is stretched beyond the times that it holds for. */
    public boolean withinValidity() {
        return Validity.of(distanceMetres, duration) == Validity.MEASURED;
    }
}
