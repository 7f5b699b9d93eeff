package run.harrier.plan.squad.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.model.CalendarWeek;
import run.harrier.plan.calendar.model.Outcome;
import run.harrier.plan.calendar.model.Verdict;
import run.harrier.plan.prescription.model.SessionKind;

/**
 * What a plan asks for in the week of a day, Monday to Sunday (D12), and what of it did not go as planned (D20).
 *
 * @param plannedSeconds of the whole week's runs
 * @param dueSeconds of those of the days that are over
 * @param offPlan the runs of the week up to the day that were missed, shortened or harder, in order; on a Monday also
 *     Sunday's, which were not over when the last week was read
 */
public record PlannedWeek(long plannedSeconds, long dueSeconds, List<OffPlanRun> offPlan) {

    /**
     * A session as far as a week counts it.
     *
     * @param plannedOn when its plan was made
     * @param restAllowed whether rest may be taken instead (S65)
     * @param verdict how it went with its activity; absent without one
     */
    public record WeekSession(
            LocalDate on,
            int seconds,
            SessionKind kind,
            boolean quality,
            boolean restAllowed,
            LocalDate plannedOn,
            @Nullable Verdict verdict) {

        private Optional<Verdict> verdict(LocalDate today) {
            return verdict == null
                    ? Outcome.withoutActivity(kind, restAllowed, on, plannedOn, today)
                    : Optional.of(verdict);
        }
    }

    /** A run that went otherwise than planned. */
    public record OffPlanRun(LocalDate on, SessionKind kind, boolean quality, Verdict verdict) {}

    public PlannedWeek {
        offPlan = List.copyOf(offPlan);
    }

    /**
     * Of the week that the day is in; sessions of other weeks do not matter.
     *
     * @param today the athlete's: what lies before it and was not done was missed
     */
    public static PlannedWeek of(LocalDate day, LocalDate today, List<WeekSession> sessions) {
        var monday = CalendarWeek.of(day).monday();
        var first = day.equals(monday) ? day.minusDays(1) : monday;
        var over = day.isBefore(today) ? day : today;
        return new PlannedWeek(
                seconds(sessions, monday, monday.plusDays(7)),
                seconds(sessions, monday, day),
                sessions.stream()
                        .filter(session -> session.kind().running())
                        .filter(session -> isWithin(session, first, day.plusDays(1)))
                        .flatMap(session -> session
                                .verdict(over)
                                .filter(verdict -> verdict != Verdict.DONE)
                                .map(verdict ->
                                        new OffPlanRun(session.on(), session.kind(), session.quality(), verdict))
                                .stream())
                        .sorted(Comparator.comparing(OffPlanRun::on))
                        .toList());
    }

    private static long seconds(List<WeekSession> sessions, LocalDate from, LocalDate before) {
        return sessions.stream()
                .filter(session -> session.kind().running())
                .filter(session -> isWithin(session, from, before))
                .mapToLong(WeekSession::seconds)
                .sum();
    }

    private static boolean isWithin(WeekSession session, LocalDate from, LocalDate before) {
        return !session.on().isBefore(from) && session.on().isBefore(before);
    }
}
