package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The athlete's fitness over all days, as known now; it replaces every earlier one.
 *
 * @param timeline the number in force (D11) from each day on until the next entry, by day; days before the first have
 *     no number
 * @param heartRate the measurements of heart rate by {@code measuredOn}; from its day on each is in force until the
 *     next
 * @param lastResult the newest race or time trial; absent without any
 * @param races those of the {@value #RACE_DAYS} days up to the last result, the newest first, {@value #MOST_RACES} at
 *     most: what plans recover from (D37)
 */
public record FitnessChanged(
        UUID athleteId,
        List<Span> timeline,
        List<HeartRate> heartRate,
        @Nullable Result lastResult,
        List<Result> races) implements Event {
    public static final int RACE_DAYS = 60;
    public static final int MOST_RACES = 30;

    public FitnessChanged {
        // events from before races were part of them
        races = races == null ? List.of() : List.copyOf(races);
        timeline = List.copyOf(timeline);
        heartRate = List.copyOf(heartRate);
    }

    /**
     * @param from the first local day on which it is in force
     * @param stale older than the 84 days of D11
     */
    public record Span(LocalDate from, double vdot, boolean stale, Paces paces, List<Equivalent> equivalents) {}

    /** The five training paces (S13), in seconds per kilometre; easy is a range. */
    public record Paces(
            double easyFastestSecondsPerKm,
            double easySlowestSecondsPerKm,
            double marathonSecondsPerKm,
            double thresholdSecondsPerKm,
            double intervalSecondsPerKm,
            double repetitionSecondsPerKm) {}

    /** The time that the same fitness gives over a distance (U25), by rising distance from 1500 m to the marathon. */
    public record Equivalent(double distanceMetres, double durationSeconds) {}

    /**
     * @param thresholdBpm absent when it was not measured
     * @param origin LABORATORY, FIELD_TEST, RACE or AGE_ESTIMATE (D8)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeartRate(
            LocalDate measuredOn,
            int maxBpm,
            int restBpm,
            @Nullable Integer thresholdBpm,
            String origin) {}

    /** @param kind RACE or TIME_TRIAL */
    public record Result(LocalDate on, String kind, double distanceMetres, double durationSeconds) {}
}
