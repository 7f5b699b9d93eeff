package run.harrier.load.recording.model;

import java.util.List;
import run.harrier.load.recording.model.Streams.Column;

/** The distance of a track of positions, for devices that wrote no distance. */
public final class TrackDistance {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** From the first position: more than a satellite is wrong. */
    private static final double SURELY_MOVED_METRES = 50;

    private TrackDistance() {}

    /** Streams without a distance that stays the same while the positions move: a sensor that did not count. */
    public static Streams withoutDeadSensor(Streams streams) {
        int[] distance = streams.filled(Column.DISTANCE_CENTIMETRES);
        if (distance.length < 2 || !streams.has(Column.LATITUDE_E7) || distance[0] != distance[distance.length - 1]) {
            return streams;
        }
        int known = -1;
        double moved = 0;
        for (int i = 0; i < streams.size(); i++) {
            if (streams.value(Column.LATITUDE_E7, i) != Streams.MISSING) {
                moved = known < 0 ? 0 : Math.max(moved, metres(streams, known, i));
                known = known < 0 ? i : known;
            }
        }
        return moved > SURELY_MOVED_METRES ? streams.without(Column.DISTANCE_CENTIMETRES) : streams;
    }

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

    /** Along the great circle between two samples; 0 where one has no position. */
    public static double metres(Streams streams, int from, int until) {
        int latitude = streams.value(Column.LATITUDE_E7, from);
        int later = streams.value(Column.LATITUDE_E7, until);
        if (latitude == Streams.MISSING || later == Streams.MISSING) {
            return 0;
        }
        return metres(
                latitude, streams.value(Column.LONGITUDE_E7, from), later, streams.value(Column.LONGITUDE_E7, until));
    }

    /** Along the great circle between two places, in ten-millionths of a degree. */
    public static double metres(double latitude, double longitude, double laterLatitude, double laterLongitude) {
        double phi = Math.toRadians(latitude / 1e7);
        double phiLater = Math.toRadians(laterLatitude / 1e7);
        double lambda = Math.toRadians((laterLongitude - longitude) / 1e7);
        double north = Math.sin((phiLater - phi) / 2);
        double east = Math.sin(lambda / 2);
        double chord = north * north + Math.cos(phi) * Math.cos(phiLater) * east * east;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
