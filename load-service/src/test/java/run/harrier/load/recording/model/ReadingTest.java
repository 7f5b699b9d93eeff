package run.harrier.load.recording.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Reading.Cause;

/** What is left out of a file is counted; more than one point in twenty spoils it. */
class ReadingTest {

    @ParameterizedTest
    @CsvSource({"4, 1, false", "4, 2, true", "100, 5, false", "100, 6, true", "3600, 180, false", "3600, 181, true"})
    void more_than_one_bad_point_in_twenty_spoil_a_file(int points, int bad, boolean spoilt) {
        ReadingNotes notes = new ReadingNotes();
        for (int i = 0; i < points; i++) {
            notes.beginPoint();
            if (i < bad) {
                notes.skipOfPoint(i % 2 == 0 ? Cause.TIME : Cause.VALUE);
                notes.skipOfPoint(Cause.POSITION);
            } else {
                notes.skipOfPoint(Cause.EMPTY);
            }
        }
        Reading reading = notes.reading();
        assertThat(reading.badPoints()).isEqualTo(bad);
        assertThat(reading.skipped(Cause.POSITION)).isZero();
        assertThat(reading.skipped(Cause.EMPTY)).isEqualTo(points - bad);
        assertThat(reading.spoilt()).isEqualTo(spoilt);
    }

    @Test
    void two_readings_together_count_what_both_left_out() {
        ReadingNotes first = new ReadingNotes();
        first.skip(Cause.LAP);
        first.choose(Choice.of(Kind.TOTALS_OF_DEVICE));
        ReadingNotes second = new ReadingNotes();
        second.skip(Cause.LAP);
        second.choose(Choice.of(Kind.TOTALS_OF_DEVICE));
        Reading both = first.reading().and(second.reading());
        assertThat(both.skipped(Cause.LAP)).isEqualTo(2);
        assertThat(both.choices()).containsExactly(Choice.of(Kind.TOTALS_OF_DEVICE));
        assertThat(both.spoilt()).isFalse();
    }

    @Test
    void a_choice_is_a_sentence_with_its_figures() {
        assertThat(Choice.of(Kind.DISTANCE_OF_RECORDS, 0, 5400.2).text())
                .isEqualTo("The device's total is 0 m, its records make 5400 m: the records count.");
    }
}
