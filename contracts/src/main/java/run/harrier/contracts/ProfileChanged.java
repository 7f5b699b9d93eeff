package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the athlete is, as far as the other services need it.
 *
 * @param sex FEMALE or MALE
 * @param timeZone an IANA name
 * @param level BEGINNER, INTERMEDIATE or EXPERIENCED
 * @param currentWeeklyDistanceMetres what the athlete runs in a usual week
 * @param intake absent until the athlete has answered it (S1)
 */
public record ProfileChanged(
        UUID athleteId,
        String displayName,
        LocalDate birthDate,
        String sex,
        String timeZone,
        String level,
        double currentWeeklyDistanceMetres,
        @Nullable Intake intake)
        implements Event {

    /** The movements that an intake may show to be restricted. */
    public static final List<String> RESTRICTED_MOVEMENTS = List.of(
            "ANKLE_BEND",
            "TOE_BEND",
            "KNEE_BEND",
            "HIP_EXTENSION",
            "HIP_ROTATION",
            "SINGLE_LEG_CONTROL",
            "TRUNK_ROTATION",
            "UPRIGHT_POSTURE",
            "ARM_SWING");

    /**
     * What of the intake changes a plan.
     *
     * @param openInjury whether an injury that is not healed was reported
     * @param longestRunMinutes the longest run without stopping; absent when unknown (S60)
     * @param restrictedMovements of {@link #RESTRICTED_MOVEMENTS}, which may become more (S88); absent in events from
     *     before movement was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Intake(
            boolean openInjury,
            @Nullable Integer longestRunMinutes,
            @Nullable List<String> restrictedMovements) {

        public Intake {
            restrictedMovements = restrictedMovements == null ? null : List.copyOf(restrictedMovements);
        }
    }
}
