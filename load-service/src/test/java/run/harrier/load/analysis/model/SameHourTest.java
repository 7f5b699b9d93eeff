package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.recording.model.Sport;

/** D48: more than half of the shorter one, both on foot. */
class SameHourTest {
    private static final Instant START = Instant.parse("2026-03-04T07:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RUN, 0, 3600, true",
        "WALK, 1799, 3600, true",
        "HIKE, 1800, 3600, false",
        "RUN, -1799, 3600, true",
        "TRAIL_RUN, -1800, 3600, false",
        "RUN, 3000, 1199, true",
        "RUN, 3000, 1200, false",
        "RUN, 1000, 60, true",
        "RUN, 3600, 60, false",
        "RUN, -60000, 120000, true",
        "RIDE, 0, 3600, false",
        "OTHER, 0, 3600, false",
    })
    void by_overlap(Sport sport, int secondsLater, double seconds, boolean same) {
        SameHour run = new SameHour(Sport.RUN, START, 3600);
        SameHour other = new SameHour(sport, START.plusSeconds(secondsLater), seconds);
        assertThat(run.matches(other)).isEqualTo(same);
        assertThat(other.matches(run)).isEqualTo(same);
    }

    @Test
    void two_of_one_known_sport_off_the_feet() {
        assertThat(at(Sport.RIDE).matches(at(Sport.RIDE))).isTrue();
        assertThat(at(Sport.RIDE).matches(at(Sport.SWIM))).isFalse();
        assertThat(at(Sport.OTHER).matches(at(Sport.OTHER))).isFalse();
    }

    private static SameHour at(Sport sport) {
        return new SameHour(sport, START, 3600);
    }
}
