package run.harrier.load.recording.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.Streams.Column;

/**
 * Samples as they come out of a file: in any order, several at one moment. {@link #streams} sorts them and joins those
 * of one moment, of which the first has its say. Memory grows with the samples only: at most 36 bytes each.
 */
public final class Samples {
    /** Nearly six days at one a second: more is no activity, but a file made to exhaust us. */
    public static final int MOST = 500_000;

    /** A minute, of both feet. */
    static final int MOST_STEPS = 320;

    private static final long STRAY_MILLIS = 12 * 3_600_000L;
    private static final int FEWEST_FOR_A_STRAY = 4;
    /** Parts of a file overlap by less where one ends and the next begins. */
    private static final long OVERLAP_MILLIS = 1_500;

    private long[] epochMillis = new long[1024];
    private int[] partOf = new int[1024];
    private int part;
    private final Map<Column, int[]> values = new EnumMap<>(Column.class);
    private int size;

    /** Starts a sample; what follows fills it. The caller keeps to {@link #MOST}. */
    public void at(long epochMilli) {
        if (size == epochMillis.length) {
            epochMillis = Arrays.copyOf(epochMillis, 2 * size);
            partOf = Arrays.copyOf(partOf, 2 * size);
            values.replaceAll((column, known) -> Arrays.copyOf(known, epochMillis.length));
        }
        epochMillis[size] = epochMilli;
        partOf[size] = part;
        for (int[] known : values.values()) {
            known[size] = Streams.MISSING;
        }
        size++;
    }

    /** Begins a part of the file, a lap or a segment. */
    public void beginPart() {
        part++;
    }

    /** The distance at the newest sample, since the start. The methods below also fill the newest sample. */
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

    /** Of a sample; 0 when it is not known. */
    public int knownHeartRateBpm(int sample) {
        int[] known = values.get(Column.HEART_RATE_BPM);
        return known == null ? 0 : Math.max(0, known[sample]);
    }

    /** Moves the samples that came before one, in the order of the file, in time. */
    public void shift(int before, long millis) {
        for (int i = 0; i < before; i++) {
            epochMillis[i] += millis;
        }
    }

    /**
     * Leaves out the few samples that lie half a day from all others, whose clock was wrong for a moment: at most one in
     * twenty, or one of a few.
     */
    public void dropStrays(ReadingNotes notes) {
        if (size < FEWEST_FOR_A_STRAY) {
            return;
        }
        long[] times = Arrays.copyOf(epochMillis, size);
        Arrays.sort(times);
        int few = Math.max(1, size / 20);
        int first = IntStream.rangeClosed(1, few)
                .filter(i -> times[i] - times[i - 1] > STRAY_MILLIS)
                .max()
                .orElse(0);
        int last = IntStream.rangeClosed(1, few)
                .map(i -> size - 1 - i)
                .filter(i -> times[i + 1] - times[i] > STRAY_MILLIS)
                .min()
                .orElse(size - 1);
        dropOutside(times[first], times[last], notes);
    }

    /** Leaves out the samples outside a span, both ends inside, unless they are more than one in twenty. */
    public void dropOutside(long from, long until, ReadingNotes notes) {
        int[] inside = IntStream.range(0, size)
                .filter(i -> epochMillis[i] >= from && epochMillis[i] <= until)
                .toArray();
        int outside = size - inside.length;
        if (outside == 0 || outside > Math.max(1, size / 20)) {
            return;
        }
        keep(inside);
        notes.skip(Cause.TIME, outside);
    }

    /** @param kept some of the samples, in order */
    private void keep(int[] kept) {
        for (int i = 0; i < kept.length; i++) {
            epochMillis[i] = epochMillis[kept[i]];
            partOf[i] = partOf[kept[i]];
            for (int[] known : values.values()) {
                known[i] = known[kept[i]];
            }
        }
        size = kept.length;
    }

    /**
     * Leaves out what a part of the file records of a time that an earlier part has recorded: it counts once. Where
     * the device went on counting metres from one part to the next, those of that time are taken off all that follow.
     */
    public void dropOverlaps(ReadingNotes notes) {
        BitSet again = new BitSet();
        long recordedUntil = Long.MIN_VALUE;
        int counted = 0;
        int twice = 0;
        for (Part each : parts()) {
            int first = centimetresUntil(each, each.first);
            boolean goesOn = first >= counted - 100;
            counted = Math.max(counted, centimetresUntil(each, each.last));
            if (recordedUntil > each.first + OVERLAP_MILLIS) {
                notes.choose(Choice.of(Kind.OVERLAP_OF_LAPS));
                twice += goesOn ? centimetresUntil(each, recordedUntil) - first : 0;
                for (int i = each.from; i < each.until; i++) {
                    again.set(i, epochMillis[i] < recordedUntil);
                }
            }
            takeOff(each, goesOn ? twice : 0);
            recordedUntil = Math.max(recordedUntil, each.last);
        }
        if (!again.isEmpty()) {
            keep(IntStream.range(0, size).filter(i -> !again.get(i)).toArray());
        }
    }

    /**
     * Some samples that came one after another.
     *
     * @param from the first of them, {@code until} the one behind them
     * @param first the earliest of their times, {@code last} the latest
     */
    private record Part(int from, int until, long first, long last) {}

    /** In order of their earliest times. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int from = 0, until = 0; from < size; from = until) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (; until < size && partOf[until] == partOf[from]; until++) {
                first = Math.min(first, epochMillis[until]);
                last = Math.max(last, epochMillis[until]);
            }
            parts.add(new Part(from, until, first, last));
        }
        parts.sort(Comparator.comparingLong(Part::first));
        return parts;
    }

    /** The furthest distance in a part up to a time; 0 where none is known. */
    private int centimetresUntil(Part each, long time) {
        int[] known = values.get(Column.DISTANCE_CENTIMETRES);
        int furthest = 0;
        for (int i = each.from; known != null && i < each.until; i++) {
            furthest = epochMillis[i] <= time ? Math.max(furthest, known[i]) : furthest;
        }
        return furthest;
    }

    private void takeOff(Part each, int centimetres) {
        int[] known = values.get(Column.DISTANCE_CENTIMETRES);
        for (int i = each.from; known != null && centimetres > 0 && i < each.until; i++) {
            known[i] = known[i] == Streams.MISSING ? known[i] : Math.max(0, known[i] - centimetres);
        }
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
            if (known[into] == Streams.MISSING) {
                known[into] = known[from];
            }
        }
    }
}
