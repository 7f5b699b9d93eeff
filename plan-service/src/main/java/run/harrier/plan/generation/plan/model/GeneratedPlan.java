package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PaceEstimate;

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

    /**
     * Without quality before a day (D34). What is taken out is not due, so the other entries of the certificate stay;
     * one more says how many sessions it was.
     */
    public GeneratedPlan withQualityFrom(LocalDate first, PaceEstimate estimate) {
        var taken = weeks.stream()
                .flatMap(week -> week.sessions().stream())
                .filter(session -> session.hard() && session.on().isBefore(first))
                .count();
        if (taken == 0) {
            return this;
        }
        var all = new ArrayList<>(certificate);
        all.add(new CertificateEntry(
                "D34", "Hard sessions made easy because of a warning sign", true, null, taken, taken, null));
        return new GeneratedPlan(
                kind,
                start,
                end,
                taperFrom,
                weeks.stream()
                        .map(week -> week.withQualityFrom(first, estimate))
                        .toList(),
                all);
    }
}
