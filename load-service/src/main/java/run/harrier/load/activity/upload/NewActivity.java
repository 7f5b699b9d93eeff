package run.harrier.load.activity.upload;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.LocalOffset;
import run.harrier.load.recording.model.Reading;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;

/** A run without a file (U21). */
@Schema(description = "An activity entered without a file")
public record NewActivity(
        @NotNull Sport sport,
        @NotNull Instant startedAt,
        @NotNull @DecimalMin("1") @DecimalMax("604800") Double durationSeconds,
        @DecimalMin("1") @DecimalMax("5000000") @Nullable Double distanceMetres,
        @Min(1) @Max(10) @Nullable Integer rpe) {

    Recording toRecording(ZoneId athleteZone) {
        var unknown = OptionalDouble.empty();
        var duration = OptionalDouble.of(durationSeconds);
        var distance = distanceMetres == null ? unknown : OptionalDouble.of(distanceMetres);
        return new Recording(
                sport,
                startedAt,
                LocalOffset.of(startedAt, athleteZone),
                new Totals(distance, duration, duration, unknown, unknown, unknown, unknown),
                List.of(),
                List.of(),
                Streams.empty(),
                Reading.none());
    }
}
