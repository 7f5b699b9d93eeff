package run.harrier.load.scoring.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.model.IntensityZone;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.recording.model.Sport;

/** How long an activity lasted in each zone, and what was measured. */
public record TimeInZones(By by, Map<IntensityZone, Double> seconds) {
    /** Grade-adjusted pace (S81), or heart rate. */
    public enum By {
        PACE,
        HEART_RATE
    }

    /** With a heart rate for less than this share of an activity its zones are unknown. */
    static final double COVERAGE = 0.8;

    public TimeInZones {
        seconds = Collections.unmodifiableMap(new EnumMap<>(seconds));
    }

    /**
     * A run is measured by its pace, because the heart rate is late in short repetitions; a trail run, whose ground
     * slows it, and every other sport by the heart rate. Empty without both.
     */
    public static Optional<TimeInZones> of(
            Sport sport, SampleIntervals intervals, double movingSeconds, Thresholds thresholds) {
        Optional<TimeInZones> byPace = sport.running() ? byPace(intervals, thresholds) : Optional.empty();
        Optional<TimeInZones> byHeart = byHeart(intervals, movingSeconds, thresholds);
        return (sport == Sport.RUN ? byPace.or(() -> byHeart) : byHeart.or(() -> byPace))
                .map(zones -> zones.heldWithin(movingSeconds));
    }

    /** In proportion, where the records last longer than the activity did on its timer. */
    private TimeInZones heldWithin(double movingSeconds) {
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all <= movingSeconds) {
            return this;
        }
        Map<IntensityZone, Double> held = new EnumMap<>(seconds);
        held.replaceAll((zone, time) -> time * movingSeconds / all);
        return new TimeInZones(by, held);
    }

    public double seconds(IntensityZone zone) {
        return seconds.getOrDefault(zone, 0.0);
    }

    /** D2: easy. */
    public double lowSeconds() {
        return seconds(IntensityZone.EASY);
    }

    /** D2: marathon pace and the gap up to threshold. */
    public double moderateSeconds() {
        return seconds(IntensityZone.MARATHON);
    }

    /** D2: threshold, interval, repetition. */
    public double highSeconds() {
        return seconds(IntensityZone.THRESHOLD) + seconds(IntensityZone.INTERVAL) + seconds(IntensityZone.REPETITION);
    }

    private static Optional<TimeInZones> byPace(SampleIntervals intervals, Thresholds thresholds) {
        if (thresholds.paces().isEmpty() || !intervals.hasDistance()) {
            return Optional.empty();
        }
        double[] speeds = intervals.steadySpeedsMetresPerSecond();
        Map<IntensityZone, Double> seconds = new EnumMap<>(IntensityZone.class);
        for (int i = 0; i < speeds.length; i++) {
            seconds.merge(thresholds.paces().get().zone(speeds[i]), intervals.seconds(i), Double::sum);
        }
        return seconds.isEmpty() ? Optional.empty() : Optional.of(new TimeInZones(By.PACE, seconds));
    }

    private static Optional<TimeInZones> byHeart(
            SampleIntervals intervals, double movingSeconds, Thresholds thresholds) {
        if (thresholds.heart().isEmpty() || intervals.heartCoverage(movingSeconds) < COVERAGE) {
            return Optional.empty();
        }
        Map<IntensityZone, Double> seconds = new EnumMap<>(IntensityZone.class);
        for (int i = 0; i < intervals.count(); i++) {
            if (intervals.heartRateBpm(i) > 0) {
                seconds.merge(
                        thresholds.heart().get().zone(intervals.heartRateBpm(i)), intervals.seconds(i), Double::sum);
            }
        }
        return Optional.of(new TimeInZones(By.HEART_RATE, seconds));
    }
}
