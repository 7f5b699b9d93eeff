package run.harrier.load.analysis.model;

import java.util.Arrays;
import java.util.List;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Streams.Column;
import run.harrier.load.recording.model.TrackDistance;

/**
 * A recording cut at its samples. An interval lies between two samples and has a duration on the timer (pauses cut out),
 * metres, metres weighted by their grade, and the heart rate and cadence of the sample that ends it. Every figure that
 * comes from samples is a sum over intervals, so all of them follow the same rules.
 *
 * <p>An interval longer than {@value #LONGEST_SECONDS} s, and than three of the device's usual ones, is a gap in the record:
 * its time and metres count, but nothing is known of the heart in it. A device that writes a point each 45 s has no gaps.
 *
 * <p>Metres count on the timer alone: more than a little drift while it stood was driven or walked.
 */
public final class SampleIntervals {
    static final double LONGEST_SECONDS = 30;
    /** However rarely a device writes, what is longer is a gap. */
    private static final double LONGEST_USUAL_SECONDS = 120;

    private static final int USUAL_STEPS = 3;
    /** What was covered faster than this in the rest of an interval was covered while the timer stood. */
    private static final double FASTEST_METRES_PER_SECOND = 30;

    private static final double DRIFT_METRES_PER_SECOND = 0.5;

    /** A first sample further than this belongs to another recording before it. */
    private static final int LONGEST_START_CENTIMETRES = 10_000;

    private static final double STANDING_METRES_PER_SECOND = 0.3;

    private final int[] fromMillis;
    private final double[] seconds;
    private final double[] metres;
    private final double[] breakMetres;
    private final double[] adjustedMetres;
    private final int[] heartRateBpm;
    private final int[] cadence;
    private final int[] sampleMillis;
    private final double[] heights;
    private final double startMetres;
    private final boolean distanceKnown;
    private final double longestSeconds;

    private SampleIntervals(Streams streams, List<Pause> pauses) {
        int samples = streams.size();
        int count = Math.max(0, samples - 1);
        fromMillis = new int[count];
        seconds = new double[count];
        metres = new double[count];
        breakMetres = new double[count];
        heartRateBpm = new int[count];
        cadence = new int[count];
        int pause = 0;
        int[] distance = streams.filled(Column.DISTANCE_CENTIMETRES);
        distanceKnown = distance.length > 0;
        double[] run = new double[samples];
        longestSeconds = longestSeconds(streams);
        for (int i = 0; i < count; i++) {
            int from = streams.millis(i);
            int until = streams.millis(i + 1);
            long stood = 0;
            while (pause < pauses.size() && pauses.get(pause).untilMillis() <= from) {
                pause++;
            }
            for (int p = pause; p < pauses.size() && pauses.get(p).fromMillis() < until; p++) {
                stood += Math.min(until, pauses.get(p).untilMillis())
                        - (long) Math.max(from, pauses.get(p).fromMillis());
            }
            fromMillis[i] = from;
            seconds[i] = ((long) until - from - stood) / 1000.0;
            metres[i] = distanceKnown ? Math.max(0, (long) distance[i + 1] - distance[i]) / 100.0 : 0;
            double near = FASTEST_METRES_PER_SECOND * seconds[i] + DRIFT_METRES_PER_SECOND * stood / 1000;
            if (stood > 0 && metres[i] > near) {
                breakMetres[i] = metres[i];
                metres[i] = 0;
            } else if (stood > 0 && metres[i] <= 0) {
                breakMetres[i] = TrackDistance.metres(streams, i, i + 1);
            }
            run[i + 1] = run[i] + metres[i];
            boolean known = seconds[i] > 0 && seconds[i] <= longestSeconds;
            heartRateBpm[i] = known ? Math.max(0, streams.value(Column.HEART_RATE_BPM, i + 1)) : 0;
            cadence[i] = known ? Math.max(-1, streams.value(Column.CADENCE_STEPS_PER_MINUTE, i + 1)) : -1;
        }
        startMetres = distanceKnown && samples > 0 && distance[0] > 0 && distance[0] < LONGEST_START_CENTIMETRES
                ? distance[0] / 100.0
                : 0;
        sampleMillis = millis(streams);
        double[] altitudes = inMetres(streams.filled(Column.ALTITUDE_CENTIMETRES));
        heights = Elevation.smoothed(sampleMillis, altitudes);
        adjustedMetres = metres.clone();
        if (hasHeights()) {
            double[] grades = Elevation.grades(sampleMillis, run, altitudes);
            for (int i = 0; i < count; i++) {
                adjustedMetres[i] *= Elevation.costFactor(grades[i]);
            }
        }
    }

