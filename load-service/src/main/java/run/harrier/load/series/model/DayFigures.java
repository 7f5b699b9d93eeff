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
        OptionalDouble rampPerWeek,
        Weeks weeks) {
    private static final int FEWEST_RUNNING_DAYS = 6;
    private static final double RETURNING_SHARE = 0.6;

    /**
     * The band of the ratio where it may be a reason to warn or to change a plan (D46): not of a part of a record (D3), not
     * with few running days, not of who comes back to less than usual.
     */
    public Optional<Acwr.Band> band() {
        var returns = form > 0 && weeks.load() < RETURNING_SHARE * weeks.usual();
        return acwr.filter(ratio -> !ratio.provisional() && weeks.runningDays() >= FEWEST_RUNNING_DAYS && !returns)
                .map(Acwr::band);
    }

    /**
     * What a figure of the week is seen against (D46).
     *
     * @param runningDays of the last 28
     * @param load of the last seven days
     * @param median of such weeks that ended in the last 28 days
     * @param usual the median of the eight weeks before with any load, as far as this year and the four weeks before it show
     *     them; 0 without one
     */
    public record Weeks(int runningDays, double load, double median, double usual) {}

    /** Missing is not zero (D3): inside the record a day without an activity is rest. */
    public enum State {
        TRAINED,
        REST,
        NO_DATA,
        NOT_WORN
    }
}
