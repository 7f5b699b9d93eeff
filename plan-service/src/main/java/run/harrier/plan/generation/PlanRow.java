package run.harrier.plan.generation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;

/**
 * A plan as the database keeps it. Its request, weeks and certificate are JSON, whose fields stay as they are when those
 * of the API are renamed.
 */
record PlanRow(
        UUID athleteId,
        UUID id,
        PlanKind kind,
        LocalDate start,
        LocalDate end,
        @Nullable LocalDate taperFrom,
        Instant createdAt,
        RequestRow request,
        List<WeekRow> weeks,
        List<CertificateEntryRow> certificate,
        List<String> notes,
        @Nullable Requester requestedBy) {

    record RequestRow(
            PlanKind kind,
            LocalDate start,
            @Nullable GoalRow goal,
            @Nullable Integer daysPerWeek,
            @Nullable Double currentWeeklyDistanceMetres,
            @Nullable DayOfWeek longRunDay,
            @Nullable List<DayOfWeek> noRunDays,
            @Nullable Integer qualityPerWeek,
            @Nullable Focus focus,
            @Nullable Boolean baseDone,
            @Nullable String underprepared,
            @Nullable Double maxGrowth,
            @Nullable Boolean strength,
            @Nullable Boolean blendedPhases,
            @Nullable Double weeklyHours,
            @Nullable Integer longestEasyMinutes,
            @Nullable Boolean runWalk,
            @Nullable Integer weeks,
            @Nullable Boolean effortOnly) {

        static RequestRow from(NewPlan request) {
            return new RequestRow(
                    request.kind(),
                    request.start(),
                    request.goal() == null ? null : GoalRow.from(request.goal()),
                    request.daysPerWeek(),
                    request.currentWeeklyDistanceMetres(),
                    request.longRunDay(),
                    request.noRunDays(),
                    request.qualityPerWeek(),
                    request.focus(),
                    request.baseDone(),
                    request.underprepared() == null
                            ? null
                            : request.underprepared().reason(),
                    request.maxGrowth(),
                    request.strength(),
                    request.blendedPhases(),
                    request.weeklyHours(),
                    request.longestEasyMinutes(),
                    request.runWalk(),
                    request.weeks(),
                    request.effortOnly());
        }
    }

    record GoalRow(
            double distanceMetres, LocalDate date, @Nullable Double durationSeconds) {

        private static GoalRow from(NewPlan.Goal goal) {
            return new GoalRow(goal.distanceMetres(), goal.date(), goal.durationSeconds());
        }
    }

    /** Without its sessions, which are rows of their own. */
    record WeekRow(
            LocalDate start,
            Phase phase,
            double distanceMetres,
            int durationSeconds,
            @Nullable Integer durationSecondsHighest,
            boolean down,
            double hardShare,
            double hardTimeShare) {

        static WeekRow from(TrainingWeek week) {
            return new WeekRow(
                    week.start(),
                    week.phase(),
                    Math.round(week.distanceMetres()),
                    week.durationSeconds(),
                    week.durationSecondsHighest() > week.durationSeconds() ? week.durationSecondsHighest() : null,
                    week.down(),
                    thousandths(week.hardShare()),
                    thousandths(week.hardTimeShare()));
        }

        private static double thousandths(double share) {
            return Math.round(1000 * share) / 1000.0;
        }
    }

    record CertificateEntryRow(
            String rule,
            String text,
            boolean holds,
            @Nullable Integer closestWeek,
            double value,
            double limit,
            @Nullable String override,
            boolean yielded) {

        static CertificateEntryRow from(CertificateEntry entry) {
            return new CertificateEntryRow(
                    entry.rule(),
                    entry.text(),
                    entry.holds(),
                    entry.closestWeek(),
                    entry.value(),
                    entry.limit(),
                    entry.override(),
                    entry.yielded());
        }

        CertificateEntry toModel() {
            return new CertificateEntry(rule, text, holds, closestWeek, value, limit, override, yielded);
        }
    }
}
