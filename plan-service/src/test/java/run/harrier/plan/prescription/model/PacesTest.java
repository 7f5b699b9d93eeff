package run.harrier.plan.prescription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.plan.prescription.model.AnyPaces.anyPaces;

import org.junit.jupiter.api.Test;

class PacesTest {

    private final Paces paces = anyPaces();

    @Test
    void easy_is_a_range_and_the_other_zones_are_one_pace() {
        assertThat(paces.of(Zone.EASY)).isEqualTo(new PaceRange(294, 338));
        assertThat(paces.of(Zone.THRESHOLD)).isEqualTo(new PaceRange(255.5, 255.5));
    }

    /** S16. */
    @Test
    void no_zone_is_prescribed_faster_than_its_pace() {
        assertThat(paces.of(Zone.MARATHON).fastestSecondsPerKm()).isEqualTo(paces.marathonSecondsPerKm());
        assertThat(paces.of(Zone.INTERVAL).fastestSecondsPerKm()).isEqualTo(paces.intervalSecondsPerKm());
        assertThat(paces.of(Zone.REPETITION).fastestSecondsPerKm()).isEqualTo(paces.repetitionSecondsPerKm());
    }

    @Test
    void race_pace_at_an_equivalent_is_that_equivalent() {
        assertThat(paces.racePaceSecondsPerKm(5_000)).isCloseTo(239.2, within(1e-9));
        assertThat(paces.racePaceSecondsPerKm(10_000)).isCloseTo(248.0, within(1e-9));
    }

    @Test
    void race_pace_between_two_equivalents_lies_between_theirs() {
        assertThat(paces.racePaceSecondsPerKm(7_000)).isBetween(239.2, 248.0);
    }

    @Test
    void race_pace_goes_on_beyond_the_marathon() {
        assertThat(paces.racePaceSecondsPerKm(50_000)).isGreaterThan(paces.racePaceSecondsPerKm(42_195));
    }

    @Test
    void an_offset_makes_race_pace_slower() {
        assertThat(paces.of(new Target.AtRacePace(5_000, 10)).fastestSecondsPerKm())
                .isCloseTo(249.2, within(1e-9));
    }

    /** S9. */
    @Test
    void a_step_by_effort_alone_has_no_pace() {
        Step.Stretch hill = new Step.Stretch(StepKind.RUN, Extent.seconds(30), null, new Rpe(7, 8));

        assertThat(paces.of(hill)).isEmpty();
    }
}
