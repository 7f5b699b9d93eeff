package run.harrier.athlete.profile;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.platform.problem.ProblemException;

/** The profile as the athlete writes it; every field can be changed later. */
record Profile(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "^[^\\x00-\\x1F\\x7F]*$", message = "must not hold control characters")
        String displayName,

        @NotNull LocalDate birthDate,
        @NotNull Sex sex,

        @NotNull
        @Size(max = 64)
        @Schema(description = "An IANA name; days are the athlete's local days", examples = "Pacific/Auckland")
        String timeZone,

        @NotNull Level level,

        @NotNull @DecimalMin("0") @DecimalMax("400000") @Schema(description = "What the athlete runs in a usual week")
        Double currentWeeklyDistanceMetres) {
    /** Zones that Java adds to those of IANA, and that no database knows. */
    private static final String OF_JAVA_ONLY = "SystemV/";

    private static final int YOUNGEST_YEARS = 8;
    private static final int OLDEST_YEARS = 110;

    enum Sex {
        FEMALE,
        MALE
    }

    enum Level {
        BEGINNER,
        INTERMEDIATE,
        EXPERIENCED
    }

    /** Checks the time zone and the age, which annotations cannot; a 422 problem names the field. */
    void validate(LocalDate today) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone) || timeZone.startsWith(OF_JAVA_ONLY)) {
            throw ProblemException.impossibleAt(
                    "/timeZone",
                    "must be the IANA name of a time zone, such as Europe/Berlin; not an offset and not an abbreviation");
        }
        if (birthDate.isAfter(today.minusYears(YOUNGEST_YEARS)) || birthDate.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw ProblemException.impossibleAt(
                    "/birthDate", "must be %d to %d years ago".formatted(YOUNGEST_YEARS, OLDEST_YEARS));
        }
    }
}
