package run.harrier.athlete.fitness;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.platform.http.Located;

/** A result with the fitness number that it alone gives. */
record ResultView(
        UUID id,
        Result.Kind kind,
        double distanceMetres,
        double durationSeconds,
        LocalDate on,
        @Nullable Integer rpe,

        @Schema(description = "The number that it alone gives; absent of a distance that the formula does not know")
        @Nullable
        Double vdot,

        @Schema(description = "Where the formula is stretched, or gives no number, and why") @Nullable
        String note,

        @Schema(hidden = true) String location)
        implements Located {

    static ResultView from(ResultEntity entity) {
        return new ResultView(
                entity.id,
                entity.kind,
                entity.distanceMetres,
                entity.durationMillis / 1000.0,
                entity.onDay,
                entity.rpe,
                entity.toEvidence()
                        .map(result -> Rounded.hundredth(result.vdot().value()))
                        .orElse(null),
                entity.validity().note().orElse(null),
                "/api/v1/athletes/" + entity.athleteId + "/results/" + entity.id);
    }
}
