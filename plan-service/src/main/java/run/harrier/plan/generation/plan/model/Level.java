package run.harrier.plan.generation.plan.model;

/** How experienced the runner is (S2). */
public enum Level {
    BEGINNER(4, 435),
    INTERMEDIATE(5, 350),
    EXPERIENCED(6, 300);

    private static final double FASTEST_EASY_SECONDS_PER_KM = 255;

    private final int usualDaysPerWeek;
    private final double easySecondsPerKm;

    Level(int usualDaysPerWeek, double easySecondsPerKm) {
        this.usualDaysPerWeek = usualDaysPerWeek;
        this.easySecondsPerKm = easySecondsPerKm;
    }

    /** Of easy running where neither a result nor a recorded run tells it: 5 s faster for each 10 km a week above 30 (D33). */
    public double easySecondsPerKm(double weeklyMetres) {
        var faster = 5 * Math.max(0, weeklyMetres - 30_000) / 10_000;
        return Math.max(FASTEST_EASY_SECONDS_PER_KM, easySecondsPerKm - faster);
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
