package run.harrier.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D45. */
class EasyRunTest {
    @ParameterizedTest
    @CsvSource({"360, false", "361, true"})
    void a_tenth_of_the_time_by_heart_rate(double aboveSeconds, boolean tooHard) {
        assertThat(EasyRun.tooHardByHeart(aboveSeconds, 3600)).isEqualTo(tooHard);
    }

    @ParameterizedTest
    @CsvSource({"900, false", "901, true"})
    void a_quarter_of_the_time_by_pace(double aboveSeconds, boolean tooHard) {
        assertThat(EasyRun.tooHardByPace(aboveSeconds, 3600)).isEqualTo(tooHard);
    }

    @ParameterizedTest
    @CsvSource({"4, 90, false", "5, 90, true", "5, 91, false", "6, 91, true"})
    void effort_from_5_on_and_from_6_on_over_90_minutes(int rpe, double minutes, boolean tooHard) {
        assertThat(EasyRun.tooHardByEffort(rpe, 60 * minutes)).isEqualTo(tooHard);
    }

    /** S8. */
    @ParameterizedTest
    @CsvSource({"5, 360, true", "4, 360, false", "5, 361, false", "10, 0, true"})
    void an_easy_heart_that_felt_hard(int rpe, double aboveSeconds, boolean found) {
        assertThat(EasyRun.feltHardAtEasyHeart(rpe, aboveSeconds, 3600)).isEqualTo(found);
    }
}
