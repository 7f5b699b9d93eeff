package run.harrier.athlete.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.profile.model.MovementAnswers;
import run.harrier.athlete.profile.model.MovementAnswers.Place;
import run.harrier.athlete.profile.model.MovementAnswers.Sitting;
import run.harrier.athlete.profile.model.MovementAnswers.TiredPosture;
import run.harrier.athlete.profile.model.MovementAnswers.WeakerSide;

/** The five answers that a plan waits for (S1); each may be {@link #UNKNOWN}, none may be left out. */
record Intake(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = WITHOUT_NUL, message = NUL)
        @Schema(description = "In words, or UNKNOWN")
        String posture,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = WITHOUT_NUL, message = NUL)
        @Schema(description = "In words, or UNKNOWN")
        String mobility,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = WITHOUT_NUL, message = NUL)
        @Schema(description = "In words, or UNKNOWN")
        String movementQuality,

        @NotNull
        @Size(max = 50)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Schema(
                oneOf = {Injury[].class, String.class},
                description = "Recent injuries, an empty list for none; or the word UNKNOWN instead of the list")
        List<@NotNull @Valid Injury> injuries,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = WITHOUT_NUL, message = NUL)
        @Schema(description = "Current running, in words, or UNKNOWN")
        String habits,

        @Min(0)
        @Max(1440)
        @Schema(description = "The longest run without stopping (S60); absent when unknown")
        @Nullable
        Integer longestRunMinutes,

        @Valid @Schema(description = "How the athlete moves, by choice (S88); absent when unknown") @Nullable
        Movement movement) {
    static final String UNKNOWN = "UNKNOWN";
    private static final String WITHOUT_NUL = "^[^\\x00]*$";
    private static final String NUL = "must not hold the character 0";

    boolean injuriesAreUnknown() {
        return injuries.contains(Injury.UNKNOWN_INJURIES);
    }

    /**
     * How the athlete moves, by choice; what is absent is unknown.
     *
     * @param stiff empty for nowhere
     */
    record Movement(
            @Schema(description = "On a usual day") @Nullable
            Sitting sitting,

            @Schema(description = "The side that is weaker, stiffer or more often sore") @Nullable
            WeakerSide weakerSide,

            @Size(max = 8) @Schema(description = "Where; an empty list for nowhere") @Nullable
            List<@NotNull Place> stiff,

            @Schema(description = "At the end of a long or hard run") @Nullable
            TiredPosture postureWhenTired) {
        static final Movement UNKNOWN = new Movement(null, null, null, null);

        MovementAnswers toModel() {
            return new MovementAnswers(
                    sitting == null ? Sitting.UNKNOWN : sitting,
                    weakerSide == null ? WeakerSide.UNKNOWN : weakerSide,
                    stiff == null ? List.of() : stiff,
                    postureWhenTired == null ? TiredPosture.UNKNOWN : postureWhenTired);
        }
    }

    /** @param open whether it is not healed */
    @Schema(
            type = SchemaType.OBJECT,
            requiredProperties = {"site", "open"})
    record Injury(
            @NotBlank @Size(max = 100) @Pattern(regexp = WITHOUT_NUL, message = NUL)
            String site,

            @NotNull Boolean open) {
        static final Injury UNKNOWN_INJURIES = new Injury(UNKNOWN, false);

        @JsonCreator
        static Injury of(String word) {
            if (!UNKNOWN.equals(word)) {
                throw new IllegalArgumentException("an injury has a site and is open or not");
            }
            return UNKNOWN_INJURIES;
        }
    }
}
