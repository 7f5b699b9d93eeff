package run.harrier.load.analysis.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Streams.Column;
import run.harrier.load.recording.model.TrackDistance;

/**
 * A run out and back over the same way (S68): where it turned, found in the track, and the time of both ways on the timer.
 *
 * @param turnMetres run until the turn
 */
public record OutAndBack(double turnMetres, double outSeconds, double backSeconds) {
    /** Each way; a shorter one is a lap round the house. */
    private static final double LEAST_METRES = 1_000;
    /** Of the whole run: the turn lies so near to its middle. */
    private static final double NEAR_MIDDLE = 0.05;
    /** On the mean, between the way out and the way back: two sides of a street, and a satellite's error. */
    private static final double SAME_WAY_METRES = 20;
    /** A place where the ways part counts no more than this. */
    private static final double APART_METRES = 90;
    /** Of the way out, as the crow flies: laps of a track come back to their start again and again. */
    private static final double AWAY = 0.2;

    private static final int PLACES = 40;
    private static final int CANDIDATES = 25;

    /** Empty for another route, and without positions. */
    public static Optional<OutAndBack> of(Streams streams, SampleIntervals intervals) {
        var track = new Track(streams, intervals);
        if (track.metres() < 2 * LEAST_METRES || !streams.has(Column.LATITUDE_E7)) {
            return Optional.empty();
        }
        double near = NEAR_MIDDLE * track.metres();
        double turn = turn(track, turn(track, track.metres() / 2, near), near / CANDIDATES);
        if (track.apart(0, turn) < AWAY * turn || track.apartWhenTurned(turn) > SAME_WAY_METRES) {
            return Optional.empty();
        }
        double out = track.seconds(turn);
        return Optional.of(new OutAndBack(turn, out, track.seconds(track.metres()) - out));
    }

    /** The best turn near a place: asked for twice, the second time to the metre. */
    private static double turn(Track track, double middle, double near) {
        return IntStream.rangeClosed(-CANDIDATES, CANDIDATES)
                .mapToObj(step -> middle + near * step / CANDIDATES)
                .min(Comparator.comparingDouble(track::apartWhenTurned))
                .orElseThrow();
    }

    /** Places by the way to them, in metres. */
    private static final class Track {
        private final double[] run;
        private final double[] seconds;
        private final int[] latitudesE7;
        private final int[] longitudesE7;

        Track(Streams streams, SampleIntervals intervals) {
            run = new double[streams.size()];
            seconds = new double[streams.size()];
            for (int i = 1; i < run.length; i++) {
                run[i] = run[i - 1] + intervals.metres(i - 1);
                seconds[i] = seconds[i - 1] + intervals.seconds(i - 1);
            }
            latitudesE7 = streams.filled(Column.LATITUDE_E7);
            longitudesE7 = streams.filled(Column.LONGITUDE_E7);
        }

        double metres() {
            return run.length == 0 ? 0 : run[run.length - 1];
        }

        /** On the timer. */
        double seconds(double metres) {
            int after = after(metres);
            return seconds[after - 1] + share(metres, after) * (seconds[after] - seconds[after - 1]);
        }

        /** How far the way back lies from the way out, on the mean, if this was the turn. */
        double apartWhenTurned(double turn) {
            double way = Math.min(turn, metres() - turn);
            return IntStream.rangeClosed(1, PLACES)
                    .mapToDouble(place -> way * place / PLACES)
                    .map(before -> Math.min(APART_METRES, apart(turn - before, turn + before)))
                    .average()
                    .orElseThrow();
        }

        /** As the crow flies. */
        double apart(double one, double other) {
            return TrackDistance.metres(
                    degreesE7(latitudesE7, one),
                    degreesE7(longitudesE7, one),
                    degreesE7(latitudesE7, other),
                    degreesE7(longitudesE7, other));
        }

        private double degreesE7(int[] values, double metres) {
            int after = after(metres);
            return values[after - 1] + share(metres, after) * ((double) values[after] - values[after - 1]);
        }

        /** The first sample behind a place, from the second on. */
        private int after(double metres) {
            int found = Arrays.binarySearch(run, metres);
            return Math.clamp(found < 0 ? -found - 1 : found, 1, run.length - 1);
        }

        private double share(double metres, int after) {
            double step = run[after] - run[after - 1];
            return step <= 0 ? 0 : Math.clamp((metres - run[after - 1]) / step, 0, 1);
        }
    }
}
