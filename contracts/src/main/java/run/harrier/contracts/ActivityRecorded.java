package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it now stands: new, or edited; it replaces what was published of it before.
 *
 * @param sport RUN, TRAIL_RUN, WALK, HIKE, RIDE, SWIM, STRENGTH or OTHER
 * @param on the athlete's local day (D12)
 * @param distanceMetres absent when it was not measured
 * @param rpe 1 to 10; absent when the athlete did not say
 * @param timeInZones how long it lasted at each intensity; empty when neither pace nor heart rate is known
 * @param zonesBy PACE (grade-adjusted) or HEART_RATE; absent with empty {@code timeInZones}
 * @param thirdsSecondsPerKm the grade-adjusted pace of each third of its time (S76); empty when unknown
 * @param progression absent for what is no progression run (D41)
 * @param heartAboveEasySeconds how long the heart rate was too high for an easy run (D45); absent without one, and for
 *     what is no run
 * @param paceAboveEasySeconds how long the grade-adjusted pace was too fast for an easy run (D45); absent likewise
 */
public record ActivityRecorded(
        UUID athleteId,
        UUID activityId,
        String sport,
        Instant startedAt,
        LocalDate on,
        double movingSeconds,
        double elapsedSeconds,
        @Nullable Double distanceMetres,
        @Nullable Integer rpe,
        Load load,
        List<TimeInZone> timeInZones,
        @Nullable String zonesBy,
        List<Double> thirdsSecondsPerKm,
        @Nullable Progression progression,
        @Nullable Double heartAboveEasySeconds,
        @Nullable Double paceAboveEasySeconds)
        implements Event {

    public ActivityRecorded {
        timeInZones = List.copyOf(timeInZones);
        thirdsSecondsPerKm = List.copyOf(thirdsSecondsPerKm);
    }

    /** The activity, until {@link ActivityDeleted} names it. */
    @Override
    public String about() {
        return "activity " + activityId;
    }

    /**
     * @param kind NEGATIVE_SPLIT, EACH_MILE_FASTER, THIRDS or FAST_FINISH
     * @param thirdsSecondsPerKm the grade-adjusted pace of each third, without the cool-down and without standing
     */
    public record Progression(String kind, List<Double> thirdsSecondsPerKm) {
        public Progression {
            thirdsSecondsPerKm = List.copyOf(thirdsSecondsPerKm);
        }
    }

    /** @param method HEART_RATE, PACE, RPE or DURATION */
    public record Load(double value, String method) {}

    /**
     * @param zone EASY (and slower), MARATHON, THRESHOLD, INTERVAL or REPETITION (and faster): the zone whose lower
     *     bound the effort had reached, with the fitness of the day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimeInZone(String zone, double seconds) {}
}
