package run.harrier.plan.prescription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void a_repeat_is_unrolled_in_order() {
        var repeat = Step.repeat(2, Step.run(Extent.metres(400), Zone.REPETITION), Step.recovery(Extent.metres(400)));

        assertThat(Step.stretches(List.of(repeat)))
                .extracting(Step.Stretch::kind)
                .containsExactly(StepKind.RUN, StepKind.RECOVERY, StepKind.RUN, StepKind.RECOVERY);
    }

    @Test
    void a_repeat_within_a_repeat_is_unrolled_too() {
        var inner = Step.repeat(3, Step.run(Extent.metres(200), Zone.REPETITION));
        var outer = Step.repeat(2, inner, Step.recovery(Extent.seconds(180)));

        assertThat(Step.stretches(List.of(outer)))
                .extracting(Step.Stretch::kind)
                .containsExactly(
                        StepKind.RUN,
                        StepKind.RUN,
                        StepKind.RUN,
                        StepKind.RECOVERY,
                        StepKind.RUN,
                        StepKind.RUN,
                        StepKind.RUN,
                        StepKind.RECOVERY);
    }

    /** D8. */
    @Test
    void only_an_easy_step_carries_a_heart_rate_ceiling() {
        assertThat(stretch(Zone.EASY, new Rpe(3, 4)).heartRateCeiling()).isTrue();
        assertThat(stretch(Zone.THRESHOLD, new Rpe(6, 7)).heartRateCeiling()).isFalse();
    }

    /** S84, D1. */
    @Test
    void an_easy_step_of_base_is_run_by_feel() {
        assertThat(stretch(Zone.EASY, Rpe.BASE_EASY).byFeel()).isTrue();
        assertThat(stretch(Zone.EASY, new Rpe(3, 4)).byFeel()).isFalse();
    }

    /** S25. */
    @Test
    void a_session_without_purpose_is_refused() {
        assertThatThrownBy(() -> new PlannedSession(
                        LocalDate.of(2027, 1, 4), SessionKind.EASY, false, " ", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intensity_follows_the_target_and_else_the_effort() {
        assertThat(stretch(Zone.MARATHON, new Rpe(5, 6)).intensity()).isEqualTo(Intensity.MODERATE);
        assertThat(stretch(Zone.INTERVAL, new Rpe(8, 9)).intensity()).isEqualTo(Intensity.HIGH);
        assertThat(new Step.Stretch(StepKind.RUN, Extent.seconds(30), null, new Rpe(7, 8)).intensity())
                .isEqualTo(Intensity.HIGH);
        assertThat(new Step.Stretch(StepKind.RUN, Extent.metres(1000), Target.racePace(21_097.5), new Rpe(6, 7))
                        .intensity())
                .isEqualTo(Intensity.MODERATE);
    }

    private static Step.Stretch stretch(Zone zone, Rpe rpe) {
        return new Step.Stretch(StepKind.RUN, Extent.seconds(600), Target.zone(zone), rpe);
    }
}
