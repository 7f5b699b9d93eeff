package run.harrier.load.recording.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Streams.Column;

/** Strides of one leg or steps of both feet: sport and speed decide. */
class CadenceTest {

    /** Sport, metres a second (0: not known), what the file has, the steps of both feet. */
    @ParameterizedTest
    @CsvSource({
        "RUN, 3.0, 88, 176",
        "RUN, 3.0, 176, 176",
        "RUN, 5.5, 95, 190",
        "RUN, 0, 85, 170",
        "RUN, 0, 170, 170",
        "RUN, 1.6, 80, 160",
        "RUN, 1.6, 125, 125",
        "TRAIL_RUN, 1.4, 65, 130",
        "WALK, 1.4, 54, 108",
        "WALK, 1.4, 108, 108",
        "WALK, 0, 55, 110",
        "WALK, 0, 110, 110",
        "WALK, 3.0, 95, 190",
        "HIKE, 0.6, 44, 88",
        "HIKE, 0.6, 88, 88",
    })
    void steps_are_those_of_both_feet(Sport sport, double metresPerSecond, double written, int steps) {
        Samples samples = new Samples();
        for (int second = 0; second <= 600; second++) {
            samples.at(second * 1000L);
            samples.cadence(second % 10 == 9 ? 0 : written);
            if (metresPerSecond > 0) {
                samples.distanceMetres(metresPerSecond * second);
            }
        }
        ReadingNotes notes = new ReadingNotes();
        Streams streams =
                Cadence.ofBothFeet(sport, samples.streams(0, Long.MIN_VALUE, Long.MAX_VALUE), List.of(), notes);
        assertThat(streams.value(Column.CADENCE_STEPS_PER_MINUTE, 0)).isEqualTo(steps);
        assertThat(notes.reading().choices())
                .isEqualTo(steps == (int) written ? List.of(Choice.of(Kind.CADENCE_OF_BOTH_FEET)) : List.of());
    }

    @Test
    void half_a_stride_is_kept() {
        Samples samples = new Samples();
        samples.at(0);
        samples.cadence(86.5);
        Streams streams = Cadence.ofBothFeet(
                Sport.RUN, samples.streams(0, Long.MIN_VALUE, Long.MAX_VALUE), List.of(), new ReadingNotes());
        assertThat(streams.value(Column.CADENCE_STEPS_PER_MINUTE, 0)).isEqualTo(173);
    }

    @Test
    void the_cadence_of_a_ride_is_not_of_feet() {
        Samples samples = new Samples();
        samples.at(0);
        samples.cadence(90);
        Streams streams = Cadence.ofBothFeet(
                Sport.RIDE, samples.streams(0, Long.MIN_VALUE, Long.MAX_VALUE), List.of(), new ReadingNotes());
        assertThat(streams.has(Column.CADENCE_STEPS_PER_MINUTE)).isFalse();
    }
}
