package run.harrier.load.athlete;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.athlete.model.Thresholds;

/**
 * An athlete as far as load depends on who runs.
 *
 * @param version what was computed from this athlete may be stored only while the athlete still has this version
 * @param timeline the thresholds of all days, as known now
 */
public record Athlete(UUID athleteId, long version, ZoneId zone, Sex sex, ThresholdTimeline timeline) {

    /** The athlete's local day (D12). */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The thresholds in force on a day (U24). */
    public Thresholds thresholds(LocalDate on) {
        return timeline.on(on);
    }
}
