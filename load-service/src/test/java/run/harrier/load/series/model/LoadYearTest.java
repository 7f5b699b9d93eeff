package run.harrier.load.series.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.load.series.model.Day.Absence;
import run.harrier.load.series.model.DayFigures.State;

/** The vectors of the running averages, and what is known of a day (D3). */
class LoadYearTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    /** U17: the same whether the days lie within a year or across its end. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2025-12-05", "2025-12-20", "2025-12-31"})
    void forty_two_days_of_100_from_zero(LocalDate first) {
        var last = last(first, constant(42, 100));
        assertThat(last.fitness()).isCloseTo(63.2121, within(0.00005));
        assertThat(last.fatigue()).isCloseTo(99.7521, within(0.00005));
        var before = last(first, constant(41, 100));
        assertThat(last.form()).isCloseTo(before.fitness() - before.fatigue(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2025-12-05", "2025-12-20"})
    void acwr_of_21_days_of_30_and_7_of_50(LocalDate first) {
        var last = last(first, concat(constant(21, 30), constant(7, 50)));
        var coupled = last.acwr().orElseThrow();
        assertThat(coupled.value()).isCloseTo(1.4286, within(0.00005));
        assertThat(coupled.coverageDays()).isEqualTo(28);
        assertThat(coupled.provisional()).isFalse();
        assertThat(coupled.band()).isEqualTo(Acwr.Band.RAISED);
        var uncoupled = last.acwrUncoupled().orElseThrow().value();
        assertThat(uncoupled).isCloseTo(1.6667, within(0.00005));
        assertThat(last.acwrWeighted().orElseThrow().value()).isCloseTo(1.24975, within(0.000005));
        assertThat(coupled.value()).isCloseTo(4 / (1 + 3 / uncoupled), within(1e-12));
    }

    @Test
    void acwr_of_28_constant_days_is_1() {
        assertThat(last(MARCH, constant(28, 70)).acwr().orElseThrow().value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void fewer_than_28_days_are_provisional() {
        var acwr = last(MARCH, constant(27, 70)).acwr().orElseThrow();
        assertThat(acwr.provisional()).isTrue();
        assertThat(acwr.coverageDays()).isEqualTo(27);
    }

    @Test
    void monotony_and_strain_of_foster_s_week() {
        var week = last(MARCH, 420, 0, 675, 0, 90, 300, 0).monotony().orElseThrow();
        assertThat(week.value()).isCloseTo(0.8712, within(0.00005));
        assertThat(week.strain()).isCloseTo(1293.69, within(0.005));
    }

    @Test
    void monotony_without_any_change_is_10() {
        var week = last(MARCH, constant(7, 60)).monotony().orElseThrow();
        assertThat(week.value()).isEqualTo(10);
        assertThat(week.worthWarning()).isTrue();
        var idle = last(MARCH, concat(new double[] {60}, constant(7, 0)));
        assertThat(idle.monotony().orElseThrow()).isEqualTo(new Monotony(0, 0));
    }

    /** U21: easy rides on the rest days add load, but make the runner's week no more monotonous. */
    @Test
    void other_sports_do_not_inflate_monotony() {
        var history = history(MARCH, 420, 0, 675, 0, 90, 300, 0);
        var riding = history;
        for (int day : new int[] {1, 3, 6}) {
            riding = riding.with(MARCH.plusDays(day), rest -> rest.plus(200, false));
        }
        var last = MARCH.plusDays(6);
        var runs = history.figures(last, last).getFirst();
        var both = riding.figures(last, last).getFirst();
        assertThat(both.monotony().orElseThrow().value())
                .isEqualTo(runs.monotony().orElseThrow().value());
        assertThat(both.monotony().orElseThrow().strain())
                .isGreaterThan(runs.monotony().orElseThrow().strain());
        assertThat(both.fitness()).isGreaterThan(runs.fitness());
    }

    @Test
    void days_before_the_record_are_no_data_and_days_inside_it_rest() {
        var history = history(MARCH, 50, 0, 60);
        assertThat(history.figures(MARCH.minusDays(1), MARCH.plusDays(3)))
                .extracting(DayFigures::state)
                .containsExactly(State.NO_DATA, State.TRAINED, State.REST, State.TRAINED, State.REST);
        assertThat(history.figures(MARCH.minusDays(1), MARCH.minusDays(1))
                        .getFirst()
                        .acwr())
                .isEmpty();
    }

    @Test
    void a_declared_day_is_missing_not_zero() {
        var history = history(MARCH, constant(28, 70));
        var declared = history.with(MARCH.plusDays(28), day -> day.declared(Absence.NOT_WORN));
        var next = MARCH.plusDays(28);
        var missing = declared.figures(next, next).getFirst();
        var rest = history.figures(next, next).getFirst();
        assertThat(missing.state()).isEqualTo(State.NOT_WORN);
        assertThat(missing.fitness())
                .isEqualTo(history.figures(next.minusDays(1), next).getFirst().fitness());
        assertThat(missing.acwr().orElseThrow().value()).isCloseTo(1, within(1e-12));
        assertThat(missing.acwr().orElseThrow().coverageDays()).isEqualTo(27);
        assertThat(rest.fitness()).isLessThan(missing.fitness());
        assertThat(rest.state()).isEqualTo(State.REST);
    }

    @Test
    void ramp_is_the_change_of_fitness_in_a_week() {
        var days = history(MARCH, constant(30, 80)).figures(MARCH, MARCH.plusDays(29));
        assertThat(days.get(6).rampPerWeek()).isEmpty();
        assertThat(days.get(29).rampPerWeek().orElseThrow())
                .isCloseTo(days.get(29).fitness() - days.get(22).fitness(), within(1e-12));
    }

    @Test
    void one_row_tells_a_year_even_on_new_year_s_day() {
        var years = history(LocalDate.of(2025, 11, 1), constant(120, 60));
        var stored = years.years().get(1);
        var read = LoadYear.of(2026, stored.carriedIn(), stored.lead(), stored.days());
        var newYear = LocalDate.of(2026, 1, 1);
        var day = new LoadHistory(List.of(read)).figures(newYear, newYear).getFirst();
        assertThat(day).isEqualTo(years.figures(newYear, newYear).getFirst());
        assertThat(day.acwr().orElseThrow().coverageDays()).isEqualTo(28);
        assertThat(day.rampPerWeek()).isPresent();
    }

    private static DayFigures last(LocalDate first, double... loads) {
        var day = first.plusDays(loads.length - 1L);
        return history(first, loads).figures(day, day).getFirst();
    }

    private static LoadHistory history(LocalDate first, double... loads) {
        var history = LoadHistory.empty();
        for (int i = 0; i < loads.length; i++) {
            var load = loads[i];
            if (load > 0) {
                history = history.with(first.plusDays(i), day -> day.plus(load, true));
            }
        }
        return history;
    }

    private static double[] constant(int days, double load) {
        var loads = new double[days];
        Arrays.fill(loads, load);
        return loads;
    }

    private static double[] concat(double[] one, double[] other) {
        return DoubleStream.concat(DoubleStream.of(one), DoubleStream.of(other)).toArray();
    }
}
