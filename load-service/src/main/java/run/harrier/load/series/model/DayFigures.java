package run.harrier.load.series.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of a day, which follow from the loads up to it.
 *
 * @param form yesterday's fitness less yesterday's fatigue
 * @param acwr the coupled one, which is shown first; beside it the others (M1)
 * @param monotony of the last seven days' running; empty unless all are known
 * @param rampPerWeek change of fitness since a week ago; empty in the first week
 */
public record DayFigures(
        LocalDate on,
        double load,
        State state,
        double fitness,
        double fatigue,
        double form,
        Optional<Acwr> acwr,
        Optional<Acwr> acwrUncoupled,
        Optional<Acwr> acwrWeighted,
        Optional<Monotony> monotony,
        OptionalDouble rampPerWeek) {

    /** Missing is not zero (D3): inside the record a day without an activity is rest. */
    public enum State {
        TRAINED,
        REST,
        NO_DATA,
        NOT_WORN
    }
}
