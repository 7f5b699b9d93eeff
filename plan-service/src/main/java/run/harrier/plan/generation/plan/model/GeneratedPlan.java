package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PlannedSession;

/**
 * A finished plan.
 *
 * @param start a Monday
 * @param end the last day with something planned: race day, or the last Sunday of a base plan
 * @param taperFrom the day the taper starts; absent in a base plan
 */
public record GeneratedPlan(
        PlanKind kind,
        LocalDate start,
        LocalDate end,
        @Nullable LocalDate taperFrom,
        List<Week> weeks,
        List<CertificateEntry> certificate) {

    public GeneratedPlan {
        weeks = List.copyOf(weeks);
        certificate = List.copyOf(certificate);
    }

    /**
     * A Monday to Sunday. Distance and time are estimates of its running; the race itself is not counted in them, so
     * that a taper can be seen to fall.
     *
     * @param number from 1
     * @param phase that of its Monday (D7)
     * @param durationSecondsHighest more than {@code durationSeconds} only where a session is given as a range (S61)
     * @param hardShare hard sessions (quality, test and race) as a share of the running sessions (D2), 0 to 1
     * @param hardTimeShare T, I, R, test and race as a share of the running time (D2), 0 to 1
     */
    public record Week(
            int number,
            LocalDate start,
            Phase phase,
            double distanceMetres,
            int durationSeconds,
            int durationSecondsHighest,
            boolean down,
            double hardShare,
            double hardTimeShare,
            List<PlannedSession> sessions) {

        public Week {
            sessions = List.copyOf(sessions);
        }
    }
}
