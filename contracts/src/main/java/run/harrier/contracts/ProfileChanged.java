package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
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

    /**
     * What of the intake changes a plan.
     *
     * @param openInjury whether an injury that is not healed was reported
     * @param longestRunMinutes the longest run without stopping; absent when unknown (S60)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Intake(boolean openInjury, @Nullable Integer longestRunMinutes) {}
}
