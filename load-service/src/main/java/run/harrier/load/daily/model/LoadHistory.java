package run.harrier.load.daily.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Years of daily loads without a hole, from the first one read on. Changing a day needs no year before its own: that
 * year's carry-in stands.
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

    /**
     * One day changed: an activity late, edited or deleted, a day declared. All later years carry in anew; years
     * between are made where there are none.
     */
    public LoadHistory with(LocalDate on, UnaryOperator<Day> change) {
        List<LoadYear> changed = new ArrayList<>(reaching(on.getYear()).years);
        int at = on.getYear() - changed.getFirst().year();
        changed.set(at, changed.get(at).with(on, change.apply(changed.get(at).day(on))));
        for (int i = at + 1; i < changed.size(); i++) {
            changed.set(i, changed.get(i - 1).carriedInto(changed.get(i)));
        }
        return new LoadHistory(changed);
    }

    /** The figures of a span, both days inclusive; nothing of years before the first one read. */
    public List<DayFigures> figures(LocalDate from, LocalDate through) {
        if (years.isEmpty()) {
            return List.of();
        }
        return reaching(Math.max(years.getFirst().year(), through.getYear())).years.stream()
                .filter(year -> year.year() >= from.getYear() && year.year() <= through.getYear())
                .flatMap(year -> year.figures(through).stream())
                .filter(day -> !day.on().isBefore(from))
                .toList();
    }

    /** This history with empty years up or down to one. */
    private LoadHistory reaching(int year) {
        List<LoadYear> all = new ArrayList<>(years);
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
