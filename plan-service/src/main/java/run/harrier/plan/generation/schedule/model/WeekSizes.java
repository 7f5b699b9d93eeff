package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.util.Objects;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/** How long a week and its long run are to be, and may be at most, after the weeks before (D4, D7, D26, D33). */
final class WeekSizes {
    private static final int UNIT = WeekFill.UNIT;

    /** What hard sessions take of a week at least, by which it is seen whether the days can hold a volume. */
    private static final int HARD_SESSION_SECONDS = 52 * 60;

    private static final int SECOND_HARD_SESSION_SECONDS = 30 * 60;

    /** A week may come out a little smaller than it was aimed at. */
    private static final double SHARE_MARGIN = 0.99;

    private static final double DOWN_LONG_RUN = 0.78;
    private static final double TAPER_LONG_RUN = 0.68;
    private static final double RECOVERING_LONG_RUN = 0.35;

    /** The week in which a taper of ten days begins. */
    private static final double TAPER_BEGINS = 0.86;

    private static final double RACE_WEEK_MARGIN = 0.05;
    private static final double PEAK_WEEK = 0.97;
    private static final double SPEED_WEEK = 0.9;
    private static final double HELD_WEEK = 0.995;
    private static final double MOST_OF_HELD_WEEK = 1.004;

    /** Limits are kept by so much, because a week is filled in steps of five minutes. */
    private static final double MARGIN = 0.005;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final PlanPolicy policy;
    private final Volumes volumes;
    private final double growth;
    private final SoFar soFar;

    /** @param growth below 1 where the days hold less than they seem to */
    WeekSizes(Volumes volumes, double growth, SoFar soFar) {
        request = volumes.request();
        frame = volumes.frame();
        policy = request.policy();
        this.volumes = volumes;
        this.growth = growth;
        this.soFar = soFar;
    }

    /** What a week aims at, in seconds. */
    double target(WeekFrame week, boolean rises) {
        if (week.recovering()) {
            return week.share() * volumes.startSeconds();
        }
        if (week.down()) {
            return (1 - policy.down().usual() + MARGIN) * soFar.previous();
        }
        if (week.taper()) {
            boolean raceWeek = frame.raceWeek(week);
            return (raceWeek
                            ? policy.taper().least() + RACE_WEEK_MARGIN
                            : policy.taper().usual())
                    * soFar.previous();
        }
        if (!week.loading()) {
            return Math.min(soFar.previous(), TAPER_BEGINS * soFar.highest());
        }
        if (rises) {
            return Math.min(Math.min(volumes.highestSeconds(), volumes.risen(soFar.highest())), held(week));
        }
        if (request.speedFocus() && !week.base()) {
            return SPEED_WEEK * soFar.highest();
        }
        boolean peak = week.phase() == Phase.PEAK && !week.longestRun();
        return Math.min((peak ? PEAK_WEEK : HELD_WEEK) * soFar.highest(), held(week));
    }

    /** What the given days can hold with hard sessions on some of them (D33). */
    private double held(WeekFrame week) {
        double longRun = Math.min(
                Math.max(volumes.longestSeconds(), soFar.previousLongRun()),
                Math.min(60.0 * frame.demand().longRunMinutes(), longestAllowed(week) + UNIT));
        int days = request.pattern().count();
        double easy = Math.min(
                request.longestEasySeconds(),
                (days <= 4 ? policy.easyOfLongOnFewDays() : policy.easyOfLong()) * longRun);
        int hard = Math.max(1, request.qualityPerWeek());
        double low = days == DayOfWeek.values().length
                ? Math.max(
                        0,
                        easy
                                - Math.max(
                                        WeekFill.SHORTEST_RUN_SECONDS,
                                        WeekFill.LOW_DAY_OF_MEAN * soFar.highest() / days))
                : 0;
        double besides =
                (days - 1 - hard) * easy - low + HARD_SESSION_SECONDS + (hard - 1) * SECOND_HARD_SESSION_SECONDS;
        double share = days <= 3
                ? frame.demand().longRunShareOnThreeDays()
                : frame.demand().longRunShare();
        double holds = Math.min(longRun + besides, days <= 4 ? besides / (1 - share) : Double.MAX_VALUE)
                / policy.loadingFloor()
                * growth;
        return week.number() == 1 ? holds : Math.max(holds, soFar.highest() * policy.loadingFloor());
    }

    /** What a week may come to at most, in seconds; a rising one a tenth over the highest so far (S53). */
    double most(WeekFrame week, boolean rises) {
        if (week.recovering()) {
            return week.share() * volumes.startSeconds();
        }
        if (week.down()) {
            return (1 - policy.down().least() - MARGIN) * soFar.previous();
        }
        if (week.taper()) {
            return (policy.taper().most() - MARGIN) * soFar.previous();
        }
        return rises
                ? Math.min(volumes.highestSeconds() + 1, (1 + policy.highestRise() - 0.001) * soFar.highest())
                : MOST_OF_HELD_WEEK * soFar.highest();
    }

    /** Below it the easy days are too short for the volume, and the long run takes more of it. */
    double least(WeekFrame week, double target) {
        return (week.loading() ? 0.99 : 0.97) * target;
    }

    int longRunSeconds(WeekFrame week, double target, int most) {
        double wanted = week.recovering()
                ? RECOVERING_LONG_RUN * target
                : week.down()
                        ? DOWN_LONG_RUN * soFar.previousLongRun()
                        : week.taper()
                                ? TAPER_LONG_RUN * soFar.previousLongRun()
                                : volumes.longRunSeconds(week, target);
        if (week.longestRun()) {
            wanted = Math.max(wanted, soFar.longestRun());
        }
        int seconds = (int) Math.min(Math.round(wanted / UNIT) * UNIT, longRunMost(week, target));
        int least = WeekFill.SHORTEST_RUN_SECONDS + (request.pattern().count() <= 4 ? UNIT : 2 * UNIT);
        return Math.min(Math.max(seconds, least), Math.max(most, WeekFill.SHORTEST_RUN_SECONDS + UNIT));
    }

    int longRunMost(WeekFrame week, double target) {
        double easy = request.estimate().easySecondsPerKm();
        double share = frame.demand()
                        .longRunMetres(1000 * target / easy, request.pattern().count())
                * easy
                / 1000
                * SHARE_MARGIN;
        double most = Math.min(share, Math.min(60.0 * frame.demand().longRunMinutes(), longestAllowed(week)));
        if (!week.longestRun()) {
            most = Math.min(most, Math.max(volumes.longestSeconds(), soFar.previousLongRun()));
        }
        return (int) Math.floor(most / UNIT + 1e-9) * UNIT;
    }

    /** A tenth over the longest of thirty days, to the nearest five minutes, and five minutes always (D26). */
    private double longestAllowed(WeekFrame week) {
        var day = week.monday().with(Objects.requireNonNull(request.pattern().longRunDay()));
        double longest = soFar.longestRunBefore(day);
        return Math.max(longest + UNIT, Math.floor((1 + policy.runRise()) * longest / UNIT + 0.5) * UNIT);
    }
}
