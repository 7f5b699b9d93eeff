package run.harrier.load.series.model;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A year of daily loads: a cell for each day, and the part that is carried in from before.
 *
 * <p>Carried in are the last {@value #LEAD} days of the year before and the curves as they stood before those, so every
 * figure of a year follows from the year alone. A change in one year changes the part that later years carry in, never
 * their own cells: {@link #carriedInto} computes it anew, and the series is that of the same activities in order.
 */
public final class LoadYear {
    public static final int LEAD = 28;

    private static final int USUAL_WEEKS = 8;

    private final int year;
    private final Curves carriedIn;
    private final Day[] lead;
    private final Day[] days;

    private LoadYear(int year, Curves carriedIn, Day[] lead, Day[] days) {
        this.year = year;
        this.carriedIn = carriedIn;
        this.lead = lead;
        this.days = days;
    }

    /** A year before which there is no record. */
    public static LoadYear first(int year) {
        return new LoadYear(year, Curves.START, empty(LEAD), empty(Year.of(year).length()));
    }

    /** A year of 28 days that are carried in and a day for each of its own. */
    public static LoadYear of(int year, Curves carriedIn, List<Day> lead, List<Day> days) {
        if (lead.size() != LEAD || days.size() != Year.of(year).length()) {
            throw new IllegalArgumentException("not the days of " + year);
        }
        return new LoadYear(year, carriedIn, lead.toArray(Day[]::new), days.toArray(Day[]::new));
    }

    private static Day[] empty(int length) {
        var none = new Day[length];
        Arrays.fill(none, Day.EMPTY);
        return none;
    }

    public int year() {
        return year;
    }

    public Curves carriedIn() {
        return carriedIn;
    }

    public List<Day> lead() {
        return List.of(lead);
    }

    public List<Day> days() {
        return List.of(days);
    }

    public Day day(LocalDate on) {
        return days[index(on)];
    }

    public LoadYear with(LocalDate on, Day day) {
        var changed = days.clone();
        changed[index(on)] = day;
        return new LoadYear(year, carriedIn, lead, changed);
    }

    /** The next year with an empty record of its own. */
    public LoadYear next() {
        return carriedInto(first(year + 1));
    }

    /** The next year with its own cells, and the part that this year now carries into it. */
    public LoadYear carriedInto(LoadYear next) {
        if (next.year != year + 1) {
            throw new IllegalArgumentException(next.year + " does not follow " + year);
        }
        var all = all();
        var until = all.length - LEAD;
        var curves = carriedIn;
        for (int i = 0; i < until; i++) {
            curves = curves.after(dayAt(i), all[i]);
        }
        return new LoadYear(next.year, curves, Arrays.copyOfRange(all, until, all.length), next.days);
    }

    /** The figures of each day of this year up to one, inclusive. */
    public List<DayFigures> figures(LocalDate through) {
        var figures = new ArrayList<DayFigures>();
        var all = all();
        var fitness = new double[all.length];
        var curves = carriedIn;
        for (int i = 0; i < all.length && !dayAt(i).isAfter(through); i++) {
            var yesterday = curves;
            curves = curves.after(dayAt(i), all[i]);
            fitness[i] = curves.fitness();
            if (i >= LEAD) {
                figures.add(figures(all, i, yesterday, curves, fitness));
            }
        }
        return figures;
    }

    private DayFigures figures(Day[] all, int i, Curves yesterday, Curves curves, double[] fitness) {
        var on = dayAt(i);
        var firstDay = curves.firstDay().orElse(LocalDate.MAX);
        var acute = window(all, i - Acwr.ACUTE_DAYS + 1, i, firstDay);
        var before = window(all, i - Acwr.DAYS + 1, i - Acwr.ACUTE_DAYS, firstDay);
        var whole = new Window(acute.sum + before.sum, acute.known + before.known);
        return new DayFigures(
                on,
                all[i].load(),
                state(all[i], on, firstDay),
                curves.fitness(),
                curves.fatigue(),
                yesterday.fitness() - yesterday.fatigue(),
                acwr(Acwr.Method.COUPLED, acute.mean(), whole.mean(), whole.known),
                acwr(Acwr.Method.UNCOUPLED, acute.mean(), before.mean(), whole.known),
                acwr(Acwr.Method.EWMA, curves.acute(), curves.chronic(), whole.known),
                acute.known == Acwr.ACUTE_DAYS ? Optional.of(monotony(all, i)) : Optional.empty(),
                on.minusDays(7).isBefore(firstDay)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(fitness[i] - fitness[i - 7]),
                weeks(all, i));
    }

    private static Monotony monotony(Day[] all, int last) {
        return Monotony.of(
                Arrays.stream(all, last - Acwr.ACUTE_DAYS + 1, last + 1)
                        .mapToDouble(Day::runningLoad)
                        .toArray(),
                weekLoad(all, last));
    }

    private static DayFigures.Weeks weeks(Day[] all, int last) {
        var first = last - Acwr.DAYS + 1;
        var running = (int) Arrays.stream(all, first, last + 1)
                .filter(day -> day.runningLoad() > 0)
                .count();
        var ended = IntStream.rangeClosed(first + Acwr.ACUTE_DAYS - 1, last).mapToDouble(end -> weekLoad(all, end));
        var before = IntStream.rangeClosed(1, USUAL_WEEKS)
                .map(ago -> last - ago * Acwr.ACUTE_DAYS)
                .filter(end -> end >= Acwr.ACUTE_DAYS - 1)
                .mapToDouble(end -> weekLoad(all, end))
                .filter(load -> load > 0);
        return new DayFigures.Weeks(running, weekLoad(all, last), median(ended), median(before));
    }

    private static double weekLoad(Day[] all, int last) {
        double sum = 0;
        for (int i = last - Acwr.ACUTE_DAYS + 1; i <= last; i++) {
            sum += all[i].load();
        }
        return sum;
    }

    private static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static Optional<Acwr> acwr(Acwr.Method method, double acute, double chronic, int known) {
        return chronic > 0
                ? Optional.of(new Acwr(acute / chronic, method, known, known < Acwr.DAYS))
                : Optional.empty();
    }

    private static DayFigures.State state(Day day, LocalDate on, LocalDate firstDay) {
        if (day.activities() > 0) {
            return DayFigures.State.TRAINED;
        }
        return switch (day.absence()) {
            case NO_DATA -> DayFigures.State.NO_DATA;
            case NOT_WORN -> DayFigures.State.NOT_WORN;
            case NONE -> on.isBefore(firstDay) ? DayFigures.State.NO_DATA : DayFigures.State.REST;
        };
    }

    /** The loads of the known days of a span. */
    private record Window(double sum, int known) {
        double mean() {
            return known == 0 ? 0 : sum / known;
        }
    }

    private Window window(Day[] all, int from, int until, LocalDate firstDay) {
        double sum = 0;
        int known = 0;
        for (int i = from; i <= until; i++) {
            if (all[i].known() && !dayAt(i).isBefore(firstDay)) {
                sum += all[i].load();
                known++;
            }
        }
        return new Window(sum, known);
    }

    private Day[] all() {
        var all = Arrays.copyOf(lead, LEAD + days.length);
        System.arraycopy(days, 0, all, LEAD, days.length);
        return all;
    }

    private LocalDate dayAt(int index) {
        return LocalDate.of(year, 1, 1).plusDays(index - LEAD);
    }

    private int index(LocalDate on) {
        if (on.getYear() != year) {
            throw new IllegalArgumentException(on + " is not in " + year);
        }
        return on.getDayOfYear() - 1;
    }
}
