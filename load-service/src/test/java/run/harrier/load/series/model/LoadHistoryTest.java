package run.harrier.load.series.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random histories over up to four years: what order things arrive in makes no difference. */
class LoadHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
    private static final int DAYS = 900;

    private record Activity(LocalDate on, double load, boolean running) {}

    /**
     * An activity on its way into the history.
     *
     * @param mistaken arrives just before it, and is deleted in the end
     * @param edited it arrives with another load first
     */
    private record Arrival(Activity activity, Optional<Activity> mistaken, boolean edited) {}

    /** Day by day: a known day moves the curves towards its load, a day whose data are missing leaves them (D3). */
    @Property
    void fitness_on_any_day_equals_the_day_by_day_sum(
            @ForAll("activities") List<Activity> activities,
            @ForAll("missingDays") List<LocalDate> missingDays,
            @ForAll("days") LocalDate on) {
        var missing = new HashMap<LocalDate, UnaryOperator<Day>>();
        missingDays.forEach(day -> missing.put(day, cell -> cell.declared(Day.Absence.NOT_WORN)));
        var history = inOrder(activities).with(missing);
        var loads = new HashMap<LocalDate, Double>();
        activities.forEach(activity -> loads.merge(activity.on(), activity.load(), Double::sum));
        double fitness = 0;
        double fatigue = 0;
        for (LocalDate day = FIRST; !day.isAfter(on); day = day.plusDays(1)) {
            double load = loads.getOrDefault(day, 0.0);
            if (loads.containsKey(day) || !missing.containsKey(day)) {
                fitness += (load - fitness) * (1 - Math.exp(-1.0 / 42));
                fatigue += (load - fatigue) * (1 - Math.exp(-1.0 / 7));
            }
        }
        var read = history.figures(on, on);
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().fitness()).isCloseTo(fitness, within(1e-9));
        assertThat(read.getFirst().fatigue()).isCloseTo(fatigue, within(1e-9));
    }

    @Example
    void a_day_of_forty_two_of_a_hundred_by_hand() {
        var history = LoadHistory.empty();
        var start = LocalDate.of(2024, 12, 1);
        for (int i = 0; i < 42; i++) {
            history = history.with(start.plusDays(i), day -> day.plus(100, true));
        }
        var last = history.figures(start.plusDays(41), start.plusDays(41)).getFirst();
        assertThat(last.fitness()).isCloseTo(63.2121, within(1e-4));
        assertThat(last.fatigue()).isCloseTo(99.7521, within(1e-4));
    }

    @Property
    void late_edited_and_deleted_activities_give_the_series_of_the_same_activities_in_order(
            @ForAll("arrivals") List<Arrival> arrivals) {
        var history = LoadHistory.empty();
        var doomed = new ArrayList<Activity>();
        for (var arrival : arrivals) {
            if (arrival.mistaken().isPresent()) {
                doomed.add(arrival.mistaken().get());
                history = added(history, arrival.mistaken().get());
            }
            var activity = arrival.activity();
            if (arrival.edited()) {
                var first = new Activity(activity.on(), activity.load() + 17.3, activity.running());
                history = removed(added(history, first), first);
            }
            history = added(history, activity);
        }
        for (var mistaken : doomed) {
            history = removed(history, mistaken);
        }
        var through = FIRST.plusDays(DAYS + 60);
        var expected =
                inOrder(arrivals.stream().map(Arrival::activity).toList()).figures(FIRST, through);
        var actual = history.figures(FIRST, through);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            if (!isSame(
                    actual.get(i), expected.get(i))) { // millions of days: the assertion that names the figure is slow
                same(actual.get(i), expected.get(i));
            }
        }
    }

    private static boolean isSame(DayFigures actual, DayFigures expected) {
        return actual.on().equals(expected.on())
                && actual.state() == expected.state()
                && isClose(actual.load(), expected.load())
                && isClose(actual.fitness(), expected.fitness())
                && isClose(actual.fatigue(), expected.fatigue())
                && isClose(actual.form(), expected.form())
                && actual.acwr().map(Acwr::coverageDays).equals(expected.acwr().map(Acwr::coverageDays))
                && isClose(ratio(actual.acwr()), ratio(expected.acwr()))
                && isClose(ratio(actual.acwrWeighted()), ratio(expected.acwrWeighted()));
    }

    private static boolean isClose(double actual, double expected) {
        return Math.abs(actual - expected) <= 1e-9;
    }

    private static double ratio(Optional<Acwr> acwr) {
        return acwr.map(Acwr::value).orElse(0.0);
    }

    private static void same(DayFigures actual, DayFigures expected) {
        assertThat(actual.on()).isEqualTo(expected.on());
        assertThat(actual.state()).isEqualTo(expected.state());
        assertThat(actual.load()).isCloseTo(expected.load(), within(1e-9));
        assertThat(actual.fitness()).isCloseTo(expected.fitness(), within(1e-9));
        assertThat(actual.fatigue()).isCloseTo(expected.fatigue(), within(1e-9));
        assertThat(actual.form()).isCloseTo(expected.form(), within(1e-9));
        assertThat(actual.acwr().map(Acwr::coverageDays))
                .isEqualTo(expected.acwr().map(Acwr::coverageDays));
        assertThat(ratio(actual.acwr())).isCloseTo(ratio(expected.acwr()), within(1e-9));
        assertThat(ratio(actual.acwrWeighted())).isCloseTo(ratio(expected.acwrWeighted()), within(1e-9));
    }

    private static LoadHistory inOrder(List<Activity> activities) {
        var history = LoadHistory.empty();
        for (var activity :
                activities.stream().sorted(Comparator.comparing(Activity::on)).toList()) {
            history = added(history, activity);
        }
        return history;
    }

    private static LoadHistory added(LoadHistory history, Activity activity) {
        return history.with(activity.on(), day -> day.plus(activity.load(), activity.running()));
    }

    private static LoadHistory removed(LoadHistory history, Activity activity) {
        return history.with(activity.on(), day -> day.minus(activity.load(), activity.running()));
    }

    @Provide
    Arbitrary<List<Activity>> activities() {
        return activity(1, 201)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withSizeDistribution(uniform())
                .withoutEdgeCases();
    }

    /** In the order in which they arrive, which is not that of their days. */
    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        return Combinators.combine(
                        activity(1, 201), activity(0, 300).optional(0.25), Arbitraries.of(true, false), oneOf(6))
                .as((activity, mistaken, sameDay, edited) -> new Arrival(
                        activity,
                        mistaken.map(
                                other -> sameDay ? new Activity(activity.on(), other.load(), other.running()) : other),
                        edited))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withSizeDistribution(uniform())
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<List<LocalDate>> missingDays() {
        return day(DAYS).list().ofMaxSize(29).withSizeDistribution(uniform()).withoutEdgeCases();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return day(DAYS + 100);
    }

    private static Arbitrary<Activity> activity(double leastLoad, double mostLoad) {
        return Combinators.combine(
                        day(DAYS),
                        Arbitraries.doubles().between(leastLoad, mostLoad).withDistribution(uniform()),
                        Arbitraries.of(true, false))
                .as(Activity::new);
    }

    private static Arbitrary<LocalDate> day(int days) {
        return Arbitraries.integers()
                .between(0, days - 1)
                .withDistribution(uniform())
                .map(FIRST::plusDays);
    }

    /** True once in so many times. */
    private static Arbitrary<Boolean> oneOf(int times) {
        return Arbitraries.frequency(Tuple.of(times - 1, false), Tuple.of(1, true));
    }

    private static RandomDistribution uniform() {
        return RandomDistribution.uniform();
    }
}
