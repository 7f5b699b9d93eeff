package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Paces;

/**
 * What is known of the athlete when a plan is made.
 *
 * @param intakeAnswered all five questions answered, UNKNOWN being an answer (S1)
 * @param openInjury the intake reports one (D5)
 * @param longestRunMinutes without stopping (S60); absent when unknown
 * @param lastResult the newest race or time trial, whose day D14 counts from
 * @param paces of the fitness in force; empty without a result (D16)
 * @param record what was run before the plan
 */
public record AthleteFacts(
        Level level,
        double currentWeeklyDistanceMetres,
        boolean intakeAnswered,
        boolean openInjury,
        @Nullable Integer longestRunMinutes,
        @Nullable LastResult lastResult,
        Optional<Paces> paces,
        TrainingRecord record) {

    public record LastResult(LocalDate on, double distanceMetres) {}

    /** The same athlete as another would be judged (S2). */
    public AthleteFacts at(Level other) {
        return new AthleteFacts(
                other,
                currentWeeklyDistanceMetres,
                intakeAnswered,
                openInjury,
                longestRunMinutes,
                lastResult,
                paces,
                record);
    }

    public PaceEstimate estimate() {
        var easy = record.easySecondsPerKm();
        return new PaceEstimate(
                paces.orElse(null), easy != null ? easy : level.easySecondsPerKm(currentWeeklyDistanceMetres));
    }

    /**
     * The weekly distance that a plan starts from and rises from (S53, D4).
     *
     * @param requested by the plan's request; absent for that of the profile
     */
    public double currentWeeklyDistanceMetres(@Nullable Double requested) {
        return requested != null ? requested : currentWeeklyDistanceMetres;
    }
}
