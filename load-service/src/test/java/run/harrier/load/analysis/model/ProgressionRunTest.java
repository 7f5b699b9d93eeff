package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.analysis.model.ProgressionRun.ProgressionKind;

/** What was run is recognised (D41, S67 to S71). */
class ProgressionRunTest {
    private static final double HOUR = 3600;

    @ParameterizedTest
    @CsvSource({
        "NEGATIVE_SPLIT, 360 358 359 325 322 324",
        "THIRDS, 360 360 335 334 308 305",
        "EACH_MILE_FASTER, 370 355 340 325 312 298",
        "FAST_FINISH, 372 365 360 352 345 300"
    })
    void a_run_is_of_the_kind_that_fits(ProgressionKind kind, String paces) {
        var sixths = List.of(paces.split(" ")).stream().map(Double::valueOf).toList();

        assertThat(of(sixths, HOUR, HOUR + 90)).map(ProgressionRun::kind).contains(kind);
    }

    /** Even, slower, up and down, a warm-up before work in the middle: none. */
    @ParameterizedTest
    @CsvSource({
        "360 360 358 359 357 356",
        "300 310 320 330 340 350",
        "360 360 280 280 360 360",
        "360 350 352 355 340 341"
    })
    void others_are_none(String paces) {
        var sixths = List.of(paces.split(" ")).stream().map(Double::valueOf).toList();

        assertThat(of(sixths, HOUR, HOUR)).isEmpty();
    }

    @Test
    void a_run_with_rests_or_a_short_one_is_none() {
        var rising = List.of(360.0, 360.0, 335.0, 334.0, 308.0, 305.0);

        assertThat(of(rising, HOUR, HOUR + 600)).isEmpty();
        assertThat(of(rising, 800, 800)).isEmpty();
        assertThat(ProgressionRun.of(List.of(), List.of(), HOUR, HOUR)).isEmpty();
    }

    /** Whatever the noise, each third is faster by 2 % or it is none. */
    @Property
    void only_thirds_that_get_faster_make_one(@ForAll @Size(6) List<@DoubleRange(min = 200, max = 500) Double> sixths) {
        of(sixths, HOUR, HOUR).ifPresent(run -> {
            var thirds = run.thirdsSecondsPerKm();
            assertThat(thirds.get(1)).isLessThanOrEqualTo(0.98 * thirds.get(0));
            assertThat(thirds.get(2)).isLessThanOrEqualTo(0.98 * thirds.get(1));
        });
    }

    private static Optional<ProgressionRun> of(List<Double> sixths, double moving, double elapsed) {
        var thirds = List.of(third(sixths, 0), third(sixths, 2), third(sixths, 4));
        return ProgressionRun.of(thirds, sixths, moving, elapsed);
    }

    /** Of two parts of equal time. */
    private static double third(List<Double> sixths, int first) {
        return 2 / (1 / sixths.get(first) + 1 / sixths.get(first + 1));
    }
}
