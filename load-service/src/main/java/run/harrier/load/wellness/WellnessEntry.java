package run.harrier.load.wellness;

import static run.harrier.platform.json.Optionals.optional;
import static run.harrier.platform.json.Optionals.orNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.load.wellness.model.Wellness.Illness;
import run.harrier.load.wellness.model.Wellness.Symptom;

/** The entry of one day as it is sent and shown (U22), on the scales of D18; what is absent was not entered. */
@Schema(
        description =
                "One morning; everything is optional. An absent field was not entered; an empty list of pain or symptoms says that there is none")
record WellnessEntry(
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

        @Min(1) @Max(5) @Schema(description = "Ate enough to train; 5 is best") @Nullable
        Integer nutrition,

        @Schema(description = "COLD is of the head only; fever, aching, chest or stomach is BELOW_NECK") @Nullable
        Illness illness,

        @Size(max = 4)
        @Schema(description = "Signs of heart and breath; each means no running until somebody has looked at it")
        @Nullable
        Set<@NotNull Symptom> symptoms,

        @Size(max = 20) @Nullable List<@NotNull @Valid Pain> pain,

        @Schema(
                description =
                        "The athlete's word that a professional has agreed to training: nothing else ends the signs of"
                                + " heart or breath of earlier mornings, or lets one of this morning be taken back")
        @Nullable
        Boolean professionalAgreed) {

    /** @param level 0 to 10 */
    record Pain(
            @NotBlank @Size(max = 60) @Pattern(regexp = "^[^\\x00-\\x1F\\x7F]*$", message = "no control characters")
            String site,

            @NotNull @Min(0) @Max(10) Integer level) {}

    /** Whether no value was entered. */
    @JsonIgnore
    boolean isEmpty() {
        return !saysAgreed()
                && Stream.of(
                                restingHeartRateBpm,
                                hrvMillis,
                                sleepHours,
                                sleepQuality,
                                soreness,
                                fatigue,
                                stress,
                                mood,
                                nutrition,
                                illness,
                                symptoms,
                                pain)
                        .allMatch(Objects::isNull);
    }

    boolean saysAgreed() {
        return professionalAgreed != null && professionalAgreed;
    }

    static WellnessEntry from(Wellness wellness) {
        return new WellnessEntry(
                orNull(wellness.restingHeartRateBpm()),
                orNull(wellness.hrvMillis()),
                orNull(wellness.sleepHours()),
                orNull(wellness.sleepQuality()),
                orNull(wellness.soreness()),
                orNull(wellness.fatigue()),
                orNull(wellness.stress()),
                orNull(wellness.mood()),
                orNull(wellness.nutrition()),
                wellness.illness().orElse(null),
                wellness.symptoms().orElse(null),
                wellness.pain()
                        .map(pains -> pains.stream()
                                .map(pain -> new Pain(pain.site(), pain.level()))
                                .toList())
                        .orElse(null),
                wellness.professionalAgreed() ? true : null);
    }

    Wellness toModel(LocalDate on, boolean byAthlete) {
        return new Wellness(
                on,
                optional(restingHeartRateBpm),
                optional(hrvMillis),
                optional(sleepHours),
                optional(sleepQuality),
                optional(soreness),
                optional(fatigue),
                optional(stress),
                optional(mood),
                optional(nutrition),
                Optional.ofNullable(illness),
                Optional.ofNullable(symptoms),
                Optional.ofNullable(pain)
                        .map(pains -> pains.stream()
                                .map(sent -> new Wellness.Pain(sent.site(), sent.level()))
                                .toList()),
                saysAgreed(),
                byAthlete);
    }
}
