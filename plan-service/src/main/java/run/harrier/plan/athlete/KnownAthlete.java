package run.harrier.plan.athlete;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.model.Fitness;

/**
 * What the athlete-service has told of an athlete up to now.
 *
 * @param level BEGINNER, INTERMEDIATE or EXPERIENCED
 * @param longestRunMinutes without stopping; absent when unknown
 */
public record KnownAthlete(
        ZoneId zone,
        String level,
        double currentWeeklyDistanceMetres,
        boolean intakeAnswered,
        boolean openInjury,
        @Nullable Integer longestRunMinutes,
        Fitness fitness) {

    /** The athlete's local day (D12). */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
