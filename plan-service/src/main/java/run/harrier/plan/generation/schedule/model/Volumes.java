package run.harrier.plan.generation.schedule.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/**
 * The volumes of a plan before its weeks: from where it starts, how steeply it rises, how high it may come (D4, D25,
 * D33), and the long runs that lead to the longest (D26).
 *
 * @param startSeconds the volume the athlete runs now
 * @param rise of a week that raises the volume over the highest before
 * @param highestSeconds no week goes beyond
 * @param longestSeconds the longest run that is aimed at
 * @param note what was cut, for the athlete; absent when nothing was
 */
record Volumes(
        ResolvedRequest request,
        RaceFrame frame,
        double startSeconds,
        double rise,
        double highestSeconds,
        double longestSeconds,
        @Nullable String note) {

    private static final double[] LONG_RUN_SHARE = {0, 0, 0, 0.40, 0.31, 0.275, 0.24, 0.22};
    private static final double[] WIDEST_WEEK = {0, 0, 0, 2.75, 3.65, 3.9, 4.6, 5.2};
    /** A long run with marathon pace is further than its time says. */
    static final double MARATHON_PACE_MARGIN = 0.965;

    private static final double RACELESS = 1.12;
    private static final double MARATHON_DEMAND_METRES = 21_100;
    private static final int LEAST_WEEKS_TO_DOUBLE = 12;
    private static final double REACH_MARGIN = 1.1;
    private static final double DEMAND_MARGIN = 1.03;
    private static final double DEMAND_MARGIN_WITH_WALKING = 1.08;

    /** Faster running is further than its time says. */
    private static final double DISTANCE_MARGIN = 0.958;

    private static final double DISTANCE_MARGIN_OF_TWO = 0.94;
    /** Where the race needs nearly all that is allowed. */
    private static final double TIGHT_MARGIN = 0.988;

    /** @param early the volume that the race needs is reached in base, as far as the rise allows */
    static Volumes of(ResolvedRequest request, RaceFrame frame, double growth, boolean early) {
        var policy = request.policy();
        var demand = frame.demand();
        double easy = request.estimate().easySecondsPerKm() / 1000;
        double limit = request.highestWeekSeconds();
        double current = request.currentWeeklyDistanceMetres() * easy;
        double start = Math.min(current, limit);
        int days = request.pattern().count();
        double longestNeeded = demand.longest(request.level()).seconds(1000 * easy);
        double enough = Math.max(
                demand.highestWeekMetres(request.level()) * easy,
                demand.longestOfWeek(request.level(), days, 1000 * easy) * easy);
        double needed = (request.ultra() ? DEMAND_MARGIN_WITH_WALKING : DEMAND_MARGIN) * enough;
        double usualMost = Math.max(policy.highestOverStart() * start, start + policy.highestOverStartMetres() * easy);
        if (request.options().maxGrowth() != null) {
            usualMost = request.options().maxGrowth() * start;
        } else if (enough > usualMost && frame.count() >= LEAST_WEEKS_TO_DOUBLE) {
            usualMost = Math.min(Math.max(usualMost, needed), policy.highestWhereNeeded() * start);
        }
        double margin = request.qualityPerWeek() > 1 ? DISTANCE_MARGIN_OF_TWO : DISTANCE_MARGIN;
        boolean tight = needed > usualMost * margin;
        double most = Math.min(usualMost * (tight ? TIGHT_MARGIN : margin), limit - 60);
        int rises = rises(frame, early);
        double usual = start * Math.pow(1 + policy.usualRise(), rises);
        double aim = Math.min(most, Math.max(usual, needed)) * growth;
        double rise = rises == 0 ? 0 : Math.min(policy.highestRise() - 0.002, Math.pow(aim / start, 1.0 / rises) - 1);
        double peak = Math.min(most, start * Math.pow(1 + rise, rises(frame, false)));
        boolean marathon = demand.upToMetres() > MARATHON_DEMAND_METRES;
        double share = demand.longRunMetres(peak / easy, days) * easy * (marathon ? MARATHON_PACE_MARGIN : 1);
        double wanted =
                Math.max(longestNeeded + 60, Math.max(usualShare(frame, days) * peak, wanted(demand, request, easy)));
        double longest = Math.min(Math.min(60.0 * demand.longRunMinutes(), share), wanted);
        String note = limit < current
                ? String.format(Locale.ROOT, "The plan keeps to %.1f hours of running a week", limit / 3600)
                : null;
        return new Volumes(request, frame, start, rise, most, longest, note);
    }

    /** Without a race ahead the long run is what leaves the easy days their room (D26). */
    private static double usualShare(RaceFrame frame, int days) {
        return LONG_RUN_SHARE[days] * (frame.raceless() ? RACELESS : 1);
    }

    /** A good margin over what is enough, for who has the volume for it. */
    private static double wanted(PlanPolicy.RaceDemand demand, ResolvedRequest request, double easy) {
        double enough = demand.longest(request.level()).seconds(1000 * easy);
        return Math.min(60.0 * demand.longRunMinutes(), 1.12 * enough);
    }

    /** Whether the steepest rise there is would reach what the race needs (D25): a look before a plan is written. */
    static boolean reach(ResolvedRequest request, RaceFrame frame) {
        var policy = request.policy();
        double easy = request.estimate().easySecondsPerKm();
        double needed = frame.demand().highestWeekMetres(request.level());
        double volume =
                request.currentWeeklyDistanceMetres() * Math.pow(1 + policy.highestRise(), rises(frame, false) + 1.0);
        double longest = request.longestRunSeconds();
        for (var week : frame.weeks()) {
            longest += week.loading() ? Math.max(WeekFill.UNIT, policy.runRise() * longest + 0.5 * WeekFill.UNIT) : 0;
            if (week.longestRun()) {
                break;
            }
        }
        return volume * REACH_MARGIN >= needed
                && longest >= frame.demand().longest(request.level()).seconds(easy) - WeekFill.UNIT;
    }

    private static int rises(RaceFrame frame, boolean early) {
        return (int) frame.weeks().stream()
                .filter(week -> week.raises() && (week.base() || !early))
                .count();
    }

    double risen(double highest) {
        return highest * (1 + rise);
    }

    /** From the first week's share to the longest run, evenly over the loading weeks. */
    double longRunSeconds(WeekFrame week, double target) {
        int days = request.pattern().count();
        double first = Math.max(
                LONG_RUN_SHARE[days] * startSeconds, Math.min(request.longestRunSeconds(), longestSeconds * 0.9));
        int before = 0;
        int all = 0;
        boolean past = true;
        boolean after = false;
        for (var other : frame.weeks()) {
            if (other.loading() && past) {
                all++;
                before += other.number() < week.number() ? 1 : 0;
            }
            past &= !other.longestRun();
            after |= other.longestRun() && other.number() < week.number();
        }
        double least = target / WIDEST_WEEK[days];
        if (after || !week.loading()) {
            return Math.min(longestSeconds - 600, Math.max(0.82 * longestSeconds, least));
        }
        double ramp = all <= 1 ? longestSeconds : first + (longestSeconds - first) * before / (all - 1.0);
        double most = week.longestRun() ? longestSeconds : Math.max(least, longestSeconds - WeekFill.UNIT);
        return Math.min(Math.max(ramp, least), most);
    }
}
