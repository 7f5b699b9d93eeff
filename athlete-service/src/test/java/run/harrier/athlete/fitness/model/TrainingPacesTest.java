package run.harrier.athlete.fitness.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingPacesTest {

    @Test
    void paces_of_fifty_are_those_of_the_field() {
        var paces = TrainingPaces.of(new Vdot(50));
        assertThat(paces.easySlowestSecondsPerKm()).isCloseTo(minutes(5, 38), within(0.5));
        assertThat(paces.easyFastestSecondsPerKm()).isCloseTo(minutes(4, 54), within(0.5));
        assertThat(paces.marathonSecondsPerKm()).isCloseTo(minutes(4, 31), within(0.5));
        assertThat(paces.thresholdSecondsPerKm()).isBetween(minutes(4, 15), minutes(4, 16));
        assertThat(paces.intervalSecondsPerKm()).isCloseTo(minutes(3, 55), within(0.5));
        assertThat(paces.repetitionSecondsPerKm()).isBetween(minutes(3, 35), minutes(3, 39));
    }

    @ParameterizedTest(name = "repetition pace at {0} is {1} s/km")
    @CsvSource({"30, 334", "50, 217", "70, 161"})
    void repetition_is_the_faster_of_a_fraction_and_the_mile(double vdot, double secondsPerKm) {
        assertThat(TrainingPaces.of(new Vdot(vdot)).repetitionSecondsPerKm()).isCloseTo(secondsPerKm, within(0.6));
    }

    @Property(tries = 2000)
    void easy_is_the_slowest_and_repetition_the_fastest(
            @ForAll @DoubleRange(min = Vdot.LOWEST, max = Vdot.HIGHEST) double vdot) {
        var paces = TrainingPaces.of(new Vdot(vdot));
        assertThat(paces.easySlowestSecondsPerKm()).isGreaterThan(paces.easyFastestSecondsPerKm());
        for (var zone : TrainingZone.values()) {
            assertThat(paces.easySlowestSecondsPerKm()).isGreaterThan(paces.fastestSecondsPerKm(zone));
            assertThat(paces.repetitionSecondsPerKm()).isLessThanOrEqualTo(paces.fastestSecondsPerKm(zone));
        }
    }

    @Property(tries = 2000)
    void five_paces_rise_from_easy_to_repetition(@ForAll @DoubleRange(min = 30, max = 85) double vdot) {
        var paces = TrainingPaces.of(new Vdot(vdot));
        assertThat(Arrays.stream(TrainingZone.values())
                        .map(paces::fastestSecondsPerKm)
                        .map(pace -> -pace))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property
    void a_higher_number_is_faster_everywhere(
            @ForAll @DoubleRange(min = 15, max = 84) double vdot,
            @ForAll @DoubleRange(min = 0.1, max = 5) double gain) {
        var before = TrainingPaces.of(new Vdot(vdot));
        var after = TrainingPaces.of(new Vdot(vdot + gain));
        for (var zone : TrainingZone.values()) {
            assertThat(after.fastestSecondsPerKm(zone)).isLessThan(before.fastestSecondsPerKm(zone));
        }
    }

    /** S18 with D10: up to VDOT 71. */
    @Property
    void interval_is_faster_and_threshold_slower_than_5k(@ForAll @DoubleRange(min = 20, max = 71) double value) {
        var vdot = new Vdot(value);
        var paces = TrainingPaces.of(vdot);
        var fiveK = vdot.secondsPerKmOver(5000);
        assertThat(paces.intervalSecondsPerKm()).isLessThan(fiveK);
        assertThat(paces.thresholdSecondsPerKm()).isGreaterThan(fiveK);
    }

    @Test
    void far_above_71_the_formula_decides_and_the_text_says_so() {
        var vdot = new Vdot(80);
        assertThat(TrainingPaces.of(vdot).intervalSecondsPerKm()).isGreaterThan(vdot.secondsPerKmOver(5000));
        assertThat(TrainingPaces.of(vdot).note(TrainingZone.INTERVAL, vdot))
                .get()
                .asString()
                .contains("71");
        assertThat(TrainingPaces.of(vdot).note(TrainingZone.THRESHOLD, vdot)).isEmpty();
        assertThat(TrainingPaces.of(new Vdot(50)).note(TrainingZone.INTERVAL, new Vdot(50)))
                .isEmpty();
    }

    /** S13. */
    @ParameterizedTest
    @EnumSource(TrainingZone.class)
    void every_pace_has_a_purpose(TrainingZone zone) {
        assertThat(zone.purpose()).isNotBlank();
    }

    private static double minutes(int minutes, int seconds) {
        return minutes * 60.0 + seconds;
    }
}
