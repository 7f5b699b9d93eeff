package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.util.Optional;

/** Why no fitness number is taken from a performance. */
public enum Implausible {
    DISTANCE("distanceMetres", "a fitness number can be taken from 1500 m to the marathon (42195 m)"),
    DURATION("durationSeconds", "a fitness number can be taken from times of 3.5 minutes to 4 hours"),
    TOO_FAST("durationSeconds", "faster than anybody has run this distance"),
    TOO_SLOW("durationSeconds", "slower than a walk: no fitness number can be taken from it");

    /** Course lengths are rounded; half a metre is no other distance. */
    private static final double ROUNDING_METRES = 0.5;

    private static final Duration SHORTEST = Duration.ofSeconds(210);
    private static final Duration LONGEST = Duration.ofHours(4);

    private final String field;
    private final String reason;

    Implausible(String field, String reason) {
        this.field = field;
        this.reason = reason;
    }

    /** The figure that is at fault, as clients call it. */
    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }

    public static Optional<Implausible> in(double distanceMetres, Duration duration) {
        if (!(distanceMetres >= 1500 - ROUNDING_METRES && distanceMetres <= Vdot.MARATHON_METRES + ROUNDING_METRES)) {
            return Optional.of(DISTANCE);
        }
        if (!durationIsValid(duration)) {
            return Optional.of(DURATION);
        }
        var vdot = Vdot.raw(distanceMetres, Vdot.minutes(duration));
        if (vdot > Vdot.HIGHEST) {
            return Optional.of(TOO_FAST);
        }
        return vdot < Vdot.LOWEST ? Optional.of(TOO_SLOW) : Optional.empty();
    }

    static boolean durationIsValid(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }
}