    private static double longestSeconds(Streams streams) {
        return Math.clamp(USUAL_STEPS * streams.usualStepSeconds(), LONGEST_SECONDS, LONGEST_USUAL_SECONDS);
    }

    public static SampleIntervals of(Recording recording) {
        return of(recording.streams(), recording.pauses());
    }

    /** From stored streams; the pauses in order. */
    public static SampleIntervals of(Streams streams, List<Pause> pauses) {
        return new SampleIntervals(streams, pauses);
    }

    private static int[] millis(Streams streams) {
        int[] millis = new int[streams.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = streams.millis(i);
        }
        return millis;
    }

    private static double[] inMetres(int[] centimetres) {
        double[] metres = new double[centimetres.length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = centimetres[i] / 100.0;
        }
        return metres;
    }

    /** Of an activity without streams. */
    public static SampleIntervals none() {
        return of(Streams.empty(), List.of());
    }

    /**
     * The share of the time on the timer in which a heart rate is known.
     *
     * @param movingSeconds of the whole activity, which may have less or more than its records
     */
    public double heartCoverage(double movingSeconds) {
        double known = 0;
        double all = 0;
        for (int i = 0; i < count(); i++) {
            all += seconds[i];
            known += heartRateBpm[i] > 0 ? seconds[i] : 0;
        }
        double whole = Math.max(all, movingSeconds);
        return whole <= 0 ? 0 : known / whole;
    }

    public int count() {
        return seconds.length;
    }

    public int fromMillis(int moment) {
        return fromMillis[moment];
    }

    /** On the timer: 0 inside a pause. */
    public double seconds(int moment) {
        return seconds[moment];
    }

    /** Neither a gap nor known to be standing still. */
    boolean surelyMoving(int moment) {
        return seconds[moment] <= longestSeconds && !standing(moment);
    }

    /** Known to be standing still, with the timer running. */
    boolean standing(int moment) {
        return distanceKnown && metres[moment] < STANDING_METRES_PER_SECOND * seconds[moment];
    }

    public double metres(int moment) {
        return metres[moment];
    }

    /** Driven or walked while the timer stood: they do not count. */
    double breakMetres(int moment) {
        return breakMetres[moment];
    }

    /** The metres on the flat that cost the same; the metres themselves where no heights are known. */
    public double adjustedMetres(int moment) {
        return adjustedMetres[moment];
    }

    /** 0 when not known. */
    public int heartRateBpm(int moment) {
        return heartRateBpm[moment];
    }

    /** -1 when not known; 0 while standing. */
    public int cadenceStepsPerMinute(int moment) {
        return cadence[moment];
    }

    public boolean hasHeights() {
        return heights.length > 0;
    }

    public boolean hasDistance() {
        return distanceKnown;
    }

    /** What was run before the first sample. */
    double startMetres() {
        return startMetres;
    }

    /** The climb from one time to another, in milliseconds since the start. */
    double elevationGainMetres(int from, int until) {
        return heights.length == 0
                ? 0
                : Elevation.gain(Arrays.copyOfRange(heights, first(sampleMillis, from), first(sampleMillis, until)));
    }

    /** The first moment that begins at a time or later. */
    int firstFrom(int millis) {
        return first(fromMillis, millis);
    }

    private static int first(int[] times, int millis) {
        int found = Arrays.binarySearch(times, millis);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * The grade-adjusted speed around each interval, as the mean over 15 s before and after: a single second of a
     * satellite's position says nothing of speed.
     */
    public double[] steadySpeedsMetresPerSecond() {
        double[] speeds = new double[count()];
        double time = 0;
        double adjusted = 0;
        int from = 0;
        int until = 0;
        for (int i = 0; i < speeds.length; i++) {
            while (until < speeds.length && (until <= i || fromMillis[until] - (long) fromMillis[i] < 15_000)) {
                time += seconds[until];
                adjusted += adjustedMetres[until++];
            }
            while (from < i && fromMillis[i] - (long) fromMillis[from] > 15_000) {
                time -= seconds[from];
                adjusted -= adjustedMetres[from++];
            }
            speeds[i] = time < 0.001 ? 0 : Math.max(0, adjusted) / time;
        }
        return speeds;
    }
}
