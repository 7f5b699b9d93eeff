package run.harrier.load.diary.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A run on its local day.
 *
 * @param intensity empty when it is not known
 */
public record DiaryRun(UUID activityId, LocalDate on, Optional<RunIntensity> intensity) {
    public double unplannedModerateSeconds() {
        return intensity.map(RunIntensity::unplannedModerateSeconds).orElse(0.0);
    }
}
