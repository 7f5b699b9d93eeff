package run.harrier.athlete.heartrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartRateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);

    @Test
    void a_measurement_is_in_force_from_its_day_until_the_next() {
        var first = measured(0, Origin.FIELD_TEST);
        var second = measured(30, Origin.RACE);
        var all = List.of(second, first);
        assertThat(HeartRate.on(DAY.minusDays(1), all)).isEmpty();
        assertThat(HeartRate.on(DAY.plusDays(29), all)).contains(first);
        assertThat(HeartRate.on(DAY.plusDays(30), all)).contains(second);
    }

    /** S4. */
    @Test
    void an_age_estimate_never_overwrites_a_test() {
        var early = measured(-100, Origin.AGE_ESTIMATE);
        var test = measured(0, Origin.FIELD_TEST);
        var late = measured(100, Origin.AGE_ESTIMATE);
        assertThat(HeartRate.inForce(List.of(late, test, early))).containsExactly(early, test);
    }

    @Test
    void on_one_day_the_most_trusted_counts() {
        var race = measured(0, Origin.RACE);
        var laboratory = measured(0, Origin.LABORATORY);
        var estimate = measured(0, Origin.AGE_ESTIMATE);
        assertThat(HeartRate.inForce(List.of(laboratory, estimate, race))).containsExactly(laboratory);
    }

    @Property
    void whatever_comes_after_a_test_is_no_estimate(
            @ForAll Set<@IntRange(min = 0, max = 20) Integer> days, @ForAll("origins") List<Origin> origins) {
        var all = days.stream()
                .map(day -> measured(day, origins.get(day % origins.size())))
                .toList();
        var firstTest = all.stream()
                .filter(measured -> measured.origin().isTest())
                .map(HeartRate::measuredOn)
                .min(LocalDate::compareTo);
        firstTest.ifPresent(first -> assertThat(HeartRate.inForce(all))
                .filteredOn(measured -> !measured.measuredOn().isBefore(first))
                .allMatch(measured -> measured.origin().isTest()));
        assertThat(HeartRate.inForce(all))
                .hasSameSizeAs(firstTest
                        .map(first -> all.stream()
                                .filter(m ->
                                        m.origin().isTest() || m.measuredOn().isBefore(first))
                                .toList())
                        .orElse(all));
    }

    @Provide
    Arbitrary<List<Origin>> origins() {
        return Arbitraries.of(Origin.class).list().ofMinSize(1).ofMaxSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "119, 50, , maxBpm",
        "231, 50, , maxBpm",
        "190, 24, , restBpm",
        "190, 105, , restBpm",
        "190, 50, 190, thresholdBpm",
        "190, 50, 130, thresholdBpm"
    })
    void figures_of_no_heart_are_named(int max, int rest, Integer threshold, String field) {
        assertThat(HeartRate.fault(max, rest, threshold))
                .map(HeartRate.Fault::field)
                .contains(field);
    }

    private static HeartRate measured(int day, Origin origin) {
        return new HeartRate(DAY.plusDays(day), 190, 50, null, origin);
    }
}
