package run.harrier.plan.revision.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import run.harrier.contracts.model.CalendarWeek;
import run.harrier.plan.prescription.model.SessionKind;

/**
 * A move of a session to another day by hand. It is never refused; {@link #warnings} are the rules that it breaks.
 *
 * @param session as it was
 * @param others the rest of the calendar
 * @param noRunDays of the session's plan (U4)
 */
public record Move(CalendarEntry session, LocalDate to, List<CalendarEntry> others, Set<DayOfWeek> noRunDays) {
    private static final double HIGHEST_RISE = 1.10;

    /** @param distanceMetres an estimate, where the session is by time */
    public record CalendarEntry(UUID id, LocalDate day, SessionKind kind, boolean quality, double distanceMetres) {

        boolean running() {
            return kind.running();
        }

        boolean hard() {
            return quality || kind.raced();
        }

        boolean inWeekOf(LocalDate other) {
            return monday(day).equals(monday(other));
        }

        CalendarEntry on(LocalDate other) {
            return new CalendarEntry(id, other, kind, quality, distanceMetres);
        }
    }

    /** A rule of the requirements that the move breaks. */
    public record Warning(String rule, String text) {}

    public Move {
        others = List.copyOf(others);
        noRunDays = Set.copyOf(noRunDays);
    }

    public List<Warning> warnings() {
        var broken = new ArrayList<Warning>();
        raceDay(broken);
        if (session.hard() && others.stream().anyMatch(this::isHardBeside)) {
            broken.add(new Warning("S24", "Two hard sessions would be on the same day or on days side by side."));
        }
        if (session.running() && session.kind() != SessionKind.RACE && noRunDays.contains(to.getDayOfWeek())) {
            broken.add(new Warning("U4", "The athlete asked for no running on this day of the week."));
        }
        if (session.running()
                && others.stream()
                        .anyMatch(other -> other.running() && other.day().equals(to))) {
            broken.add(new Warning("U4", "There would be two runs on this day."));
        }
        if (!session.inWeekOf(to)) {
            newWeek(broken);
        }
        if (freeDays(after()) == 0 && freeDays(before()) > 0) {
            broken.add(new Warning("S39", "The week would have no day without a run."));
        }
        return broken;
    }

    private void raceDay(List<Warning> broken) {
        if (session.kind() == SessionKind.RACE) {
            broken.add(
                    new Warning("D15", "The plan leads to the race on its day; the rest of it does not move along."));
        } else if (session.running()
                && others.stream()
                        .anyMatch(other ->
                                other.kind() == SessionKind.RACE && other.day().equals(to))) {
            broken.add(new Warning("D15", "This is race day."));
        }
    }

    /** A hard session at most one day from the new day. */
    private boolean isHardBeside(CalendarEntry other) {
        return other.hard() && Math.abs(ChronoUnit.DAYS.between(other.day(), to)) <= 1;
    }

    private void newWeek(List<Warning> broken) {
        var hard = after().filter(CalendarEntry::hard)
                .filter(entry -> entry.inWeekOf(to))
                .count();
        var most = mondays()
                .mapToLong(monday -> before().filter(entry -> entry.hard() && entry.inWeekOf(monday))
                        .count())
                .max()
                .orElse(hard);
        if (session.hard() && hard > most) {
            broken.add(new Warning("D13", "The week would have %d hard sessions, more than any now.".formatted(hard)));
        }
        var highestEarlier = mondays()
                .filter(monday -> monday.isBefore(monday(to)))
                .mapToDouble(monday -> distanceMetres(before(), monday))
                .max();
        var distance = distanceMetres(after(), to);
        if (session.running() && highestEarlier.isPresent() && distance > HIGHEST_RISE * highestEarlier.getAsDouble()) {
            broken.add(new Warning(
                    "S53",
                    "The week would have %.0f km, more than 10 %% above the highest earlier week (%.0f km)."
                            .formatted(distance / 1000, highestEarlier.getAsDouble() / 1000)));
        }
    }

    private Stream<CalendarEntry> before() {
        return Stream.concat(others.stream(), Stream.of(session));
    }

    private Stream<CalendarEntry> after() {
        return Stream.concat(others.stream(), Stream.of(session.on(to)));
    }

    private Stream<LocalDate> mondays() {
        return before().map(entry -> monday(entry.day())).distinct();
    }

    private static double distanceMetres(Stream<CalendarEntry> entries, LocalDate week) {
        return entries.filter(entry -> entry.running() && entry.inWeekOf(week))
                .mapToDouble(CalendarEntry::distanceMetres)
                .sum();
    }

    private long freeDays(Stream<CalendarEntry> entries) {
        return 7
                - entries.filter(entry -> entry.running() && entry.inWeekOf(to))
                        .map(CalendarEntry::day)
                        .distinct()
                        .count();
    }

    private static LocalDate monday(LocalDate day) {
        return CalendarWeek.of(day).monday();
    }
}
