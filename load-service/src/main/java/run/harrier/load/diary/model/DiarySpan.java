package run.harrier.load.diary.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;

/**
 * The runs from one local day to another, both inclusive.
 *
 * @param unknownRuns those that nothing tells the intensity of; they are in no share
 * @param greyRuns those that S22 flags, the greyest first
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

    /** The weeks from Monday (D12), the first and the last as far as they are inside. */
    public List<DiarySpan> weeks(List<DiaryRun> runs) {
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(monday -> of(later(from, monday), earlier(to, monday.plusDays(6)), runs))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
