package run.harrier.athlete.fitness.model;

import java.time.Duration;

/** The time over a distance that the same fitness gives. */
public record Equivalent(double distanceMetres, Duration duration) {

    /** False when the formula is stretched: the time is not within 3.5 minutes to 4 hours. */
    public boolean withinValidity() {
        return Validity.of(distanceMetres, duration) == Validity.MEASURED;
    }
}
