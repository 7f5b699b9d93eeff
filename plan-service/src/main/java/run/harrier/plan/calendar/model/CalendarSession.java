package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.model.FitnessHistory;
import run.harrier.plan.athlete.model.SafetyNotices;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Softening;

/**
 * A session in the calendar, as it is after its revisions.
 *
 * @param revision counts every change of it from 1; 0 as generated
 * @param originalDay the generated one
 * @param plannedAt when its plan was made
 * @param effortOnly its plan was asked for without paces (S9)
 * @param plannedSeconds an estimate of its duration
 * @param activity what was done; absent as long as nothing was
 * @param place absent in a plan of before places were kept
 */
public record CalendarSession(
        UUID id,
        UUID planId,
        int revision,
        LocalDate originalDay,
        Instant plannedAt,
        boolean effortOnly,
        PlannedSession planned,
        int plannedSeconds,
        @Nullable CompletedActivity activity,
        @Nullable PlaceInPlan place) {

    public LocalDate day() {
        return planned.on();
    }

    public @Nullable UUID activityId() {
        return activity == null ? null : activity.id();
    }

    public boolean done() {
        return activity != null;
    }

    /** Its next revision. */
    public CalendarSession revised(PlannedSession other) {
        return new CalendarSession(
                id, planId, revision + 1, originalDay, plannedAt, effortOnly, other, plannedSeconds, activity, place);
    }

    public CalendarSession matched(@Nullable CompletedActivity other) {
        return new CalendarSession(
                id, planId, revision, originalDay, plannedAt, effortOnly, planned, plannedSeconds, other, place);
    }

    /**
     * As it is shown under the athlete's notices (D34): on a day without running all work is rest, and on a day that must be
     * easy nothing hard. What is done stays what it was.
     */
    public CalendarSession under(SafetyNotices notices, LocalDate today) {
        if (done() || planned.kind() == SessionKind.REST) {
            return this;
        }
        var against = notices.against(day(), today);
        if (against.isPresent()) {
            return with(Softening.noRunning(day(), against.get().heart()));
        }
        return planned.hard() && notices.easyOn(day(), today)
                ? with(Softening.easy(planned, plannedSeconds, Set.of()))
                : this;
    }

    private CalendarSession with(PlannedSession other) {
        return new CalendarSession(
                id, planId, revision, originalDay, plannedAt, effortOnly, other, plannedSeconds, activity, place);
    }

    /**
     * D17: a session of today or later reads what is known now and in force today. One that is done, or whose day is
     * over, keeps what was known then, or when the plan was made if that was later.
     */
    public FitnessAsOf fitnessAsOf(LocalDate today, ZoneId zone) {
        if (!done() && !day().isBefore(today)) {
            return new FitnessAsOf(today, FitnessHistory.NEWEST);
        }
        var end = day().plusDays(1).atStartOfDay(zone).toInstant();
        var over = activity != null && activity.knownAt().isBefore(end) ? activity.knownAt() : end;
        return new FitnessAsOf(day(), over.isAfter(plannedAt) ? over : plannedAt);
    }
}
