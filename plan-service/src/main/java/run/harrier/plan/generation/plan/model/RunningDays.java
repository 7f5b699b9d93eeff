package run.harrier.plan.generation.plan.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which days of a week are run. The week is a ring, because the rule that no two quality days touch spans Sunday to
 * Monday (S24, D13). To try all weeks there are, days are bits in here, Monday the lowest.
 *
 * @param longRunDay one of the days; absent in a week without a long run
 */
public record RunningDays(Set<DayOfWeek> days, @Nullable DayOfWeek longRunDay) {

    private static final int WHOLE_WEEK = 0b1111111;

    public RunningDays {
        var copy = EnumSet.noneOf(DayOfWeek.class);
        copy.addAll(days);
        days = Collections.unmodifiableSet(copy);
    }

    /** Spreads the running days, with room for the quality days apart from each other and from the long run. */
    public static RunningDays choose(Set<DayOfWeek> noRunDays, int count, DayOfWeek longRunDay, int quality) {
        return new RunningDays(days(WHOLE_WEEK & ~bits(noRunDays)), longRunDay).thinned(count, quality);
    }

    /** The same week on fewer days. */
    public RunningDays thinned(int count, int quality) {
        var available = bits(days);
        var longRun = bit(longRunDay);
        var best = available;
        var bestScore = Integer.MIN_VALUE;
        for (var mask = 1; mask <= WHOLE_WEEK; mask++) {
            if ((mask & ~available) == 0 && Integer.bitCount(mask) == count && (mask & longRun) != 0) {
                var score = score(mask, longRun, quality);
                if (score > bestScore) {
                    bestScore = score;
                    best = mask;
                }
            }
        }
        return new RunningDays(days(best), longRunDay);
    }

    /** The first days of the week before its race, without a long run. */
    public RunningDays beforeRace(DayOfWeek raceDay, int most) {
        var before = days.stream()
                .filter(day -> day.compareTo(raceDay) < 0)
                .limit(most)
                .collect(Collectors.toSet());
        return new RunningDays(before, null);
    }

    /** Of a week only the days from one on (D37). */
    public RunningDays from(LocalDate first, LocalDate monday) {
        if (!first.isAfter(monday)) {
            return this;
        }
        var left =
                days.stream().filter(day -> !monday.with(day).isBefore(first)).collect(Collectors.toSet());
        return new RunningDays(left, longRunDay != null && left.contains(longRunDay) ? longRunDay : null);
    }

    public int count() {
        return days.size();
    }

    /** As many of the wanted quality days as fit, never two of them adjacent, none on the long run. */
    public Set<DayOfWeek> qualityDays(int wanted, Set<DayOfWeek> avoided) {
        var longRun = bit(longRunDay);
        return days(apart(wanted, bits(days) & ~bits(avoided) & ~longRun, 0, longRun));
    }

    /** As {@link #qualityDays}, the long run being one of them; empty when it may not be. */
    public Set<DayOfWeek> qualityDaysWithLongRun(int wanted, Set<DayOfWeek> avoided) {
        if (wanted < 1 || longRunDay == null || avoided.contains(longRunDay)) {
            return Set.of();
        }
        var longRun = bit(longRunDay);
        return days(apart(wanted, bits(days) & ~bits(avoided), longRun, longRun));
    }

    /** The day of a fitness test: the last one that is two days from the long run (D14). */
    public DayOfWeek testDay() {
        return days.stream()
                .filter(day -> day != longRunDay)
                .max(Comparator.<DayOfWeek, Boolean>comparing(this::apartFromLongRun)
                        .thenComparing(day -> day))
                .orElseThrow();
    }

    /** Two days or more (D39). */
    private boolean apartFromLongRun(DayOfWeek day) {
        return longRunDay == null || (day.plus(1) != longRunDay && longRunDay.plus(1) != day);
    }

    private static int score(int days, int longRun, int quality) {
        var placed = apart(quality, days & ~longRun, 0, longRun);
        var restAfterLongRun = (days & after(longRun)) == 0 ? 1 : 0;
        var lateTestDay = Integer.highestOneBit(days & ~longRun) >= bit(DayOfWeek.THURSDAY) ? 1 : 0;
        var crowded =
                (Integer.bitCount(days) == 5 && inARow(days, 4)) || (Integer.bitCount(days) == 3 && inARow(days, 2));
        return 10_000 * Integer.bitCount(placed)
                - 3_000 * (crowded ? 1 : 0)
                + 1_000 * lateTestDay
                - 100 * unevenness(days)
                + qualityScore(placed, longRun)
                + restAfterLongRun;
    }

    /** So many running days one after the other, around the week (D44). */
    private static boolean inARow(int days, int count) {
        var row = days;
        for (var day = 1; day < count; day++) {
            row &= after(row);
        }
        return row != 0;
    }

    private static int apart(int wanted, int candidates, int needed, int longRun) {
        var best = needed;
        var bestScore = Integer.MIN_VALUE;
        for (var mask = 0; mask <= WHOLE_WEEK; mask++) {
            var fits = (mask & ~candidates) == 0 && (mask & needed) == needed;
            if (fits && Integer.bitCount(mask) <= wanted && (mask & after(mask)) == 0) {
                var score = 1_000 * Integer.bitCount(mask) + qualityScore(mask, longRun);
                if (score > bestScore) {
                    bestScore = score;
                    best = mask;
                }
            }
        }
        return best;
    }

    /** Away from the long run first, then spread. */
    private static int qualityScore(int quality, int longRun) {
        var touching = 3 * Integer.bitCount(quality & before(longRun)) + Integer.bitCount(quality & after(longRun));
        return -20 * touching - (quality == 0 ? 0 : unevenness(quality | longRun));
    }

    private static int after(int mask) {
        return ((mask << 1) | (mask >> 6)) & WHOLE_WEEK;
    }

    private static int before(int mask) {
        return ((mask >> 1) | (mask << 6)) & WHOLE_WEEK;
    }

    /** Sum of the squared distances from one day to the next around the week. */
    private static int unevenness(int mask) {
        var sum = 0;
        var first = Integer.numberOfTrailingZeros(mask);
        var previous = first;
        for (var day = first + 1; day <= first + 7; day++) {
            if ((mask & (1 << (day % 7))) != 0) {
                sum += (day - previous) * (day - previous);
                previous = day;
            }
        }
        return sum;
    }

    private static int bit(@Nullable DayOfWeek day) {
        return day == null ? 0 : 1 << (day.getValue() - 1);
    }

    private static int bits(Collection<DayOfWeek> days) {
        var mask = 0;
        for (var day : days) {
            mask |= bit(day);
        }
        return mask;
    }

    private static Set<DayOfWeek> days(int mask) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if ((mask & bit(day)) != 0) {
                days.add(day);
            }
        }
        return days;
    }
}
