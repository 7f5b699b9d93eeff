package run.harrier.load.scoring.model;

import java.util.List;

/**
 * What one unit of Foster's session load (minutes · RPE) is worth on the common scale, on which an hour at threshold is
 * 100.
 */
public record SessionScale(double factor, boolean own) {
    private static final int ENOUGH = 10;

    /** 420, an hour at RPE 7, is about an hour at threshold. */
    public static final SessionScale USUAL = new SessionScale(100.0 / 420, false);

    /** An activity that has both. */
    public record Pair(double sessionLoad, double measuredLoad) {
        /** Whether the formula can bear it: an effort of a second at least, and numbers that are numbers. */
        private boolean sound() {
            return sessionLoad >= 1 / 60.0 && Double.isFinite(sessionLoad) && Double.isFinite(measuredLoad);
        }
    }

    /** The athlete's own, by least squares through the origin, once ten activities have both; else the usual one. */
    public static SessionScale of(List<Pair> pairs) {
        double products = 0;
        double squares = 0;
        List<Pair> sound = pairs.stream().filter(Pair::sound).toList();
        for (Pair pair : sound) {
            products += pair.sessionLoad() * pair.measuredLoad();
            squares += pair.sessionLoad() * pair.sessionLoad();
        }
        return sound.size() < ENOUGH || products <= 0 ? USUAL : new SessionScale(products / squares, true);
    }

    public double load(double minutes, int rpe) {
        return factor * minutes * rpe;
    }
}
