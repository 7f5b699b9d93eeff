package run.harrier.plan.morning.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * What a plan asks for in the week of a day, Monday to Sunday (D12).
 *
 * @param plannedSeconds of the whole week
 * @param dueSeconds of the days that are over
 */
public record PlannedWeek(long plannedSeconds, long dueSeconds) {

    /** A session as far as a week counts it. */
    public record Planned(LocalDate on, int seconds) {}

    /** Of the week that the day is in; sessions of other weeks do not matter. */
    public static PlannedWeek of(LocalDate day, List<Planned> sessions) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new PlannedWeek(seconds(sessions, monday, monday.plusDays(7)), seconds(sessions, monday, day));
    }

    private static long seconds(List<Planned> sessions, LocalDate from, LocalDate before) {
        return sessions.stream()
                .filter(session -> !session.on().isBefore(from) && session.on().isBefore(before))
                .mapToLong(Planned::seconds)
                .sum();
    }
}
