package run.harrier.plan.generation.plan.model;

import java.time.DayOfWeek;
import java.util.Collection;

/**
 * Which days of the week are run. Days are bits, Monday the lowest; the week is a ring, because the rule that no two
 * quality days touch spans Sunday to Monday (S24, D13).
 */
public record RunningDays(int days, int longRunBit) {

    private static final int WHOLE_WEEK = 0b1111111;

    static int bit(DayOfWeek day) {
        return 1 << (day.getValue() - 1);
    }

    static int bits(Collection<DayOfWeek> days) {
        int mask = 0;
        for (DayOfWeek day : days) {
            mask |= bit(day);
        }
        return mask;
    }

    public static int allBut(Collection<DayOfWeek> days) {
        return WHOLE_WEEK & ~bits(days);
    }

    /** Spreads the running days, with room for the quality days apart from each other and from the long run. */
    public static RunningDays choose(int available, int count, DayOfWeek longRunDay, int quality) {
        return new RunningDays(available, bit(longRunDay)).thinned(count, quality);
    }

    /** The same week on fewer days. */
    public RunningDays thinned(int count, int quality) {
        int best = days;
        int bestScore = Integer.MIN_VALUE;
        for (int mask = 1; mask <= WHOLE_WEEK; mask++) {
            if ((mask & ~days) == 0 && Integer.bitCount(mask) == count && (mask & longRunBit) != 0) {
                int score = new RunningDays(mask, longRunBit).score(quality);
                if (score > bestScore) {
                    bestScore = score;
                    best = mask;
                }
            }
        }
        return new RunningDays(best, longRunBit);
    }

    private int score(int quality) {
        int placed = qualityDays(quality, WHOLE_WEEK);
        int restAfterLongRun = (days & after(longRunBit)) == 0 ? 1 : 0;
        int lateTestDay = testBit() >= bit(DayOfWeek.THURSDAY) ? 1 : 0;
        return 10_000 * Integer.bitCount(placed)
                + 1_000 * lateTestDay
                - 100 * unevenness(days)
                + qualityScore(placed)
                + restAfterLongRun;
    }

    public int count() {
        return Integer.bitCount(days);
    }

    /** As many of the wanted quality days as fit, never two of them adjacent, none on the long run. */
    public int qualityDays(int wanted, int allowed) {
        return apart(wanted, days & allowed & ~longRunBit, 0);
    }

    /** As {@link #qualityDays}, the long run being one of them; 0 when it may not be. */
    public int qualityDaysWithLongRun(int wanted, int allowed) {
        if (wanted < 1 || (allowed & longRunBit) == 0) {
            return 0;
        }
        return apart(wanted, days & allowed, longRunBit);
    }

    private int apart(int wanted, int candidates, int needed) {
        int best = needed;
        int bestScore = Integer.MIN_VALUE;
        for (int mask = 0; mask <= WHOLE_WEEK; mask++) {
            boolean fits = (mask & ~candidates) == 0 && (mask & needed) == needed;
            if (fits && Integer.bitCount(mask) <= wanted && (mask & after(mask)) == 0) {
                int score = 1_000 * Integer.bitCount(mask) + qualityScore(mask);
                if (score > bestScore) {
                    bestScore = score;
                    best = mask;
                }
            }
        }
        return best;
    }

    /** Away from the long run first, then spread. */
    private int qualityScore(int quality) {
        int touching = Integer.bitCount(quality & (after(longRunBit) | before(longRunBit)));
        return -20 * touching - (quality == 0 ? 0 : unevenness(quality | longRunBit));
    }

    /** The day of a fitness test: the last one, but for the long run (D14). */
    public int testBit() {
        return Integer.highestOneBit(days & ~longRunBit);
    }

    static int after(int mask) {
        return ((mask << 1) | (mask >> 6)) & WHOLE_WEEK;
    }

    private static int before(int mask) {
        return ((mask >> 1) | (mask << 6)) & WHOLE_WEEK;
    }

    /** Sum of the squared distances from one day to the next around the week. */
    private static int unevenness(int mask) {
        int sum = 0;
        int first = Integer.numberOfTrailingZeros(mask);
        int previous = first;
        for (int day = first + 1; day <= first + 7; day++) {
            if ((mask & (1 << (day % 7))) != 0) {
                sum += (day - previous) * (day - previous);
                previous = day;
            }
        }
        return sum;
    }
}
