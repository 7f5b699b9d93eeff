package run.harrier.load.athlete.model;

import java.time.LocalDate;

/**
 * The training paces in force from a day on, as speeds, so that faster is more.
 *
 * <p>A zone begins halfway between its pace and the one below: who runs exactly at a pace, with the swings of every
 * runner, is in its zone.
 */
public record ZonePaces(
        LocalDate from,
        double easyFastestMetresPerSecond,
        double marathonMetresPerSecond,
        double thresholdMetresPerSecond,
        double intervalMetresPerSecond,
        double repetitionMetresPerSecond) {

    /** Faster than easy by more than 2 % (D45). */
    public boolean aboveEasy(double metresPerSecond) {
        return 0.98 * metresPerSecond > easyFastestMetresPerSecond;
    }

    public IntensityZone zone(double metresPerSecond) {
        if (metresPerSecond >= (intervalMetresPerSecond + repetitionMetresPerSecond) / 2) {
            return IntensityZone.REPETITION;
        }
        if (metresPerSecond >= (thresholdMetresPerSecond + intervalMetresPerSecond) / 2) {
            return IntensityZone.INTERVAL;
        }
        if (metresPerSecond >= (marathonMetresPerSecond + thresholdMetresPerSecond) / 2) {
            return IntensityZone.THRESHOLD;
        }
        return metresPerSecond >= (easyFastestMetresPerSecond + marathonMetresPerSecond) / 2
                ? IntensityZone.MARATHON
                : IntensityZone.EASY;
    }
}
