package run.harrier.plan.athlete;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.model.Fitness;
import run.harrier.plan.athlete.model.SafetyNotices;
import run.harrier.plan.athlete.model.Sex;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.strength.model.RestrictedMovement;

/**
 * An athlete as the events of the athlete-service up to now describe one.
 *
 * @param sex absent where the profile names none, and for an athlete stored before sex was, until the next profile event
 * @param level BEGINNER, INTERMEDIATE or EXPERIENCED
 * @param longestRunMinutes without stopping; absent when unknown
 * @param restrictedMovements that the intake shows (S88); empty when unknown
 * @param notices the warning signs that the load-service published (D34)
 */
public record AthleteSnapshot(
        @Nullable Sex sex,
        ZoneId zone,
        String level,
        double currentWeeklyDistanceMetres,
        boolean intakeAnswered,
        boolean openInjury,
        @Nullable Integer longestRunMinutes,
        List<RestrictedMovement> restrictedMovements,
        Fitness fitness,
        SafetyNotices notices) {

    /** How long and far a session is likely to be for the athlete on that day. */
    public PaceEstimate estimate(LocalDate day) {
        return new PaceEstimate(fitness.on(day).paces());
    }

    /** The athlete's local day (D12). */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
