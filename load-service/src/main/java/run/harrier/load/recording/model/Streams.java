package run.harrier.load.recording.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a device recorded over time, as columns of whole numbers.
 *
 * <p>Times are milliseconds since the activity's start, strictly increasing; a device whose clock was set during the
 * run may give negative ones. A value that was not recorded is {@link #MISSING}; a column nobody recorded is absent.
 * Whole numbers make storing lossless: figures computed from stored streams are those computed at import.
 */
public final class Streams {
    public static final int MISSING = Integer.MIN_VALUE;

    /** What can be recorded; the unit is in the name. The bit is part of the stored format. */
    public enum Column {
        /** Since the start, not falling. */
        DISTANCE_CENTIMETRES(1),
        ALTITUDE_CENTIMETRES(2),
        HEART_RATE_BPM(4),
        /** Of both feet. */
        CADENCE_STEPS_PER_MINUTE(8),
        LATITUDE_E7(16),
        LONGITUDE_E7(32);

        private final int bit;

        Column(int bit) {
            this.bit = bit;
        }

        int bit() {
            return bit;
        }
    }

    private final int[] millis;
    private final Map<Column, int[]> columns;

    Streams(int[] millis, Map<Column, int[]> columns) {
        this.millis = millis;
        this.columns = columns;
    }

    public static Streams empty() {
        return new Streams(new int[0], new EnumMap<>(Column.class));
    }

    public int size() {
        return millis.length;
    }

    public int millis(int sample) {
        return millis[sample];
    }

    /** The first sample at a time or later. */
    public int firstAt(int time) {
        int found = Arrays.binarySearch(millis, time);
        return found < 0 ? -found - 1 : found;
    }

    public boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The value of a sample, or {@link #MISSING}. */
    public int value(Column column, int sample) {
        int[] values = columns.get(column);
        return values == null ? MISSING : values[sample];
    }

    /** A column with its gaps filled in proportion to time, its ends extended; empty when the column is absent. */
    public int[] filled(Column column) {
        int[] values = columns.get(column);
        if (values == null) {
            return new int[0];
        }
        int[] filled = values.clone();
        int known = -1;
        for (int i = 0; i < filled.length; i++) {
            if (values[i] == MISSING) {
                continue;
            }
            if (known < 0) {
                Arrays.fill(filled, 0, i, values[i]);
            }
            for (int gap = known + 1; known >= 0 && gap < i; gap++) {
                double share = (double) (millis[gap] - millis[known]) / (millis[i] - millis[known]);
                filled[gap] = (int) Math.round(values[known] + share * ((double) values[i] - values[known]));
            }
            known = i;
        }
        Arrays.fill(filled, known + 1, filled.length, known < 0 ? 0 : values[known]);
        return filled;
    }

    /** These streams with one column put in place of whatever it was. */
    Streams with(Column column, int[] values) {
        Map<Column, int[]> changed = new EnumMap<>(columns);
        changed.put(column, values);
        return new Streams(millis, changed);
    }

    /** These streams without a column. */
    public Streams without(Column column) {
        Map<Column, int[]> changed = new EnumMap<>(columns);
        changed.remove(column);
        return new Streams(millis, changed);
    }

    /** The median time from one sample to the next; 0 of fewer than two. */
    public double usualStepSeconds() {
        int[] steps = new int[Math.max(0, size() - 1)];
        Arrays.setAll(steps, i -> millis(i + 1) - millis(i));
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2] / 1000.0;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Streams that) || !Arrays.equals(millis, that.millis)) {
            return false;
        }
        for (Column column : Column.values()) {
            if (!Arrays.equals(columns.get(column), that.columns.get(column))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(millis);
    }

    @Override
    public String toString() {
        return size() + " samples of " + columns.keySet();
    }
}
