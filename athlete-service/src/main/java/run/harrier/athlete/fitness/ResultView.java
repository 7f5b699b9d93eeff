package run.harrier.athlete.fitness;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.fitness.model.Measure.Result;
import run.harrier.platform.http.Located;

/** A result with the fitness number that it alone gives. */
record ResultView(
        UUID id,
        Result.Kind kind,
        double distanceMetres,
        double durationSeconds,
        LocalDate on,
        @Nullable Integer rpe,
        double vdot,
        @Schema(hidden = true) String location)
        implements Located {

    static ResultView from(ResultEntity entity) {
        var result = entity.toModel();
        return new ResultView(
                result.id(),
                result.kind(),
                result.distanceMetres(),
                entity.durationMillis / 1000.0,
                result.on(),
                entity.rpe,
                Rounded.hundredth(result.vdot().value()),
                "/api/v1/athletes/" + entity.athleteId + "/results/" + entity.id);
    }
}
