package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.recording.model.Sport;

/** U18: a start within a minute and a distance within 2 % make two uploads one run. */
class SameRunTest {
    private static final Instant START = Instant.parse("2026-03-04T07:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 10000, true",
        "60, 10000, true",
        "-60, 10000, true",
        "61, 10000, false",
        "0, 10200, true",
        "0, 10201, false",
        "0, 9804, true",
        "0, 9803, false",
        "59, 10190, true",
    })
    void by_start_and_distance(int secondsLater, double metres, boolean same) {
        SameRun one = new SameRun(Sport.RUN, START, OptionalDouble.of(10_000), 3000);
        SameRun other = new SameRun(Sport.RUN, START.plusSeconds(secondsLater), OptionalDouble.of(metres), 4000);
        assertThat(one.matches(other)).isEqualTo(same);
        assertThat(other.matches(one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"3000, true", "3060, true", "3061, false"})
    void by_time_where_a_distance_is_unknown(double seconds, boolean same) {
        SameRun treadmill = new SameRun(Sport.RUN, START, OptionalDouble.empty(), 3000);
        assertThat(treadmill.matches(new SameRun(Sport.RUN, START, OptionalDouble.of(10_000), seconds)))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "RUN, RUN, true",
        "RUN, TRAIL_RUN, true",
        "WALK, HIKE, true",
        "RUN, OTHER, true",
        "OTHER, STRENGTH, true",
        "RUN, STRENGTH, false",
        "RUN, RIDE, false",
        "SWIM, RIDE, false",
    })
    void by_sport_where_a_distance_is_unknown(Sport sport, Sport other, boolean same) {
        SameRun one = new SameRun(sport, START, OptionalDouble.empty(), 3000);
        SameRun two = new SameRun(other, START, OptionalDouble.of(10_000), 3000);
        assertThat(one.matches(two)).isEqualTo(same);
        assertThat(two.matches(one)).isEqualTo(same);
        SameRun measured = new SameRun(sport, START, OptionalDouble.of(10_000), 3000);
        assertThat(measured.matches(two))
                .as("sources differ in what they call it")
                .isTrue();
    }

    /** As one watch writes the legs of a short multi-sport session in a gym: no metre in any. */
    @ParameterizedTest
    @CsvSource({"0, 25, true", "12, 12, true", "13, 12, false", "24, 12, false", "36, 23, false"})
    void the_short_legs_of_one_session_are_not_copies(int secondsLater, double seconds, boolean same) {
        SameRun leg = new SameRun(Sport.RUN, START, OptionalDouble.of(0), 25);
        SameRun other = new SameRun(Sport.RUN, START.plusSeconds(secondsLater), OptionalDouble.of(0), seconds);
        assertThat(leg.matches(other)).isEqualTo(same);
        assertThat(other.matches(leg)).isEqualTo(same);
    }
}
