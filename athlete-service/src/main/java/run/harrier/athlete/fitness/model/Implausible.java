package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.util.Optional;

/** The reason why no runner can have run a performance. */
public enum Implausible {
    TOO_FAST("faster than anybody has run this distance"),
    TOO_SLOW("slower than a walk");

    private static final double FASTEST_METRES_PER_SECOND = 12.5;
    private static final double SLOWEST_METRES_PER_SECOND = 0.5;

    private final String reason;

    Implausible(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public static Optional<Implausible> in(double distanceMetres, Duration duration) {
        var metresPerSecond = distanceMetres * 1e9 / duration.toNanos();
        var vdot = Validity.of(distanceMetres, duration).givesNumber()
                ? Vdot.raw(distanceMetres, Vdot.minutes(duration))
                : Vdot.LOWEST;
        if (!(metresPerSecond <= FASTEST_METRES_PER_SECOND) || vdot > Vdot.HIGHEST) {
            return Optional.of(TOO_FAST);
        }
        return metresPerSecond < SLOWEST_METRES_PER_SECOND || vdot < Vdot.LOWEST
                ? Optional.of(TOO_SLOW)
                : Optional.empty();
    }
}
