package run.harrier.contracts.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A week of the calendar, Monday to Sunday (D12). */
public record CalendarWeek(LocalDate monday) {

    public CalendarWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week starts on a Monday, not on " + monday);
        }
    }

    /** The week that the day lies in. */
    public static CalendarWeek of(LocalDate day) {
        return new CalendarWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }
}
