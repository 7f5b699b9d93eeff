package run.harrier.load.diary.model;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import run.harrier.contracts.model.CalendarWeek;

/**
 * The runs from one local day to another, both inclusive.
 *
 * @param unknownRuns how many runs have no known intensity; they are in no share
 * @param greyRuns the runs that S22 flags, the greyest first
 */
public record DiarySpan(LocalDate from, LocalDate to, int unknownRuns, Diary diary, List<DiaryRun> greyRuns) {

    public static DiarySpan of(LocalDate from, LocalDate to, List<DiaryRun> runs) {
        var inside = runs.stream()
                .filter(run -> !run.on().isBefore(from) && !run.on().isAfter(to))
                .toList();
        var known = inside.stream().flatMap(run -> run.intensity().stream()).toList();
        return new DiarySpan(
                from,
                to,
                inside.size() - known.size(),
                Diary.of(known),
                inside.stream()
                        .filter(run ->
                                run.intensity().filter(RunIntensity::grey).isPresent())
                        .sorted(Comparator.comparingDouble(DiaryRun::unplannedModerateSeconds)
                                .reversed())
                        .toList());
    }

    /** The weeks of the span; of the first and the last, the days that lie inside it. */
    public List<DiarySpan> weeks(List<DiaryRun> runs) {
        return CalendarWeek.of(from)
                .monday()
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(CalendarWeek::new)
                .map(week -> of(later(from, week.monday()), earlier(to, week.sunday()), runs))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
