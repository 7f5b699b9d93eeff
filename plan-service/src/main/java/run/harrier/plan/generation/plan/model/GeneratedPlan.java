package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<TrainingWeek> weeks,
        List<CertificateEntry> certificate) {

    public GeneratedPlan {
        weeks = List.copyOf(weeks);
        certificate = List.copyOf(certificate);
    }
}
