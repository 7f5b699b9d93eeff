package run.harrier.load.diary.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The runs from one local day to another, both inclusive.
 *
 * @param unknownRuns those that nothing tells the intensity of; they are in no share
 * @param greyRuns those that S22 flags, the greyest first
 */
public record DiarySpan(LocalDate from, LocalDate to, int unknownRuns, Diary diary, List<Entry> greyRuns) {

    /** @param intensity empty when it is not known */
    public record Entry(UUID activityId, LocalDate on, Optional<Diary.Run> intensity) {
        public double unplannedModerateSeconds() {
            return intensity.map(Diary.Run::unplannedModerateSeconds).orElse(0.0);
        }
    }

    public static DiarySpan of(LocalDate from, LocalDate to, List<Entry> entries) {
        var inside = entries.stream()
                .filter(entry -> !entry.on().isBefore(from) && !entry.on().isAfter(to))
                .toList();
        var known = inside.stream().flatMap(entry -> entry.intensity().stream()).toList();
        return new DiarySpan(
                from,
                to,
                inside.size() - known.size(),
                Diary.of(known),
                inside.stream()
                        .filter(entry ->
                                entry.intensity().filter(Diary.Run::grey).isPresent())
                        .sorted(Comparator.comparingDouble(Entry::unplannedModerateSeconds)
                                .reversed())
                        .toList());
    }

    /** The weeks from Monday (D12), the first and the last as far as they are inside. */
    public List<DiarySpan> weeks(List<Entry> entries) {
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(monday -> of(later(from, monday), earlier(to, monday.plusDays(6)), entries))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
