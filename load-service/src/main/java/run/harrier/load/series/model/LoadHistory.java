package run.harrier.load.series.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Years of daily loads without a gap. To change a day, no year before its own is needed: that year has the part that it
 * carries in.
 */
public record LoadHistory(List<LoadYear> years) {
    public LoadHistory {
        years = List.copyOf(years);
        for (int i = 1; i < years.size(); i++) {
            if (years.get(i).year() != years.get(i - 1).year() + 1) {
                throw new IllegalArgumentException(
                        "a year is missing before " + years.get(i).year());
            }
        }
    }

    public static LoadHistory empty() {
        return new LoadHistory(List.of());
    }

    /** The history with one day changed: by an activity that is late, edited or deleted, or by a declared absence. */
    public LoadHistory with(LocalDate on, UnaryOperator<Day> change) {
        return with(Map.of(on, change));
    }

    /**
     * The history with some days changed. The later years carry in anew, once for all days; missing years between are
     * added.
     */
    public LoadHistory with(Map<LocalDate, UnaryOperator<Day>> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var first = Collections.min(changes.keySet());
        var last = Collections.max(changes.keySet());
        var changed = new ArrayList<LoadYear>(reaching(first.getYear()).reaching(last.getYear()).years);
        var from = first.getYear() - changed.getFirst().year();
        changes.forEach((on, change) -> {
            var at = on.getYear() - changed.getFirst().year();
            changed.set(
                    at, changed.get(at).with(on, change.apply(changed.get(at).day(on))));
        });
        for (int i = from + 1; i < changed.size(); i++) {
            changed.set(i, changed.get(i - 1).carriedInto(changed.get(i)));
        }
        return new LoadHistory(changed);
    }

    /** The figures of a span, both days inclusive; years that are not in this history have no record. */
    public List<DayFigures> figures(LocalDate from, LocalDate through) {
        return reaching(from.getYear()).reaching(through.getYear()).years.stream()
                .filter(year -> year.year() >= from.getYear() && year.year() <= through.getYear())
                .flatMap(year -> year.figures(through).stream())
                .filter(day -> !day.on().isBefore(from))
                .toList();
    }

    /** This history with empty years added until it has this one. */
    private LoadHistory reaching(int year) {
        var all = new ArrayList<LoadYear>(years);
        if (all.isEmpty()) {
            all.add(LoadYear.first(year));
        }
        while (all.getLast().year() < year) {
            all.add(all.getLast().next());
        }
        while (all.getFirst().year() > year) {
            all.addFirst(LoadYear.first(all.getFirst().year() - 1));
        }
        return new LoadHistory(all);
    }
}
