package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import run.harrier.plan.athlete.model.FitnessHistory;
import run.harrier.plan.session.model.PlannedSession;
import run.harrier.plan.session.model.SessionKind;

/**
 * A session in the calendar, as it is after its revisions.
 *
 * @param revision counts every change of it from 1; 0 as generated
 * @param originalDay the generated one
 * @param plannedAt when its plan was made
 */
public record CalendarSession(
        UUID id, UUID planId, int revision, LocalDate originalDay, Instant plannedAt, PlannedSession planned) {

    /** Which fitness its steps are resolved with: the newest known by then, and of it the number on that day. */
    public record Reading(Instant knownBy, LocalDate on) {}

    public LocalDate day() {
        return planned.on();
    }

    /** Its next revision. */
    public CalendarSession become(PlannedSession other) {
        return new CalendarSession(id, planId, revision + 1, originalDay, plannedAt, other);
    }

    /**
     * D17: a session of today or later reads what is known now and in force today; one whose day is over keeps what
     * was known when that day ended, or when the plan was made if that was later.
     */
    public Reading reading(LocalDate today, ZoneId zone) {
        if (!day().isBefore(today)) {
            return new Reading(FitnessHistory.NEWEST, today);
        }
        var end = day().plusDays(1).atStartOfDay(zone).toInstant();
        return new Reading(end.isAfter(plannedAt) ? end : plannedAt, day());
    }

    /**
     * D20 for a session without an activity: MISSED when its day is over, unless the day asked for nothing, left rest
     * as a choice (S65), or was over before the plan was made.
     */
    public Optional<Verdict> verdict(LocalDate today, ZoneId zone) {
        var optional =
                planned.kind() == SessionKind.REST || planned.alternatives().contains(SessionKind.REST);
        var plannedAfter = day().isBefore(LocalDate.ofInstant(plannedAt, zone));
        return optional || plannedAfter || !day().isBefore(today) ? Optional.empty() : Optional.of(Verdict.MISSED);
    }
}
