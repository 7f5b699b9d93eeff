package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the formula of {@link Vdot} holds for a performance. It was fitted to 1500 m up to the marathon, and to times
 * of about 3.5 minutes to 4 hours. Beyond these times it continues smoothly: the number is given and called stretched,
 * so that the marathon of a slow runner counts. For a sprint or an ultramarathon there is no number.
 */
public enum Validity {
    MEASURED(null),
    STRETCHED("The formula was fitted to times of 3.5 minutes to 4 hours; this number continues it."),
    NO_NUMBER("The formula knows distances from 1500 m to the marathon; this result is kept without a number.");

    /** Course lengths are rounded; half a metre is no other distance. */
    private static final double ROUNDING_METRES = 0.5;

    private static final Duration SHORTEST = Duration.ofSeconds(210);
    private static final Duration LONGEST = Duration.ofHours(4);

    private final @Nullable String note;

    Validity(@Nullable String note) {
        this.note = note;
    }

    public static Validity of(double distanceMetres, Duration duration) {
        if (!(distanceMetres >= 1500 - ROUNDING_METRES && distanceMetres <= Vdot.MARATHON_METRES + ROUNDING_METRES)) {
            return NO_NUMBER;
        }
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0 ? MEASURED : STRETCHED;
    }

    public boolean givesNumber() {
        return this != NO_NUMBER;
    }

    /** What a runner should know of the number. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }
}
