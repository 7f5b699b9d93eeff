package run.harrier.load.series.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.series.model.Acwr.Band;
import run.harrier.testkit.load.PlannedSeason;

/** Who does exactly what a plan says sets off no alarm (D40, D46): the plan-service says what that is. */
class PlannedSeasonsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-12-07");

    static List<PlannedSeason> seasons() {
        return PlannedSeason.all();
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void a_season_as_it_was_planned_never_raises_the_ratio(PlannedSeason season) {
        var history = LoadHistory.empty();
        for (int i = 0; i < season.running().size(); i++) {
            double running = season.running().get(i);
            double other = season.other().get(i);
            if (running > 0) {
                history = history.with(FIRST.plusDays(i), day -> day.plus(running, true));
            }
            if (other > 0) {
                history = history.with(FIRST.plusDays(i), day -> day.plus(other, false));
            }
        }
        int days = season.running().size() - season.raceDays();
        var figures = history.figures(FIRST.plusDays(season.recordDays()), FIRST.plusDays(days - 1));

        assertThat(figures).hasSize(days - season.recordDays());
        assertThat(figures)
                .filteredOn(day -> day.band()
                        .filter(EnumSet.of(Band.RAISED, Band.HIGH)::contains)
                        .isPresent())
                .as(season.name())
                .isEmpty();
    }
}
