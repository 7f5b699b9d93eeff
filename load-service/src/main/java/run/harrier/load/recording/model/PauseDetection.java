package run.harrier.load.recording.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Streams.Column;

/**
 * The pauses of a recording whose device wrote none: where the runner stood, and where something else moved the runner. A
 * silence in which the movement is not known is no pause: a treadmill has no positions.
 */
public final class PauseDetection {
    /** A silence this long, hardly moving, is a pause. */
    private static final double SILENCE_SECONDS = 30;

    private static final double STANDING_METRES_PER_SECOND = 0.3;
    /** Of the usual speed: across a break that the file marks, slower than this is no running. */
    private static final double SLOWEST_SHARE = 0.5;
    /** Of the usual speed: across a long break that the file marks, faster than this is no running. */
    private static final double FASTEST_SHARE = 1.5;
    /** A lift climbs faster than this, and hardly any runner for long. */
    private static final double FASTEST_CLIMB_METRES_PER_SECOND = 0.6;
    /** Nobody loses the signal for longer and finds it in a new part of the file. */
    private static final double LONGEST_LOST_SECONDS = 15 * 60;
    /** Nobody runs this fast for half a minute; for a minute seven. */
    private static final double FASTEST_METRES_PER_SECOND = 9.5;

    private static final double FASTEST_MINUTE_METRES_PER_SECOND = 7;
    private static final double FASTEST_WHEELS_METRES_PER_SECOND = 25;
    /** Less than this, moved by something else, is not worth a choice in the answer. */
    private static final double SHORTEST_CARRIED_METRES = 100;
    /** Between the device's time and the gaps that explain it. */
    private static final double TOLERANCE_SECONDS = 10;

    private PauseDetection() {}

    /**
     * The pauses of a file that writes none: a break that the file marks, or a long silence, in which the runner hardly
     * moved or moved as no runner does, by car, lift or ferry. Runners who moved like runners had lost their signal: that
     * is time running.
     *
     * @param breaks the samples before which a new segment or lap begins
     */
    public static List<Pause> pauses(Sport sport, Streams streams, BitSet breaks, ReadingNotes notes) {
        return pauses(sport, streams, breaks, notes, true);
    }

    /** Those of {@link #pauses} in which something else moved the runner: for a file that has its stops. */
    public static List<Pause> carried(Sport sport, Streams streams, BitSet breaks, ReadingNotes notes) {
        return pauses(sport, streams, breaks, notes, false);
    }

    private static List<Pause> pauses(
            Sport sport, Streams streams, BitSet breaks, ReadingNotes notes, boolean standing) {
        double usual = usualMetresPerSecond(streams, breaks);
        List<Pause> pauses = new ArrayList<>();
        double away = 0;
        for (int i = 1; i < streams.size(); i++) {
            double seconds = seconds(streams, i);
            boolean marked = breaks.get(i) && seconds > 1;
            if ((!marked && seconds <= SILENCE_SECONDS) || !moved(streams, i)) {
                continue;
            }
            double metres = metres(streams, i);
            double speed = metres / seconds;
            boolean stood = speed < (marked ? SLOWEST_SHARE * usual : STANDING_METRES_PER_SECOND);
            boolean driven = speed > fastest(sport, marked, seconds, usual)
                    || (marked && seconds > SILENCE_SECONDS && !stood && !runs(streams, i, seconds));
            if (driven || (stood && standing)) {
                pauses.add(new Pause(streams.millis(i - 1), streams.millis(i)));
                away += driven ? metres : 0;
            }
        }
        if (away > SHORTEST_CARRIED_METRES) {
            notes.choose(Choice.of(Kind.METRES_OF_BREAKS, away, 0));
        }
        return pauses;
    }

    /**
     * The gaps between records that make up the time by which a device's timer is shorter than its clock, the longest
     * first: the timer stood, though the file has no event of it.
     *
     * @param known the pauses that the file has
     */
    public static List<Pause> gaps(Streams streams, double stoodSeconds, List<Pause> known) {
        double shortest = Math.max(TOLERANCE_SECONDS, 2 * streams.usualStepSeconds());
        int[] gaps = IntStream.range(1, streams.size())
                .filter(i -> seconds(streams, i) > shortest
                        && Pause.seconds(known, streams.millis(i - 1), streams.millis(i)) <= 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -seconds(streams, i)))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = stoodSeconds;
        List<Pause> pauses = new ArrayList<>();
        for (int gap : gaps) {
            double stood = Math.min(left, seconds(streams, gap));
            if (stood <= TOLERANCE_SECONDS) {
                break;
            }
            int until = streams.millis(gap);
            pauses.add(new Pause((int) (until - Math.round(1000 * stood)), until));
            left -= stood;
        }
        return pauses;
    }

    private static double fastest(Sport sport, boolean marked, double seconds, double usual) {
        double ever = !sport.onFoot()
                ? FASTEST_WHEELS_METRES_PER_SECOND
                : seconds > 60 ? FASTEST_MINUTE_METRES_PER_SECOND : FASTEST_METRES_PER_SECOND;
        return marked && usual > 0 && seconds > SILENCE_SECONDS ? Math.min(ever, FASTEST_SHARE * usual) : ever;
    }

    private static boolean runs(Streams streams, int i, double seconds) {
        int low = streams.value(Column.ALTITUDE_CENTIMETRES, i - 1);
        int high = streams.value(Column.ALTITUDE_CENTIMETRES, i);
        boolean lifted = low != Streams.MISSING
                && high != Streams.MISSING
                && Math.abs((double) high - low) / 100 / seconds > FASTEST_CLIMB_METRES_PER_SECOND;
        return !lifted && seconds <= LONGEST_LOST_SECONDS;
    }

    /** The median over all steps on the move; 0 where no movement is known. */
    private static double usualMetresPerSecond(Streams streams, BitSet breaks) {
        double[] speeds = IntStream.range(1, streams.size())
                .filter(i -> !breaks.get(i) && moved(streams, i))
                .mapToDouble(i -> metres(streams, i) / seconds(streams, i))
                .filter(speed -> speed > STANDING_METRES_PER_SECOND)
                .sorted()
                .toArray();
        return speeds.length == 0 ? 0 : speeds[speeds.length / 2];
    }

    private static double seconds(Streams streams, int i) {
        return ((double) streams.millis(i) - streams.millis(i - 1)) / 1000;
    }

    /** Whether the movement up to a sample is known. */
    private static boolean moved(Streams streams, int i) {
        return both(streams, Column.DISTANCE_CENTIMETRES, i) || both(streams, Column.LATITUDE_E7, i);
    }

    private static boolean both(Streams streams, Column column, int i) {
        return streams.value(column, i - 1) != Streams.MISSING && streams.value(column, i) != Streams.MISSING;
    }

    private static double metres(Streams streams, int i) {
        return both(streams, Column.DISTANCE_CENTIMETRES, i)
                ? ((double) streams.value(Column.DISTANCE_CENTIMETRES, i)
                                - streams.value(Column.DISTANCE_CENTIMETRES, i - 1))
                        / 100
                : TrackDistance.metres(streams, i - 1, i);
    }
}
