package run.harrier.plan.prescription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.plan.prescription.model.AnyPaces.anyPaces;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceEstimateTest {

    private final PaceEstimate known = PaceEstimate.of(Optional.of(anyPaces()));
    private final PaceEstimate unknown = new PaceEstimate(null, 480);

    @Test
    void easy_running_is_estimated_a_third_of_the_way_from_its_slow_end() {
        double speed = 1 / 338.0 + (1 / 294.0 - 1 / 338.0) / 3;

        assertThat(known.easySecondsPerKm()).isCloseTo(1 / speed, within(1e-9));
    }

    /** D16, D33. */
    @Test
    void without_a_result_the_faster_paces_follow_from_the_easy_one() {
        assertThat(unknown.distanceMetres(List.of(Step.run(Extent.seconds(4800), Zone.EASY))))
                .isCloseTo(10_000, within(1e-9));
        assertThat(unknown.durationSeconds(List.of(Step.run(Extent.metres(1000), Zone.INTERVAL))))
                .isCloseTo(0.73 * 480, within(1e-9));
    }

    @Test
    void repeats_are_counted_with_their_recoveries() {
        Step repeat = Step.repeat(3, Step.run(Extent.metres(1000), Zone.INTERVAL), Step.recovery(Extent.seconds(235)));

        assertThat(known.durationSeconds(List.of(repeat))).isCloseTo(3 * 2 * 235, within(1e-9));
        assertThat(known.distanceMetres(List.of(repeat))).isCloseTo(3 * (1000 + 235_000 / 338.0), within(1e-9));
    }

    /** S61. */
    @Test
    void a_range_of_time_counts_with_its_lower_end_and_keeps_its_upper() {
        List<Step> steps = List.of(Step.stretch(StepKind.RUN, Extent.minutes(20, 30), Zone.EASY, Rpe.BASE_EASY));

        assertThat(unknown.durationSeconds(steps)).isEqualTo(1200);
        assertThat(unknown.highestDurationSeconds(steps)).isEqualTo(1800);
    }

    /** S64. */
    @Test
    void walking_is_slower_than_running() {
        Step.Stretch walk = new Step.Stretch(StepKind.WALK, Extent.seconds(660), null, null);

        assertThat(known.distanceMetres(walk)).isCloseTo(1000, within(1e-9));
    }
}
