package run.harrier.load.wellness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Wellness;

/** How an athlete felt on one morning (U22), on the scales of D18; what is absent was not said. */
@Schema(description = "One morning; everything is optional, absent means that it was not said")
public record WellnessEntry(
        @Min(20) @Max(200) @Nullable Integer restingHeartRateBpm,
        @DecimalMin("1") @DecimalMax("300") @Nullable Double hrvMillis,
        @DecimalMin("0") @DecimalMax("24") @Nullable Double sleepHours,

        @Min(1) @Max(5) @Schema(description = "5 is best") @Nullable
        Integer sleepQuality,

        @Min(1) @Max(5) @Schema(description = "5 is worst") @Nullable
        Integer soreness,

        @Min(1) @Max(5) @Schema(description = "On waking; 5 is worst") @Nullable
        Integer fatigue,

        @Min(1) @Max(5) @Schema(description = "5 is worst") @Nullable
        Integer stress,

        @Min(1) @Max(5) @Schema(description = "5 is best") @Nullable
        Integer mood,

        @Size(max = 20) @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<@NotNull @Valid Pain> pain) {

    /** @param level 0 to 10 */
    public record Pain(
            @NotBlank @Size(max = 60) @Pattern(regexp = "\\P{Cntrl}*", message = "no control characters")
            String site,

            @NotNull @Min(0) @Max(10) Integer level) {}

    /** Whether nothing was said at all. */
    @JsonIgnore
    boolean isEmpty() {
        return (pain == null || pain.isEmpty())
                && Stream.of(restingHeartRateBpm, hrvMillis, sleepHours, sleepQuality, soreness, fatigue, stress, mood)
                        .allMatch(Objects::isNull);
    }

    public Wellness toModel(LocalDate on) {
        return new Wellness(
                on,
                whole(restingHeartRateBpm),
                decimal(hrvMillis),
                decimal(sleepHours),
                whole(sleepQuality),
                whole(soreness),
                whole(fatigue),
                whole(stress),
                whole(mood),
                pain == null
                        ? List.of()
                        : pain.stream()
                                .map(one -> new Wellness.Pain(one.site(), one.level()))
                                .toList());
    }

    private static OptionalInt whole(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalDouble decimal(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
