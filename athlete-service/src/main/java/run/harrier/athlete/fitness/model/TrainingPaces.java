package run.harrier.athlete.fitness.model;

import java.util.Optional;

/**
 * The training paces of a fitness number (S13). Easy is a range; interval is faster than 5K pace up to about VDOT 71,
 * above it the formula decides (S18, D10).
 */
public record TrainingPaces(
        double easyFastestSecondsPerKm,
        double easySlowestSecondsPerKm,
        double marathonSecondsPerKm,
        double thresholdSecondsPerKm,
        double intervalSecondsPerKm,
        double repetitionSecondsPerKm) {

    public static TrainingPaces of(Vdot vdot) {
        return new TrainingPaces(
                vdot.secondsPerKmAt(0.74),
                vdot.secondsPerKmAt(0.62),
                vdot.secondsPerKmOver(Vdot.MARATHON_METRES),
                vdot.secondsPerKmAt(0.88),
                vdot.secondsPerKmAt(0.975),
                Math.min(vdot.secondsPerKmAt(1.05), vdot.secondsPerKmOver(Vdot.MILE_METRES)));
    }

    /** The pace of a zone; of easy, the fastest that is still easy. */
    public double fastestSecondsPerKm(TrainingZone zone) {
        return switch (zone) {
            case EASY -> easyFastestSecondsPerKm;
            case MARATHON -> marathonSecondsPerKm;
            case THRESHOLD -> thresholdSecondsPerKm;
            case INTERVAL -> intervalSecondsPerKm;
            case REPETITION -> repetitionSecondsPerKm;
        };
    }

    /** What a runner should know about the pace of a zone (D10). */
    public Optional<String> note(TrainingZone zone, Vdot vdot) {
        return zone == TrainingZone.INTERVAL && intervalSecondsPerKm > vdot.secondsPerKmOver(5000)
                ? Optional.of("Above a VDOT of about 71 the formula makes this slower than your 5K pace.")
                : Optional.empty();
    }
}
