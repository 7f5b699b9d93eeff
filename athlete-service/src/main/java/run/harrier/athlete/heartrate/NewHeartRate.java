package run.harrier.athlete.heartrate;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.Origin;
import run.harrier.athlete.profile.AthleteEntity;
import run.harrier.platform.problem.ProblemException;

/** A measurement of the heart with its origin and day (S4, D8). */
public record NewHeartRate(
        @NotNull @Schema(description = "120 to 230") Integer maxBpm,

        @NotNull @Schema(description = "25 to 55 % of maxBpm")
        Integer restBpm,

        @Schema(description = "70 to 99 % of maxBpm; absent when it was not measured") @Nullable
        Integer thresholdBpm,

        @NotNull @Schema(description = "An AGE_ESTIMATE never overwrites a test")
        Origin origin,

        @NotNull @Schema(description = "The athlete's local day, not after today")
        LocalDate measuredOn) {

    public void validate(AthleteEntity athlete, LocalDate today) {
        if (measuredOn.isAfter(today)) {
            throw ProblemException.impossibleAt("/measuredOn", "is after today, " + today + " where the athlete lives");
        }
        if (!measuredOn.isAfter(athlete.birthDate())) {
            throw ProblemException.impossibleAt("/measuredOn", "is before the athlete was born");
        }
        HeartRate.fault(maxBpm, restBpm, thresholdBpm).ifPresent(fault -> {
            throw ProblemException.impossibleAt("/" + fault.field(), fault.reason());
        });
    }
}
