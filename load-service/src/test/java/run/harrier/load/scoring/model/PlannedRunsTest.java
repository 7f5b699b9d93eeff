package run.harrier.load.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.athlete.model.ZonePaces;
import run.harrier.load.recording.model.Samples;
import run.harrier.load.recording.model.Sport;
import run.harrier.testkit.load.ExactRun;

/** U8: what a run that was exactly as planned is found to be; the plan-service plans the same. */
class PlannedRunsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-08");

    /** Those of the golden fitness. */
    private static final HeartRateThresholds HEART = new HeartRateThresholds(DAY, 190, 52, OptionalInt.of(171));

    private static final ZonePaces PACES =
            new ZonePaces(DAY, 1000 / 295.2, 1000 / 272.1, 1000 / 256.6, 1000 / 235.7, 1000 / 218.0);
    private static final Thresholds THRESHOLDS = new Thresholds(Optional.of(HEART), Optional.of(PACES));

    static List<ExactRun> exact_runs() {
        return ExactRun.all();
    }

    @ParameterizedTest
    @MethodSource("exact_runs")
    void an_exact_run_has_the_load_that_was_planned(ExactRun run) {
        for (var sex : Sex.values()) {
            var load = load(run, sex);
            double heart = run.heartRateLoad().get(sex.name());
            assertThat(load.method()).isEqualTo(LoadMethod.HEART_RATE);
            assertThat(load.value()).isCloseTo(heart, within(0.01 * heart));
            assertThat(load.estimates().get(LoadMethod.PACE)).isCloseTo(run.paceLoad(), within(0.01 * run.paceLoad()));
        }
    }

    private static ActivityLoad load(ExactRun run, Sex sex) {
        var samples = new Samples();
        long second = 0;
        double metres = 0;
        for (var piece : run.pieces()) {
            for (int i = 0; i < piece.seconds(); i++) {
                samples.at(1000 * second++);
                samples.distanceMetres(metres);
                samples.heartRateBpm(piece.bpm());
                metres += piece.metres() / piece.seconds();
            }
        }
        var intervals = SampleIntervals.of(samples.streams(0, 0, Long.MAX_VALUE), List.of());
        return ActivityLoad.of(
                Sport.RUN,
                Figures.entered(second, OptionalDouble.of(metres)),
                OptionalInt.empty(),
                intervals,
                THRESHOLDS,
                sex,
                SessionScale.USUAL);
    }
}
