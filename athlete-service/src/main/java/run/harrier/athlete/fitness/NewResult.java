package run.harrier.athlete.fitness;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.athlete.fitness.model.Implausible;
import run.harrier.athlete.profile.AthleteEntity;
import run.harrier.platform.problem.ProblemException;

/** A race, or a time trial as hard as one can (S17). */
record NewResult(
        @NotNull Result.Kind kind,

        @NotNull
        @DecimalMin("1")
        @DecimalMax("1000000")
        @Schema(description = "1500 m to the marathon give a number; others are kept without one", examples = "5000")
        Double distanceMetres,

        @NotNull
        @DecimalMin("1")
        @DecimalMax("1000000")
        @Schema(description = "Beyond 3.5 minutes to 4 hours the formula is stretched", examples = "1200")
        Double durationSeconds,

        @NotNull @Schema(description = "The athlete's local day, not after today")
        LocalDate on,

        @Min(1) @Max(10) @Schema(description = "How hard it felt") @Nullable
        Integer rpe) {

    Duration duration() {
        return Duration.ofMillis(Math.round(durationSeconds * 1000));
    }

    void validate(AthleteEntity athlete, LocalDate today) {
        if (on.isAfter(today)) {
            throw ProblemException.impossibleAt("/on", "is after today, " + today + " where the athlete lives");
        }
        if (!on.isAfter(athlete.birthDate())) {
            throw ProblemException.impossibleAt("/on", "is before the athlete was born");
        }
        Implausible.in(distanceMetres, duration()).ifPresent(why -> {
            throw ProblemException.impossibleAt("/durationSeconds", why.reason());
        });
    }
}
