package run.harrier.plan.generation.workout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Zone;

/** S14 and the caps of D7, at 8:00 per kilometre for every zone so that the sums can be done by hand. */
class ZoneWorkoutsTest {

    private static ZoneWorkouts week(double metres) {
        return new ZoneWorkouts(metres, 1, PaceEstimate.of(Optional.empty()));
    }

    private static Step onlyStep(Optional<Workout> workout) {
        assertThat(workout).isPresent();
        assertThat(workout.orElseThrow().work()).hasSize(1);
        return workout.orElseThrow().work().getFirst();
    }

    /** 10 % of 30 km is 24 minutes at 8:00, a little less with the margin for rounding. */
    @Test
    void tempo_is_continuous_where_the_week_has_room_for_twenty_minutes() {
        assertThat(onlyStep(week(30_000).tempo())).isEqualTo(Step.run(Extent.seconds(22 * 60), Zone.THRESHOLD));
    }

    @Test
    void tempo_is_cruise_intervals_where_the_week_has_room_for_less() {
        assertThat(onlyStep(week(24_000).tempo()))
                .isEqualTo(Step.repeat(
                        3, Step.run(Extent.seconds(300), Zone.THRESHOLD), Step.recovery(Extent.seconds(60))));
    }

    @Test
    void tempo_is_left_out_below_ten_minutes() {
        assertThat(week(13_000).tempo()).isEmpty();
    }

    @Test
    void tempo_is_at_most_forty_minutes() {
        assertThat(onlyStep(week(200_000).tempo())).isEqualTo(Step.run(Extent.seconds(2400), Zone.THRESHOLD));
    }

    @Test
    void intervals_are_three_to_five_minutes_with_equal_rest() {
        assertThat(onlyStep(week(30_000).intervals()))
                .isEqualTo(Step.repeat(
                        6, Step.run(Extent.seconds(180), Zone.INTERVAL), Step.recovery(Extent.seconds(180))));
        assertThat(week(5_000).intervals()).isEmpty();
    }

    @Test
    void repetitions_recover_over_the_same_distance() {
        assertThat(onlyStep(week(30_000).repetitions(200)))
                .isEqualTo(Step.repeat(
                        7, Step.run(Extent.metres(200), Zone.REPETITION), Step.recovery(Extent.metres(200))));
        assertThat(week(8_000).repetitions(400)).isEmpty();
    }

    /** S9. */
    @Test
    void hills_are_run_by_effort() {
        Step.Repeat hills = (Step.Repeat) week(30_000).hills().work().getFirst();

        assertThat(hills.steps().getFirst())
                .isInstanceOfSatisfying(
                        Step.Stretch.class,
                        up -> assertThat(up).returns(null, Step.Stretch::target).returns(StepKind.RUN, Step::kind));
    }

    /** S67, S71, S72. */
    @Test
    void the_first_progression_run_is_thirty_minutes_and_finishes_five_minutes_faster() {
        Workout first = RaceWorkouts.fastFinish(true);

        assertThat(first.seconds()).isEqualTo(1800);
        assertThat(first.work()).containsExactly(Step.run(Extent.seconds(300), Zone.MARATHON));
    }
}
