package run.harrier.plan.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.plan.generation.plan.model.Level;

/** D25's table of the least weeks follows from D4, D7 and D26. */
class LeastWeeksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000    | BEGINNER     | 10 |  8 |  8 |  8 |  8 |  8 |  8 |  8",
                "5000    | INTERMEDIATE | 18 |  8 |  8 |  8 |  8 |  8 |  8 |  8",
                "10000   | BEGINNER     | 18 | 10 |  8 |  8 |  8 |  8 |  8 |  8",
                "10000   | INTERMEDIATE |  - | 15 | 10 |  8 |  8 |  8 |  8 |  8",
                "21097.5 | BEGINNER     |  - |  - | 13 |  9 |  9 |  9 |  9 |  9",
                "21097.5 | INTERMEDIATE |  - |  - | 17 | 13 |  9 |  9 |  9 |  9",
                "42195   | BEGINNER     |  - |  - |  - | 18 | 14 | 12 | 10 | 10",
                "42195   | INTERMEDIATE |  - |  - |  - |  - | 18 | 16 | 13 | 10"
            })
    void table(
            double race,
            Level level,
            String from10,
            String from15,
            String from20,
            String from25,
            String from30,
            String from35,
            String from40,
            String from50) {
        assertThat(least(race, level, 10)).isEqualTo(from10);
        assertThat(least(race, level, 15)).isEqualTo(from15);
        assertThat(least(race, level, 20)).isEqualTo(from20);
        assertThat(least(race, level, 25)).isEqualTo(from25);
        assertThat(least(race, level, 30)).isEqualTo(from30);
        assertThat(least(race, level, 35)).isEqualTo(from35);
        assertThat(least(race, level, 40)).isEqualTo(from40);
        assertThat(least(race, level, 50)).isEqualTo(from50);
    }

    private static String least(double race, Level level, double kilometres) {
        OptionalInt weeks = LeastWeeks.usual(race, level, 1000 * kilometres);
        return weeks.isPresent() ? "" + weeks.getAsInt() : "-";
    }
}
