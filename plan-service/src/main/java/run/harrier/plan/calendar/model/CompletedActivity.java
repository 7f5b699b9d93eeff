package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Zone;

/**
 * What was run, as far as a planned session is compared with it.
 *
 * @param day the athlete's local day (D12)
 * @param rpe 1 to 10; absent when the athlete did not say
 * @param secondsInZones empty without pace and heart rate
 * @param thirdsSecondsPerKm the grade-adjusted pace of each third of its time; empty when unknown
 * @param progressionThirds the same of a progression run without its cool-down (D41); empty for what is none
 * @param heartAboveEasySeconds how long the heart rate was too high for an easy run (D45); absent when unknown
 * @param paceAboveEasySeconds how long its pace was too fast for one; absent when unknown
 * @param knownAt when its first event arrived here
 */
public record CompletedActivity(
        UUID id,
        LocalDate day,
        Sport sport,
        Instant startedAt,
        double movingSeconds,
        double elapsedSeconds,
        @Nullable Double distanceMetres,
        @Nullable Integer rpe,
        Map<Zone, Double> secondsInZones,
        List<Double> thirdsSecondsPerKm,
        List<Double> progressionThirds,
        @Nullable Double heartAboveEasySeconds,
        @Nullable Double paceAboveEasySeconds,
        Instant knownAt) {

    public enum Sport {
        RUN,
        TRAIL_RUN,
        WALK,
        HIKE,
        RIDE,
        SWIM,
        STRENGTH,
        OTHER;

        /** A sport that this version does not know is an OTHER. */
        public static Sport named(String name) {
            for (var sport : values()) {
                if (sport.name().equals(name)) {
                    return sport;
                }
            }
            return OTHER;
        }

        /** Whether it can be what the session asked for; an easy run may be walked (S82). */
        public boolean fits(SessionKind kind) {
            return switch (this) {
                case RUN, TRAIL_RUN -> kind.running();
                case WALK, HIKE ->
                    kind == SessionKind.EASY || kind == SessionKind.LONG || kind == SessionKind.CROSS_TRAINING;
                case RIDE, SWIM, OTHER -> kind == SessionKind.CROSS_TRAINING;
                case STRENGTH -> kind == SessionKind.STRENGTH;
            };
        }
    }

    public CompletedActivity {
        secondsInZones = Map.copyOf(secondsInZones);
        thirdsSecondsPerKm = List.copyOf(thirdsSecondsPerKm);
        progressionThirds = List.copyOf(progressionThirds);
    }

    /** On a trail one stops and walks: all of its time counts (S82). */
    public double seconds() {
        return sport == Sport.RUN ? movingSeconds : elapsedSeconds;
    }

    public double secondsAbove(Zone zone) {
        return secondsInZones.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(zone) > 0)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    public double secondsInAllZones() {
        return secondsInZones.values().stream().mapToDouble(seconds -> seconds).sum();
    }
}
