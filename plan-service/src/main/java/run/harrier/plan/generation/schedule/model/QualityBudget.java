package run.harrier.plan.generation.schedule.model;

import java.util.List;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.RecoveryWeeks;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/**
 * How many quality sessions each week has: D13's count, thinned until the whole plan keeps to the share of hard
 * sessions (S21, D2). A test or a race is its week's only one.
 */
final class QualityBudget {

    private static final double HARD_SHARE = 0.28;
    /** Beginners run less intensity for the same goal, at any rate a session less (S2). */
    private static final double BEGINNER_HARD_SHARE = 0.16;

    /** A smaller taper week has no room for warming up and for something to warm up for. */
    private static final double LEAST_TAPER_SECONDS = 45 * 60;

    private QualityBudget() {}

    /**
     * @param metres of each week
     * @param sessions running sessions of each week
     * @param fewer how many hard sessions less than the share allows
     */
    static int[] sessionsPerWeek(
            ResolvedRequest request,
            Periodisation phases,
            RecoveryWeeks recovery,
            double[] metres,
            int[] sessions,
            int fewer) {
        int[] quality = new int[phases.weeks()];
        int hard = 1 + recovery.tests().size();
        int all = 0;
        for (int week = 1; week <= phases.weeks(); week++) {
            all += sessions[week - 1];
            quality[week - 1] = unthinned(request, phases, recovery, week, metres[week - 1]);
            hard += quality[week - 1];
        }
        int budget = (int) (HARD_SHARE * all);
        if (request.level() == Level.BEGINNER) {
            budget = Math.min((int) (BEGINNER_HARD_SHARE * all), Math.min(hard, budget) - 1);
        }
        budget -= fewer;
        while (hard > budget && thin(phases, recovery, quality)) {
            hard--;
        }
        return quality;
    }

    private static int unthinned(
            ResolvedRequest request, Periodisation phases, RecoveryWeeks recovery, int week, double metres) {
        if (recovery.tests().contains(week) || phases.phase(week) == Phase.BASE || week == phases.weeks()) {
            return 0;
        }
        if (phases.phase(week) == Phase.TAPER) {
            boolean room = metres / 1000 * request.estimate().easySecondsPerKm() >= LEAST_TAPER_SECONDS;
            return room && request.level() != Level.BEGINNER ? 1 : 0;
        }
        boolean light = recovery.down().contains(week) || phases.taperDaysIn(week) > 0;
        return light ? Math.min(1, request.qualityPerWeek()) : request.qualityPerWeek();
    }

    /** Takes one away: from the taper, then a down week, then the phase that has most of it for its length. */
    private static boolean thin(Periodisation phases, RecoveryWeeks recovery, int[] quality) {
        for (int week = 1; week <= quality.length; week++) {
            if (phases.phase(week) == Phase.TAPER && quality[week - 1] > 0) {
                quality[week - 1]--;
                return true;
            }
        }
        for (int week = 1; week <= quality.length; week++) {
            if (recovery.down().contains(week) && quality[week - 1] > 0) {
                quality[week - 1]--;
                return true;
            }
        }
        Phase phase = densest(phases, quality);
        int richest = -1;
        for (int i = 0; i < quality.length; i++) {
            if (phases.phases().get(i) == phase && quality[i] > 0 && (richest < 0 || quality[i] > quality[richest])) {
                richest = i;
            }
        }
        if (richest < 0) {
            return false;
        }
        quality[richest]--;
        return true;
    }

    /** Of the phases with more than one session, as long as there are such. */
    private static Phase densest(Periodisation phases, int[] quality) {
        Phase densest = Phase.EARLY_QUALITY;
        double most = -1;
        for (Phase phase : List.of(Phase.EARLY_QUALITY, Phase.BUILD, Phase.PEAK)) {
            int weeks = 0;
            int sessions = 0;
            for (int i = 0; i < quality.length; i++) {
                if (phases.phases().get(i) == phase) {
                    weeks++;
                    sessions += quality[i];
                }
            }
            double density = (sessions > 1 ? quality.length : 0) + (double) sessions / weeks;
            if (density > most) {
                densest = phase;
                most = density;
            }
        }
        return densest;
    }
}
