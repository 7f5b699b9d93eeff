package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.analysis.model.Plausibility.Doubt;
import run.harrier.load.recording.model.Sport;

/** What is entered by hand is doubted by the same rules as a file. */
class PlausibilityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource({
        "0, 10000, durationSeconds",
        "-1, 10000, durationSeconds",
        "1e9, 10000, durationSeconds",
        "NaN, 10000, durationSeconds",
        "1e-322, 10000, durationSeconds",
        "0.001, 10000, durationSeconds",
        "59, 5840, distanceMetres",
        "3600, -1, distanceMetres",
        "3600, NaN, distanceMetres",
        "3600, 1e9, distanceMetres",
        "3600, 50000, distanceMetres",
    })
    void absurd_figures_are_named(double seconds, double metres, String field) {
        Figures figures = Figures.entered(seconds, OptionalDouble.of(metres));
        assertThat(Plausibility.doubt(Sport.RUN, TODAY, figures, TODAY))
                .map(Doubt::field)
                .contains(field);
    }

    @Test
    void a_ride_may_be_as_fast_as_no_runner() {
        Figures fast = Figures.entered(3600, OptionalDouble.of(50_000));
        assertThat(Plausibility.doubt(Sport.RIDE, TODAY, fast, TODAY)).isEmpty();
    }

    @Test
    void only_days_that_were_can_be_entered() {
        Figures run = Figures.entered(3600, OptionalDouble.empty());
        assertThat(Plausibility.doubt(Sport.RUN, TODAY, run, TODAY)).isEmpty();
        assertThat(Plausibility.doubt(Sport.RUN, TODAY.plusDays(1), run, TODAY))
                .contains(new Doubt("startedAt", "The activity starts on 2026-03-05, which is to come."));
        assertThat(Plausibility.doubt(Sport.RUN, LocalDate.of(1970, 1, 1), run, TODAY))
                .map(Doubt::field)
                .contains("startedAt");
    }
}
