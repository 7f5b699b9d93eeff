package run.harrier.load.athlete.model;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * The heart rates an athlete was measured with; in force from their day to the next measurement (U24).
 *
 * @param thresholdBpm empty when it was not measured; then it is estimated as 88 % of the maximum
 */
public record HeartRateThresholds(LocalDate measuredOn, int maxBpm, int restBpm, OptionalInt thresholdBpm) {
    private static final double ESTIMATED_THRESHOLD = 0.88;
    private static final double EASY_CEILING = 0.79;
    private static final int ABOVE_CEILING_BPM = 3;

    public HeartRateThresholds {
        if (restBpm <= 0 || maxBpm <= restBpm) {
            throw new IllegalArgumentException("rest " + restBpm + " is not between 0 and maximum " + maxBpm);
        }
    }

    public double thresholdOrEstimateBpm() {
        return thresholdBpm.isPresent() ? thresholdBpm.getAsInt() : ESTIMATED_THRESHOLD * maxBpm;
    }

    /** The ceiling of an easy run (D8). */
    public double easyCeilingBpm() {
        return EASY_CEILING * maxBpm;
    }

    /** From here on a run is no easy one (D45). */
    public double aboveEasyBpm() {
        return easyCeilingBpm() + ABOVE_CEILING_BPM;
    }

    /** The share of the reserve in use, 0 at rest, 1 at the maximum and above. */
    public double reserveShare(double bpm) {
        return Math.clamp((bpm - restBpm) / (maxBpm - restBpm), 0, 1);
    }

    /**
     * The zone of a heart rate, by its share of the threshold. Marathon begins above the ceiling of
     * an easy run; a repetition ends before the heart rate has followed it.
     */
    public IntensityZone zone(double bpm) {
        double threshold = thresholdOrEstimateBpm();
        if (bpm >= 1.03 * threshold) {
            return IntensityZone.INTERVAL;
        }
        if (bpm >= 0.95 * threshold) {
            return IntensityZone.THRESHOLD;
        }
        return bpm > Math.min(easyCeilingBpm(), 0.90 * threshold) ? IntensityZone.MARATHON : IntensityZone.EASY;
    }
}
