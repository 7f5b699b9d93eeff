package run.harrier.load.activity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.analysis.model.Analysis;

/** Decoupling is told of steady runs, and of no other. */
class DecouplingTest {
    static Stream<Arguments> unsteady() {
        return Stream.of(
                arguments("intervals", times(6, run().run(900, 3.0, 0, 138), 240, 4.24, 172, 240, 2.5, 155)),
                arguments("cruise intervals", times(6, run().run(900, 3.0, 0, 150), 300, 3.9, 168, 60, 2.9, 158)),
                arguments("half minutes", times(45, run(), 30, 4.6, 170, 30, 2.5, 160)),
                arguments("walk breaks", times(8, run(), 300, 2.8, 145, 60, 1.5, 135)),
                arguments(
                        "a progression run",
                        run().run(1200, 3.0, 0, 140).run(1200, 3.675, 0, 152).run(1200, 4.2, 0, 165)),
                arguments("a fast finish", run().run(3000, 3.0, 0, 145).run(600, 3.9, 0, 160)),
                arguments(
                        "marathon pace inside a long run",
                        run().run(3600, 3.0, 0, 140).run(1500, 3.675, 0, 150).run(600, 3.0, 0, 148)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsteady")
    void a_run_that_was_not_steady_has_none(String what, SimulatedRun run) {
        assertThat(decoupling(run)).isEmpty();
    }

    @Test
    void a_run_that_fades_has_all_of_it() {
        assertThat(decoupling(run().run(2400, 3.0, 0, 145).run(2400, 2.5, 0, 145))
                        .orElseThrow())
                .isCloseTo(100 * 0.5 / 3.0, within(0.1));
    }

    /** Half a run at one heart rate and half at another: no part of it is a warm-up. */
    @Test
    void a_step_in_heart_rate_is_decoupling_and_no_warm_up() {
        assertThat(decoupling(run().run(1800, 3.0, 0, 130).run(1800, 3.0, 0, 150))
                        .orElseThrow())
                .isCloseTo(100 * (1 - 130.0 / 150), within(0.1));
        assertThat(decoupling(run().run(1800, 2.5, 0, 125).run(1800, 3.3, 0, 150))
                        .orElseThrow())
                .isCloseTo(100 * (1 - (3.3 / 150) / (2.5 / 125)), within(0.3));
    }

    @Test
    void the_middle_of_a_tempo_run_is_steady() {
        assertThat(decoupling(run().run(600, 3.0, 0, 140).run(2400, 3.9, 0, 168).run(600, 3.0, 0, 145))
                        .orElseThrow())
                .isCloseTo(0, within(0.3));
    }

    @Test
    void hills_at_an_even_effort_are_steady() {
        // Minetti: 2.0 m/s up 10 % costs what 3.32 m/s on the flat does
        assertThat(decoupling(times(4, run(), 600, 3.3, 150, 0, 0, 0)
                        .run(600, 2.0, 0.10, 150)
                        .run(600, 3.3, 0, 150)))
                .isPresent();
    }

    @Test
    void lights_on_the_way_do_not_matter() {
        assertThat(decoupling(times(8, run(), 400, 3.0, 145, 20, 0.0, 140))).isPresent();
    }

    @Test
    void less_than_twenty_minutes_say_nothing() {
        assertThat(decoupling(run().run(1195, 3.0, 0, 145))).isEmpty();
        assertThat(decoupling(run().run(1205, 3.0, 0, 145))).isPresent();
    }

    private static SimulatedRun run() {
        return SimulatedRun.starting(Instant.parse("2026-03-04T07:00:00Z"));
    }

    private static SimulatedRun times(
            int times, SimulatedRun run, int seconds, double speed, int bpm, int rest, double restSpeed, int restBpm) {
        for (int i = 0; i < times; i++) {
            run.run(seconds, speed, 0, bpm).run(rest, restSpeed, 0, restBpm);
        }
        return run;
    }

    private static OptionalDouble decoupling(SimulatedRun run) {
        return Analysis.of(Uploads.only(Uploads.decode(run.fit(), FileFormat.FIT)))
                .decouplingPercent();
    }
}
