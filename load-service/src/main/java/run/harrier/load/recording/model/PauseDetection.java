package run.harrier.load.recording.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import run.harrier.load.recording.model.Streams.Column;

/** The pauses of a recording whose device wrote only positions and times. */
public final class PauseDetection {
    /** A silence this long, hardly moving, is a pause. */
    private static final double SILENCE_SECONDS = 30;

    private static final double STANDING_METRES_PER_SECOND = 0.3;
    /** Across a break that the file marks, slower than this is a pause, faster a lost signal. */
    private static final double STROLLING_METRES_PER_SECOND = 1.0;

    private PauseDetection() {}

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
                    && between(streams, i - 1, i) / seconds
                            < (marked ? STROLLING_METRES_PER_SECOND : STANDING_METRES_PER_SECOND)) {
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
                : TrackDistance.metres(streams, from, until);
    }
}
