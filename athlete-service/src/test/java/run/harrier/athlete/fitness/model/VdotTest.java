package run.harrier.athlete.fitness.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VdotTest {

    @ParameterizedTest(name = "S12: {0} m in {1} is {2}")
    @CsvSource({
        "1500, PT4M, 70.100",
        "1609.344, PT6M, 48.417",
        "5000, PT15M, 69.597",
        "5000, PT20M, 49.806",
        "5000, PT25M, 38.309",
        "10000, PT40M, 51.944",
        "10000, PT50M, 40.012",
        "10000, PT60M, 32.280",
        "21097.5, PT1H30M, 50.977",
        "21097.5, PT2H, 36.459",
        "42195, PT3H, 53.528",
        "42195, PT4H, 37.904"
    })
    void a_performance_gives_one_number(double distanceMetres, Duration duration, double vdot) {
        assertThat(Vdot.of(distanceMetres, duration).value()).isCloseTo(vdot, within(0.05));
    }

    @Property(tries = 2000)
    void number_and_equivalent_time_invert_each_other(
            @ForAll @DoubleRange(min = Vdot.LOWEST, max = Vdot.HIGHEST) double value,
            @ForAll @DoubleRange(min = 1500, max = Vdot.MARATHON_METRES) double distanceMetres) {
        Assume.that(value > Vdot.LOWEST && value < Vdot.HIGHEST);
        var duration = new Vdot(value).timeOver(distanceMetres);
        assertThat(Vdot.raw(distanceMetres, Vdot.minutes(duration))).isCloseTo(value, within(1e-4));
    }

    @Property(tries = 2000)
    void equivalent_time_and_number_invert_each_other(
            @ForAll @DoubleRange(min = 1500, max = Vdot.MARATHON_METRES) double distanceMetres,
            @ForAll @DoubleRange(min = 130, max = 430) double metresPerMinute) {
        var duration = Duration.ofNanos(Math.round(distanceMetres / metresPerMinute * 60e9));
        Assume.that(Implausible.in(distanceMetres, duration).isEmpty());
        var again = Vdot.of(distanceMetres, duration).timeOver(distanceMetres);
        assertThat(again).isCloseTo(duration, Duration.ofNanos(2_000));
    }

    @Property
    void equivalents_take_longer_the_longer_they_are_and_slow_down(
            @ForAll @DoubleRange(min = 20, max = 85) double value) {
        var equivalents = new Vdot(value).equivalents();
        for (int i = 1; i < equivalents.size(); i++) {
            var shorter = equivalents.get(i - 1);
            var longer = equivalents.get(i);
            assertThat(longer.duration()).isGreaterThan(shorter.duration());
            assertThat(longer.duration().toMillis() / longer.distanceMetres())
                    .isGreaterThan(shorter.duration().toMillis() / shorter.distanceMetres());
        }
    }

    @ParameterizedTest
    @CsvSource({"9.99", "90.01", "NaN", "-50", "Infinity"})
    void a_number_of_no_runner_is_refused(double value) {
        assertThatThrownBy(() -> new Vdot(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} m in {1}: {2}")
    @CsvSource({
        "5000, PT11M, TOO_FAST",
        "1500, PT3M10S, TOO_FAST",
        "100, PT7S, TOO_FAST",
        "NaN, PT3H, TOO_FAST",
        "1500, PT3H, TOO_SLOW",
        "42195, PT11H, TOO_SLOW",
        "100000, PT60H, TOO_SLOW",
        "-5000, PT20M, TOO_SLOW"
    })
    void a_performance_of_nobody_says_so(double distanceMetres, Duration duration, Implausible why) {
        assertThat(Implausible.in(distanceMetres, duration)).contains(why);
    }

    @ParameterizedTest(name = "{0} m in {1}: {2}")
    @CsvSource({
        "1500, PT3M30S, MEASURED",
        "1500, PT3M26S, STRETCHED",
        "42195, PT4H, MEASURED",
        "42195.4, PT2H0M35S, MEASURED",
        "42195, PT4H1S, STRETCHED",
        "42195, PT4H40M, STRETCHED",
        "42195, PT8H, STRETCHED",
        "5000, PT12M35.36S, MEASURED",
        "5000, PT55M, MEASURED",
        "800, PT1M41S, NO_NUMBER",
        "100, PT9.58S, NO_NUMBER",
        "1499, PT5M, NO_NUMBER",
        "42196, PT3H, NO_NUMBER",
        "100000, PT12H, NO_NUMBER"
    })
    void what_somebody_can_run_is_taken_and_says_how_far_the_formula_holds(
            double distanceMetres, Duration duration, Validity validity) {
        assertThat(Implausible.in(distanceMetres, duration)).isEmpty();
        assertThat(Validity.of(distanceMetres, duration)).isEqualTo(validity);
    }

    @Property(tries = 1000)
    void beyond_its_times_the_formula_goes_on_without_a_step(
            @ForAll @DoubleRange(min = 3 * 60, max = 8 * 60) double minutes) {
        var here = Vdot.raw(Vdot.MARATHON_METRES, minutes);
        var later = Vdot.raw(Vdot.MARATHON_METRES, minutes + 1);
        assertThat(later).isLessThan(here).isCloseTo(here, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"80, 1500, true", "88, 1500, false", "37.91, 42195, true", "37.8, 42195, false"})
    void an_equivalent_beyond_the_formula_says_so(double value, double distanceMetres, boolean valid) {
        var equivalents = new Vdot(value).equivalents();
        assertThat(equivalents)
                .filteredOn(equivalent -> equivalent.distanceMetres() == distanceMetres)
                .singleElement()
                .returns(valid, Equivalent::withinValidity);
    }
}
