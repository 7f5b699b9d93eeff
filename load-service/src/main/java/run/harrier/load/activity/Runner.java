package run.harrier.load.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.athlete.model.ZonePaces;
import run.harrier.load.series.model.LoadHistory;

/**
 * What the load of an athlete's activity is computed with.
 *
 * @param version what was computed with this may be stored as long as the athlete still has it
 * @param hearts by day, the thresholds of all days as known now
 * @param paces by day
 * @param history of the years that were read
 */
record Runner(
        UUID athleteId,
        long version,
        ZoneId zone,
        Sex sex,
        List<HeartRateThresholds> hearts,
        List<ZonePaces> paces,
        LoadHistory history) {

    /** The athlete's local day (D12). */
    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    Thresholds thresholds(LocalDate on) {
        return Thresholds.on(on, hearts, paces);
    }

    Runner with(LoadHistory history) {
        return new Runner(athleteId, version, zone, sex, hearts, paces, history);
    }
}
