package run.harrier.plan.generation.schedule.model;

import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.RecoveryWeeks;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/**
 * The running of each week in metres, the race left out. It starts at the athlete's current volume and rises in base
 * by 6 % on every loading week, at most to 1.5 times the start (S53, D4); a down week is a quarter lower than the one
 * before (S54); from early quality on the volume stands still while intensity rises (S26), a tenth lower with a speed
 * focus (S33); each taper week is 70 % of the one before (S45, D7).
 */
final class WeeklyVolume {

    static final double LONGEST_LONG_RUN_SECONDS = 150 * 60;

    private static final double RISE = 1.06;
    private static final double HIGHEST_OVER_START = 1.48;
    private static final double DOWN = 0.75;
    private static final double TAPER = 0.7;
    private static final double SPEED_BLOCK = 0.9;

    private WeeklyVolume() {}

    static double[] metres(ResolvedRequest request, Periodisation phases, RecoveryWeeks recovery) {
        double start = Math.min(request.currentWeeklyDistanceMetres(), capacityMetres(request));
        double limit = Math.min(start * HIGHEST_OVER_START, capacityMetres(request));
        double level = start;
        double[] metres = new double[phases.weeks()];
        for (int week = 1; week <= phases.weeks(); week++) {
            Phase phase = phases.phase(week);
            double previous = week == 1 ? level : metres[week - 2];
            if (phase == Phase.TAPER) {
                metres[week - 1] = TAPER * previous;
            } else if (recovery.down().contains(week)) {
                metres[week - 1] = DOWN * previous;
            } else {
                if (phase == Phase.BASE && week > 1) {
                    level = Math.min(level * RISE, limit);
                }
                double block = request.speedFocus() && phase != Phase.BASE ? SPEED_BLOCK : 1;
                metres[week - 1] = level * block * (1 - (1 - TAPER) * phases.taperDaysIn(week) / 7);
            }
        }
        return metres;
    }

    /** What fits in the running days while the longest run stays within 150 minutes and the others below it. */
    private static double capacityMetres(ResolvedRequest request) {
        double longRun = LONGEST_LONG_RUN_SECONDS / request.estimate().easySecondsPerKm() * 1000;
        return longRun * (1 + 0.9 * (request.pattern().count() - 1));
    }

    /** The long run's share of its week: under 30 %, under 40 % on three running days (D7). */
    static double longRunShare(int runningDays) {
        return switch (runningDays) {
            case 1, 2, 3 -> 0.37;
            case 4, 5 -> 0.28;
            case 6 -> 0.26;
            default -> 0.24;
        };
    }
}
