package run.harrier.plan.generation.plan.model;

import org.jspecify.annotations.Nullable;

/** Whether a block trains for longer or for faster running (S29-S35). */
public enum Focus {
    DISTANCE,
    SPEED;

    private static final double LONG_RACE_METRES = 16_000;

    /**
     * The focus where the request names none: longer before faster for beginners (S35); the half-marathon and longer
     * races ask for distance; absent for neither.
     */
    public static @Nullable Focus usual(Level level, double raceDistanceMetres) {
        return level == Level.BEGINNER || raceDistanceMetres > LONG_RACE_METRES ? DISTANCE : null;
    }
}
