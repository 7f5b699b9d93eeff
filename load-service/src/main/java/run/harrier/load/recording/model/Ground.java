package run.harrier.load.recording.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import run.harrier.load.recording.model.Streams.Column;

/** Distance and pauses where a device wrote only positions and times. */
public final class Ground {
    /** A silence this long, hardly moving, is a pause. */
    private static final double SILENCE_SECONDS = 30;

    private static final double STANDING = 0.3;
    /** Across a break that the file marks, slower than this is a pause, faster a lost signal. */
    private static final double STROLLING = 1.0;

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private Ground() {}

    /** Streams with the distance taken from their positions, pauses cut out, unless they have one. */
    public static Streams measured(Streams streams, List<Pause> pauses) {
        if (streams.has(Column.DISTANCE_CENTIMETRES) || !streams.has(Column.LATITUDE_E7)) {
            return streams;
        }
        int[] distance = new int[streams.size()];
        double metres = 0;
        int known = -1;
        int pause = 0;
        for (int i = 0; i < distance.length; i++) {
            boolean located = streams.value(Column.LATITUDE_E7, i) != Streams.MISSING;
            if (located) {
                while (pause < pauses.size()
                        && known >= 0
                        && pauses.get(pause).untilMillis() <= streams.millis(known)) {
                    pause++;
                }
                boolean stood = pause < pauses.size() && pauses.get(pause).fromMillis() < streams.millis(i);
                metres += known < 0 || stood ? 0 : metres(streams, known, i);
                known = i;
            }
            distance[i] = located ? (int) Math.min(Integer.MAX_VALUE, Math.round(100 * metres)) : Streams.MISSING;
        }
        return streams.with(Column.DISTANCE_CENTIMETRES, distance);
    }

    /**
     * The pauses of a file that does not write them: a break that the file marks, or a long silence, in which the
     * runner hardly moved. Runners who moved had lost their signal: that is time running.
     *
     * @param breaks the samples before which a new segment begins
     */
    public static List<Pause> pauses(Streams streams, BitSet breaks) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = 1; i < streams.size(); i++) {
            double seconds = ((long) streams.millis(i) - streams.millis(i - 1)) / 1000.0;
            boolean marked = breaks.get(i) && seconds > 1;
            if ((marked || seconds > SILENCE_SECONDS)
                    && between(streams, i - 1, i) / seconds < (marked ? STROLLING : STANDING)) {
                pauses.add(new Pause(streams.millis(i - 1), streams.millis(i)));
            }
        }
        return pauses;
    }

    private static double between(Streams streams, int from, int until) {
        int run = streams.value(Column.DISTANCE_CENTIMETRES, from);
        int further = streams.value(Column.DISTANCE_CENTIMETRES, until);
        return run != Streams.MISSING && further != Streams.MISSING
                ? ((long) further - run) / 100.0
                : metres(streams, from, until);
    }

    private static double metres(Streams streams, int from, int until) {
        int latitude = streams.value(Column.LATITUDE_E7, from);
        int later = streams.value(Column.LATITUDE_E7, until);
        if (latitude == Streams.MISSING || later == Streams.MISSING) {
            return 0;
        }
        double phi = Math.toRadians(latitude / 1e7);
        double phiLater = Math.toRadians(later / 1e7);
        double lambda = Math.toRadians(
                ((long) streams.value(Column.LONGITUDE_E7, until) - streams.value(Column.LONGITUDE_E7, from)) / 1e7);
        double north = Math.sin((phiLater - phi) / 2);
        double east = Math.sin(lambda / 2);
        double chord = north * north + Math.cos(phi) * Math.cos(phiLater) * east * east;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
