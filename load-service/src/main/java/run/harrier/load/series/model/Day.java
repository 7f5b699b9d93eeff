package run.harrier.load.series.model;

/**
 * The load of one local day.
 *
 * @param load the sum over all activities
 * @param runningLoad the sum over the runs: other sports on rest days would make a hard and easy week look monotonous
 *     (U21)
 * @param activities how many there are
 */
public record Day(double load, double runningLoad, int activities, Absence absence) {
    static final Day EMPTY = new Day(0, 0, 0, Absence.NONE);

    /** Why a day without an activity is no rest day: declared by the athlete (D3). */
    public enum Absence {
        NONE,
        NO_DATA,
        NOT_WORN
    }

    public Day plus(double activityLoad, boolean running) {
        return new Day(load + activityLoad, runningLoad + (running ? activityLoad : 0), activities + 1, absence);
    }

    /** Without an activity that was added; without the last one the load is exactly zero. */
    public Day minus(double activityLoad, boolean running) {
        return activities <= 1
                ? new Day(0, 0, 0, absence)
                : new Day(load - activityLoad, runningLoad - (running ? activityLoad : 0), activities - 1, absence);
    }

    public Day declared(Absence declared) {
        return new Day(load, runningLoad, activities, declared);
    }

    /** Whether the day counts; a declared absence is void as soon as there is an activity. */
    boolean known() {
        return activities > 0 || absence == Absence.NONE;
    }
}
