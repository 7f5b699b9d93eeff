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
 * @param notes what the plan could not give as it was asked, in sentences (D27, D33, D43)
 */
public record GeneratedPlan(
        PlanKind kind,
        LocalDate start,
        LocalDate end,
        @Nullable LocalDate taperFrom,
        List<TrainingWeek> weeks,
        List<CertificateEntry> certificate,
        List<String> notes) {

    public GeneratedPlan {
        weeks = List.copyOf(weeks);
        certificate = List.copyOf(certificate);
        notes = List.copyOf(notes);
    }

    public GeneratedPlan certified(List<CertificateEntry> certificate) {
        return new GeneratedPlan(kind, start, end, taperFrom, weeks, certificate, notes);
    }

    /** A rule does not hold because somebody insisted (D4, D13, D25). */
    public boolean overridden() {
        return certificate.stream().anyMatch(entry -> entry.override() != null);
    }

    /**
     * Without quality before a day (D34). What is taken out is not due, so the other entries of the certificate stay;
     * one more counts what is left of it.
     */
    public GeneratedPlan withQualityFrom(LocalDate first, PaceEstimate estimate) {
        if (hardBefore(weeks, first) == 0) {
            return this;
        }
        var guarded = weeks.stream()
                .map(week -> week.withQualityFrom(first, estimate))
                .toList();
        var left = hardBefore(guarded, first);
        var entries = new ArrayList<>(certificate);
        entries.add(new CertificateEntry(
                "D34",
                "hard sessions before " + first + ", while a warning sign guards",
                left == 0,
                null,
                left,
                0,
                null));
        return new GeneratedPlan(kind, start, end, taperFrom, guarded, entries, notes);
    }

    private static long hardBefore(List<TrainingWeek> weeks, LocalDate first) {
        return weeks.stream()
                .flatMap(week -> week.sessions().stream())
                .filter(session -> session.hard() && session.on().isBefore(first))
                .count();
    }
}
