package run.harrier.load.activity.model;

import java.util.List;

/** A time during which the timer stood, in milliseconds since the start; {@code from} is before {@code until}. */
public record Pause(int fromMillis, int untilMillis) {
    public Pause {
        if (fromMillis >= untilMillis) {
            throw new IllegalArgumentException(fromMillis + " is not before " + untilMillis);
        }
    }

    /** How much of a span the timer stood. */
    public static double seconds(List<Pause> pauses, int from, int until) {
        return pauses.stream()
                        .mapToLong(pause -> Math.max(
                                0, Math.min((long) until, pause.untilMillis) - Math.max(from, pause.fromMillis)))
                        .sum()
                / 1000.0;
    }
}
