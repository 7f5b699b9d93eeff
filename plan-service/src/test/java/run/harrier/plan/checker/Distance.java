package run.harrier.plan.checker;

/** The table of D25 with D7's taper and D26's last long run, by the race's distance. */
enum Distance {
    TO_5_KM(5_000, 8_000, 50, 5_000, 35, 20_000, 15_000, 0.30, 120, 7, 10),
    TO_10_KM(10_000, 12_000, 75, 9_000, 65, 28_000, 20_000, 0.30, 135, 10, 10),
    TO_HALF(21_097.5, 17_000, 105, 17_000, 105, 40_000, 33_000, 0.40, 150, 14, 14),
    TO_MARATHON(42_195, 29_000, 165, 29_000, 165, 60_000, 48_000, 0.50, 195, 21, 21),
    TO_50_KM(Double.MAX_VALUE, 34_000, 225, 34_000, 225, 70_000, 63_000, 0.50, 240, 21, 21);

    private static final double TOLERANCE = 1.005;

    private final double upTo;
    private final double longest;
    private final int longestMinutes;
    private final double longestBeginner;
    private final int longestMinutesBeginner;
    private final double week;
    private final double weekBeginner;
    final double share;
    final int mostMinutes;
    final int taperDays;
    final int lastLongRunDays;

    Distance(
            double upTo,
            double longest,
            int longestMinutes,
            double longestBeginner,
            int longestMinutesBeginner,
            double week,
            double weekBeginner,
            double share,
            int mostMinutes,
            int taperDays,
            int lastLongRunDays) {
        this.upTo = upTo;
        this.longest = longest;
        this.longestMinutes = longestMinutes;
        this.longestBeginner = longestBeginner;
        this.longestMinutesBeginner = longestMinutesBeginner;
        this.week = week;
        this.weekBeginner = weekBeginner;
        this.share = share;
        this.mostMinutes = mostMinutes;
        this.taperDays = taperDays;
        this.lastLongRunDays = lastLongRunDays;
    }

    static Distance of(double metres) {
        for (var distance : values()) {
            if (metres <= distance.upTo * TOLERANCE) {
                return distance;
            }
        }
        return TO_50_KM;
    }

    double highestWeek(boolean beginner) {
        return beginner ? weekBeginner : week;
    }

    double longest(boolean beginner) {
        return beginner ? longestBeginner : longest;
    }

    double longestSeconds(boolean beginner) {
        return 60.0 * (beginner ? longestMinutesBeginner : longestMinutes);
    }

    /** The most metres of a long run in a week of a distance (D26). */
    double mostMetres(double weekMetres, int runningDays) {
        if (runningDays <= 3) {
            double wide = switch (this) {
                case TO_5_KM, TO_10_KM -> 0.45;
                case TO_HALF -> 0.50;
                case TO_MARATHON, TO_50_KM -> 0.55;
            };
            return wide * weekMetres;
        }
        return Math.max(share * weekMetres, Math.min(0.45 * weekMetres, share * 45_000));
    }

    boolean atMost(Distance other) {
        return ordinal() <= other.ordinal();
    }
}
