package run.harrier.plan.generation.plan.model;

/** How experienced the runner is (S2). */
public enum Level {
    BEGINNER(4),
    INTERMEDIATE(5),
    EXPERIENCED(6);

    private final int usualDaysPerWeek;

    Level(int usualDaysPerWeek) {
        this.usualDaysPerWeek = usualDaysPerWeek;
    }

    /** The running days of a week where the request names none. */
    public int usualDaysPerWeek() {
        return usualDaysPerWeek;
    }

    /** The quality sessions of a week where the request names none: one for beginners and on up to 4 days, else two (D13). */
    public int usualQuality(int daysPerWeek) {
        return Math.min(2, allowedQuality(daysPerWeek));
    }

    /**
     * The most quality sessions of a week: one for beginners and on up to 4 days, two on 5 days, else three (D13). A
     * request for more is the coach's override.
     */
    public int allowedQuality(int daysPerWeek) {
        if (this == BEGINNER || daysPerWeek <= 4) {
            return 1;
        }
        return daysPerWeek == 5 ? 2 : 3;
    }
}
