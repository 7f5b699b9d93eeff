package run.harrier.plan.calendar.model;

import java.time.LocalDate;
import java.time.ZoneId;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.athlete.model.FitnessHistory;

/**
 * The fitness that the paces of an athlete's sessions come from (D17).
 *
 * @param today the athlete's
 */
public record SessionFitness(FitnessHistory history, LocalDate today, ZoneId zone) {

    public InForce of(CalendarSession session) {
        var asOf = session.fitnessAsOf(today, zone);
        return history.knownBy(asOf.knownBy()).on(asOf.day());
    }
}
