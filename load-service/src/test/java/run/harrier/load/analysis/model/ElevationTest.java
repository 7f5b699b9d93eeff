package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What hills cost (Minetti), from the heights as devices write them. */
class ElevationTest {
    private static final int SECONDS = 1800;
    private static final double METRES_PER_SECOND = 3;

    /** Up and down with as much on the flat between, from 40 m on. */
    @Property(tries = 200)
    void short_steep_hills_cost_what_they_are(
            @ForAll @IntRange(min = 40, max = 200) int metres,
            @ForAll @DoubleRange(min = 0.05, max = 0.20) double grade) {
        var hills = hills(metres, grade);
        double exact = IntStream.range(0, SECONDS - 1)
                .mapToDouble(second -> Elevation.costFactor(
                        (hills.applyAsDouble(second + 1) - hills.applyAsDouble(second)) / METRES_PER_SECOND))
                .average()
                .orElseThrow();
        assertThat(cost(hills, 0.05) / exact).isCloseTo(1, within(0.025));
    }

    @Property(tries = 100)
    void noise_on_the_flat_costs_nothing(@ForAll @DoubleRange(min = 0, max = 1) double noise) {
        assertThat(cost(second -> 100, noise)).isCloseTo(1, within(0.005));
    }

    /** A height in whole metres is no stairs. */
    @Test
    void whole_metres_are_no_stairs() {
        assertThat(cost(second -> Math.rint(0.02 * METRES_PER_SECOND * second), 0) / Elevation.costFactor(0.02))
                .isCloseTo(1, within(0.005));
    }

    private static IntToDoubleFunction hills(int metres, double grade) {
        return second -> {
            double at = METRES_PER_SECOND * second % (4 * metres);
            double up = Math.min(at, metres);
            double down = Math.clamp(at - 2 * metres, 0, metres);
            return grade * (up - down);
        };
    }

    /** The mean cost of a metre. */
    private static double cost(IntToDoubleFunction height, double noise) {
        var random = new Random(7);
        int[] millis = IntStream.range(0, SECONDS).map(second -> 1000 * second).toArray();
        double[] run = IntStream.range(0, SECONDS)
                .mapToDouble(second -> METRES_PER_SECOND * second)
                .toArray();
        double[] heights = IntStream.range(0, SECONDS)
                .mapToDouble(second -> height.applyAsDouble(second) + noise * random.nextGaussian())
                .toArray();
        return Arrays.stream(Elevation.grades(millis, run, heights))
                .map(Elevation::costFactor)
                .average()
                .orElseThrow();
    }
}
