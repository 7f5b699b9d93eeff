package run.harrier.plan.generation.plan.model;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which weeks are down weeks (S54, D7): every fourth, with cycles of three where one would otherwise be the week of the
 * longest run, the last before the taper or the only week of a phase. Pure search over the cycles of three and four.
 */
public final class DownWeeks {
    private static final int FORBIDDEN = 100;
    private static final int LONGEST_LOADING = 3;

    private final Periodisation phases;
    private final int weeks;
    private final int longestRunWeek;
    private Set<Integer> best = Set.of();
    private int bestCost = Integer.MAX_VALUE;

    private DownWeeks(Periodisation phases, int longestRunWeek) {
        this.phases = phases;
        this.longestRunWeek = longestRunWeek;
        weeks = phases.weeksBeforeTaper();
    }

    /** @param recovering weeks at the begin that are soon after a race (D37); the cycles begin after them */
    public static Set<Integer> of(Periodisation phases, int longestRunWeek, int recovering) {
        var search = new DownWeeks(phases, longestRunWeek);
        search.from(recovering, new TreeSet<>(), 0);
        return search.best;
    }

    /** The Sunday of a week decides whether it lies before the taper. */
    private void from(int last, Set<Integer> down, int cost) {
        if (cost >= bestCost) {
            return;
        }
        int whole = phases.taperDaysIn(weeks) > 0 ? weeks - 1 : weeks;
        int tail = whole - last;
        int costOfTail = tail > LONGEST_LOADING ? FORBIDDEN * (tail - LONGEST_LOADING) : 0;
        if (cost + costOfTail < bestCost) {
            best = new TreeSet<>(down);
            bestCost = cost + costOfTail;
        }
        for (int cycle = 4; cycle >= 3; cycle--) {
            int week = last + cycle;
            if (week <= weeks) {
                down.add(week);
                from(week, down, cost + (cycle == 3 ? 2 : 1) + cost(week));
                down.remove(week);
            }
        }
    }

    private int cost(int week) {
        boolean forbidden = week == longestRunWeek
                || week == weeks
                || (week == weeks - 1 && phases.taperDaysIn(weeks) > 0)
                || phases.count(phases.phase(week)) == 1;
        boolean endsBase = phases.phase(week) == Phase.BASE && phases.phase(week + 1) != Phase.BASE;
        boolean startsPhase = week > 1 && phases.phase(week - 1) != phases.phase(week);
        return (forbidden ? FORBIDDEN : 0) + (endsBase ? 0 : 1) + (startsPhase ? 2 : 0);
    }

    /** The week whose long run is the last one far enough from the race (D26). */
    public static int longestRunWeek(Periodisation phases, DayOfWeek longRunDay, int daysFromRace) {
        int week = phases.weeks();
        while (week > 1
                && phases.monday(week).with(longRunDay).isAfter(phases.raceDay().minusDays(daysFromRace))) {
            week--;
        }
        return week;
    }
}
