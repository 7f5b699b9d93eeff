package run.harrier.load.series.model;

/**
 * What is stored of one local day.
 *
 * @param load of all activities together
 * @param runningLoad of the runs among them: other sports on rest days would make a hard and easy week look monotonous
 *     (U21)
 * @param activities how many
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

    /** Takes away an activity that was added; nothing is left of the last one. */
    public Day minus(double activityLoad, boolean running) {
        return activities <= 1
                ? new Day(0, 0, 0, absence)
                : new Day(load - activityLoad, runningLoad - (running ? activityLoad : 0), activities - 1, absence);
    }

    public Day declared(Absence declared) {
        return new Day(load, runningLoad, activities, declared);
    }

    /** Whether the day counts: what an activity tells wins over what was declared. */
    boolean known() {
        return activities > 0 || absence == Absence.NONE;
    }
}
