package run.harrier.load.recording.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a file was read: what was left out of it, and what was taken where it contradicts itself.
 *
 * @param points the points of the file, those with something left out too
 * @param skipped how often each cause left something out; none is 0
 * @param choices each once
 */
public record Reading(int points, Map<Cause, Integer> skipped, List<Choice> choices) {
    /** One damaged point spoils no file; of more than 20 points one in twenty may be. */
    private static final int POINTS_FOR_A_BAD_ONE = 20;

    /** Why something was left out. */
    public enum Cause {
        /** A point whose time is missing or cannot be: the point is left out. */
        TIME,
        /** A point whose position cannot be: the point is left out. */
        POSITION,
        /** A point with a value that cannot be: the value is left out. */
        VALUE,
        /** A point with a value that is there but empty, as of a sensor that is not worn: no damage. */
        EMPTY,
        /** A lap that cannot be. */
        LAP,
        /** A sum of the device's that cannot be, of the whole or of a lap. */
        TOTAL
    }

    public Reading {
        skipped = Collections.unmodifiableMap(skipped.isEmpty() ? new EnumMap<>(Cause.class) : new EnumMap<>(skipped));
        choices = List.copyOf(choices);
    }

    /** Of what was entered without a file. */
    public static Reading none() {
        return new Reading(0, Map.of(), List.of());
    }

    public int skipped(Cause cause) {
        return skipped.getOrDefault(cause, 0);
    }

    /** The points with a time, a position or a value that cannot be. */
    public int badPoints() {
        return skipped(Cause.TIME) + skipped(Cause.POSITION) + skipped(Cause.VALUE);
    }

    /** Whether more than 5 % of the points are bad, and more than one. */
    public boolean spoilt() {
        return badPoints() > Math.max(1, points / POINTS_FOR_A_BAD_ONE);
    }

    /** Both together. */
    public Reading and(Reading other) {
        ReadingNotes notes = new ReadingNotes();
        notes.add(this);
        notes.add(other);
        return notes.reading();
    }
}
