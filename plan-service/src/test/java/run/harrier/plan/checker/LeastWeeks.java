package run.harrier.plan.checker;

import java.util.OptionalInt;
import run.harrier.plan.generation.plan.model.Level;

/**
 * The least weeks in which a race plan can be enough (D25), from volumes (D4), down weeks (D7) and the long run (D26)
 * alone: default growth of 6 %, race and long run on Sunday. Not a generator: no session is placed.
 */
public final class LeastWeeks {
    private static final double RISE = 1.06;
    private static final double FIVE_MINUTES = 300;
    private static final double LEAST_RECENT_RUN = 1800;
    private static final int WEEKS_FOR_DOUBLE = 12;
    private static final int MOST_WEEKS = 40;

    private final Distance distance;
    private final boolean beginner;
    private final double start;
    private final double easy;
    private final int days;
    private final double longest;

    private LeastWeeks(Distance distance, boolean beginner, double start, double easy, int days, double longest) {
        this.distance = distance;
        this.beginner = beginner;
        this.start = start;
        this.easy = easy;
        this.days = days;
        this.longest = longest;
    }

    /** As in D25's table: four days, a longest recent run of a third of the week, at least 30 min, D33's pace. */
    public static OptionalInt usual(double raceMetres, Level level, double startMetres) {
        double easy = Pacing.easyByLevel(level, startMetres);
        double third = Math.max(LEAST_RECENT_RUN, startMetres / 3 / 1000 * easy);
        return of(raceMetres, level, startMetres, easy, 4, third);
    }

    /**
     * @param easy seconds per kilometre
     * @param longest seconds of the longest recent run
     * @return empty where no length is enough
     */
    public static OptionalInt of(
            double raceMetres, Level level, double startMetres, double easy, int days, double longest) {
        var least = new LeastWeeks(Distance.of(raceMetres), level == Level.BEGINNER, startMetres, easy, days, longest);
        for (int weeks = 7 + least.taperWeeks(); weeks <= MOST_WEEKS; weeks++) {
            if (least.possible(weeks)) {
                return OptionalInt.of(weeks);
            }
        }
        return OptionalInt.empty();
    }

    /** Whole weeks that begin in the taper, the race on Sunday. */
    private int taperWeeks() {
        return distance.taperDays / 7;
    }

    /** Weeks between the one with the longest run and the race's. */
    private int weeksAfterLongest() {
        return (distance.lastLongRunDays + 6) / 7;
    }

    private boolean possible(int weeks) {
        return from(1, 0, start, longest, 0, false, weeks);
    }

    private double limit(int weeks) {
        double usual = Math.max(1.5 * start, start + 12_000);
        return usual < distance.highestWeek(beginner) && weeks >= WEEKS_FOR_DOUBLE ? Math.max(usual, 2 * start) : usual;
    }

    /**
     * @param down the last down week, 0 for none
     * @param highest the highest week so far, or the starting volume
     * @param run the longest run so far
     * @param reached the highest planned week
     */
    private boolean from(int week, int down, double highest, double run, double reached, boolean enough, int weeks) {
        int last = weeks - taperWeeks();
        int longestWeek = weeks - weeksAfterLongest();
        if (week > last) {
            return enough && reached >= distance.highestWeek(beginner) * (1 - 1e-9);
        }
        int since = week - down;
        boolean mayBeDown = since >= 3 && since <= 4 && week != longestWeek && week != last;
        if (mayBeDown && from(week + 1, week, highest, run, reached, enough, weeks)) {
            return true;
        }
        if (since >= 4) {
            return false;
        }
        double metres = Math.min(limit(weeks), RISE * highest);
        double mostSeconds = Math.min(60 * distance.mostMinutes, distance.mostMetres(metres, days) / 1000 * easy);
        double seconds = FIVE_MINUTES * Math.floor(Math.min(LongRunRules.next(run), mostSeconds) / FIVE_MINUTES + 1e-9);
        boolean longEnough = enough;
        if (week == longestWeek) {
            longEnough = seconds >= distance.longestSeconds(beginner)
                    || seconds / easy * 1000 >= distance.longest(beginner) * (1 - 1e-9);
        }
        return from(week + 1, down, metres, Math.max(run, seconds), Math.max(reached, metres), longEnough, weeks);
    }
}
