package run.harrier.plan.generation.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D13. */
class LevelTest {

    @ParameterizedTest(name = "{0} on {1} days: usually {2}, at most {3}")
    @CsvSource({
        "BEGINNER, 3, 1, 1",
        "BEGINNER, 7, 1, 1",
        "INTERMEDIATE, 3, 1, 1",
        "INTERMEDIATE, 4, 1, 1",
        "INTERMEDIATE, 5, 2, 2",
        "INTERMEDIATE, 6, 2, 3",
        "EXPERIENCED, 4, 1, 1",
        "EXPERIENCED, 5, 2, 2",
        "EXPERIENCED, 7, 2, 3"
    })
    void quality_sessions_follow_the_level_and_the_days_of_a_week(Level level, int days, int usual, int allowed) {
        assertThat(level.usualQuality(days)).isEqualTo(usual);
        assertThat(level.allowedQuality(days)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"BEGINNER, 4", "INTERMEDIATE, 5", "EXPERIENCED, 6"})
    void experience_adds_running_days(Level level, int days) {
        assertThat(level.usualDaysPerWeek()).isEqualTo(days);
    }

    /** S35. */
    @ParameterizedTest
    @CsvSource({
        "BEGINNER, 5000, DISTANCE",
        "INTERMEDIATE, 5000,",
        "INTERMEDIATE, 16000,",
        "INTERMEDIATE, 21097.5, DISTANCE",
        "EXPERIENCED, 42195, DISTANCE"
    })
    void beginners_and_long_races_run_for_distance(Level level, double raceMetres, Focus focus) {
        assertThat(Focus.usual(level, raceMetres)).isEqualTo(focus);
    }
}
