package run.harrier.contracts.model;

/**
 * What both services judge an easy run by: the bounds beyond which it was too hard, by heart rate, pace and effort (D45),
 * and whether it felt hard at an easy heart rate (S8).
 */
public final class EasyRun {
    private static final double MOST_TIME_BY_HEART = 0.10;
    private static final double MOST_TIME_BY_PACE = 0.25;
    private static final double LONG_SECONDS = 90 * 60;
    private static final int HARD_RPE = 5;
    private static final int HARD_RPE_OF_LONG = 6;

    private EasyRun() {}

    /** Over 90 minutes: the drift of its last third does not count, and it may feel harder. */
    public static boolean isLong(double seconds) {
        return seconds > LONG_SECONDS;
    }

    /** @param aboveSeconds how long the heart rate was above the line of easy running */
    public static boolean tooHardByHeart(double aboveSeconds, double seconds) {
        return aboveSeconds > MOST_TIME_BY_HEART * seconds;
    }

    /** @param aboveSeconds how long the pace was faster than easy */
    public static boolean tooHardByPace(double aboveSeconds, double seconds) {
        return aboveSeconds > MOST_TIME_BY_PACE * seconds;
    }

    public static boolean tooHardByEffort(int rpe, double seconds) {
        return rpe >= (isLong(seconds) ? HARD_RPE_OF_LONG : HARD_RPE);
    }

    /**
     * S8: it felt hard though the heart rate stayed easy. Of a session that was planned to be hard nobody asks this: hard
     * is how it should feel.
     *
     * @param rpe 1 to 10
     * @param aboveSeconds how long the heart rate was above the line of easy running
     */
    public static boolean feltHardAtEasyHeart(int rpe, double aboveSeconds, double seconds) {
        return rpe >= HARD_RPE && !tooHardByHeart(aboveSeconds, seconds);
    }
}
