package run.harrier.plan.prescription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.plan.prescription.model.AnyPaces.anyPaces;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much moderate and hard running a session asks for, and whether it is hard (D2, S22). */
class PlannedSessionTest {
    private static final PaceEstimate ESTIMATE = PaceEstimate.of(Optional.of(anyPaces()));

    @Test
    void marathon_pace_half_marathon_pace_and_a_moderate_effort_are_moderate_and_nothing_else_is() {
        assertThat(moderate(
                        SessionKind.LONG,
                        Step.run(Extent.seconds(3600), Zone.EASY),
                        Step.repeat(2, Step.run(Extent.seconds(600), Zone.MARATHON), Step.recovery(Extent.seconds(60))),
                        new Step.Stretch(StepKind.RUN, Extent.metres(2000), Target.racePace(21_097.5), null),
                        new Step.Stretch(StepKind.RUN, Extent.seconds(300), null, new Rpe(5, 6)),
                        Step.run(Extent.seconds(900), Zone.THRESHOLD)))
                .isCloseTo(2 * 600 + 2000 * 5490 / 21_097.5 + 300, within(1e-6));
    }

    @Test
    void a_range_asks_for_its_upper_end() {
        assertThat(moderate(SessionKind.TEMPO, Step.run(Extent.minutes(20, 30), Zone.MARATHON)))
                .isEqualTo(1800);
    }

    @Test
    void a_race_and_a_test_are_hard_as_a_whole() {
        var marathon = new Step.Stretch(StepKind.RUN, Extent.metres(42_195), Target.racePace(42_195), null);
        assertThat(moderate(SessionKind.RACE, marathon)).isZero();
        assertThat(moderate(SessionKind.TEST, marathon)).isZero();
        assertThat(moderate(SessionKind.LONG, marathon)).isCloseTo(11_430, within(1e-6));
    }

    @Test
    void a_session_is_hard_when_it_is_quality_a_test_or_a_race() {
        var easy = Step.run(Extent.seconds(1800), Zone.EASY);
        assertThat(session(SessionKind.TEMPO, true, easy).hard()).isTrue();
        assertThat(session(SessionKind.TEST, false, easy).hard()).isTrue();
        assertThat(session(SessionKind.RACE, false, easy).hard()).isTrue();
        assertThat(session(SessionKind.LONG, false, easy).hard()).isFalse();
        assertThat(session(SessionKind.STRENGTH, false).hard()).isFalse();
    }

    @Test
    void hard_running_is_at_threshold_and_faster() {
        assertThat(hard(
                        SessionKind.TEMPO,
                        Step.stretch(StepKind.WARM_UP, Extent.seconds(600), Zone.EASY, new Rpe(3, 4)),
                        Step.repeat(
                                3, Step.run(Extent.seconds(300), Zone.THRESHOLD), Step.recovery(Extent.seconds(60))),
                        Step.run(Extent.seconds(700), Zone.MARATHON)))
                .isEqualTo(900);
    }

    @Test
    void moderate_running_is_hard_where_it_is_raced_and_easy_running_never_is() {
        var marathon = new Step.Stretch(StepKind.RUN, Extent.metres(42_195), Target.racePace(42_195), null);
        var warmUp = Step.stretch(StepKind.WARM_UP, Extent.seconds(600), Zone.EASY, new Rpe(3, 4));
        assertThat(hard(SessionKind.RACE, warmUp, marathon)).isCloseTo(11_430, within(1e-6));
        assertThat(hard(SessionKind.LONG, warmUp, marathon)).isZero();
    }

    private static double moderate(SessionKind kind, Step... steps) {
        return session(kind, true, steps).moderateSeconds(ESTIMATE);
    }

    private static double hard(SessionKind kind, Step... steps) {
        return session(kind, true, steps).hardSeconds(ESTIMATE);
    }

    private static PlannedSession session(SessionKind kind, boolean quality, Step... steps) {
        return new PlannedSession(LocalDate.of(2026, 11, 23), kind, quality, "any", List.of(), List.of(steps));
    }
}
