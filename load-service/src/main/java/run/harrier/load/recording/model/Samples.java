package run.harrier.load.recording.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import run.harrier.load.recording.model.Streams.Column;

/**
 * Samples as they come out of a file: in any order, several at one moment. {@link #streams} sorts them and joins those
 * of one moment. Memory grows with the samples only: at most 32 bytes each.
 */
public final class Samples {
    /** More than eleven days at one a second: no activity, but a file made to exhaust us. */
    public static final int MOST = 1_000_000;

    /** A minute, of both feet. */
    static final int MOST_STEPS = 320;

    private long[] epochMillis = new long[1024];
    private final Map<Column, int[]> values = new EnumMap<>(Column.class);
    private int size;

    /** Starts a sample; what follows fills it. The caller keeps to {@link #MOST}. */
    public void at(long epochMilli) {
        if (size == epochMillis.length) {
            epochMillis = Arrays.copyOf(epochMillis, 2 * size);
            values.replaceAll((column, known) -> Arrays.copyOf(known, epochMillis.length));
        }
        epochMillis[size] = epochMilli;
        for (int[] known : values.values()) {
            known[size] = Streams.MISSING;
        }
        size++;
    }

    /** Since the start, of the newest sample, as all that follow. */
    public void distanceMetres(double metres) {
        put(Column.DISTANCE_CENTIMETRES, 100 * metres, 0, Integer.MAX_VALUE);
    }

    public void altitudeMetres(double metres) {
        put(Column.ALTITUDE_CENTIMETRES, 100 * metres, -100_000, 1_200_000);
    }

    /** What no heart does was a loose strap: 0 and 255 are what devices write then. */
    public void heartRateBpm(double bpm) {
        put(Column.HEART_RATE_BPM, bpm, 20, 250);
    }

    /** As the file has it, of one foot or of both: {@link Cadence} decides. What no legs do was a pod in the pocket. */
    public void cadence(double written) {
        put(Column.CADENCE_STEPS_PER_MINUTE, 2 * written, 0, 2 * MOST_STEPS);
    }

    /** The caller keeps to ±90 and ±180. */
    public void position(double latitudeDegrees, double longitudeDegrees) {
        put(Column.LATITUDE_E7, 1e7 * latitudeDegrees, -900_000_000, 900_000_000);
        put(Column.LONGITUDE_E7, 1e7 * longitudeDegrees, -1_800_000_000, 1_800_000_000);
    }

    private void put(Column column, double value, int least, int most) {
        if (value >= least && value <= most) {
            int[] known = values.computeIfAbsent(column, absent -> missing());
            known[size - 1] = (int) Math.round(value);
        }
    }

    private int[] missing() {
        int[] none = new int[epochMillis.length];
        Arrays.fill(none, Streams.MISSING);
        return none;
    }

    public int size() {
        return size;
    }

    public long epochMilli(int sample) {
        return epochMillis[sample];
    }

    public OptionalLong first() {
        return Arrays.stream(epochMillis, 0, size).min();
    }

    public OptionalLong last() {
        return Arrays.stream(epochMillis, 0, size).max();
    }

    /** The samples from one moment (inclusive) to another (exclusive), as times since the start. */
    public Streams streams(long start, long from, long until) {
        int[] order = IntStream.range(0, size)
                .filter(i -> epochMillis[i] >= from && epochMillis[i] < until)
                .toArray();
        if (!ordered(order)) {
            order = Arrays.stream(order)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> epochMillis[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        int[] millis = new int[order.length];
        int[] last = new int[order.length];
        int count = 0;
        for (int index : order) {
            int at = Math.toIntExact(epochMillis[index] - start);
            if (count > 0 && millis[count - 1] == at) {
                join(last[count - 1], index);
            } else {
                millis[count] = at;
                last[count++] = index;
            }
        }
        int moments = count;
        Map<Column, int[]> columns = new EnumMap<>(Column.class);
        values.forEach((column, known) -> {
            int[] picked = Arrays.stream(last, 0, moments).map(i -> known[i]).toArray();
            if (Arrays.stream(picked).anyMatch(value -> value != Streams.MISSING)) {
                columns.put(column, picked);
            }
        });
        return new Streams(Arrays.copyOf(millis, moments), columns);
    }

    private boolean ordered(int[] order) {
        return IntStream.range(1, order.length).allMatch(i -> epochMillis[order[i - 1]] <= epochMillis[order[i]]);
    }

    private void join(int into, int from) {
        for (int[] known : values.values()) {
            if (known[from] != Streams.MISSING) {
                known[into] = known[from];
            }
        }
    }
}
