package run.harrier.plan.generation.schedule.model;

import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/** How many quality sessions each week has: D13's, thinned until the whole plan keeps to the share of D2. */
final class QualityCounts {

    private QualityCounts() {}

    /**
     * Of each week.
     *
     * @param fewer less than D2's share of sessions allows
     */
    static int[] of(ResolvedRequest request, RaceFrame frame, int fewer) {
        int[] counts = new int[frame.count()];
        int runs = 0;
        int hard = 1;
        for (var week : frame.weeks()) {
            boolean race = frame.raceWeek(week);
            int count = unthinned(request, frame, week);
            counts[week.number() - 1] = count;
            runs += race
                    ? daysBeforeRace(request, frame) + 1
                    : request.pattern().count();
            hard += count + (week.testing() ? 1 : 0);
        }
        var policy = request.policy();
        double share = request.level() == Level.BEGINNER ? policy.beginnerHardSessions() : policy.hardSessions();
        int budget = Math.min(hard, (int) (share * runs + 1e-9)) - fewer;
        for (int over = hard - budget; over > 0; over--) {
            if (!thin(request, frame, counts)) {
                break;
            }
        }
        return counts;
    }

    private static int daysBeforeRace(ResolvedRequest request, RaceFrame frame) {
        var day = frame.phases().raceDay().getDayOfWeek();
        return (int) request.pattern().days().stream()
                .filter(run -> run.compareTo(day) < 0)
                .count();
    }

    private static int unthinned(ResolvedRequest request, RaceFrame frame, WeekFrame week) {
        boolean soonAfterRace = week.monday().isBefore(request.afterRaces().qualityFrom(request.start()));
        if (week.base() || soonAfterRace || request.qualityPerWeek() == 0) {
            return 0;
        }
        if (frame.raceWeek(week)) {
            return daysBeforeRace(request, frame) >= 3 ? 1 : 0;
        }
        return week.loading() ? request.qualityPerWeek() : Math.min(1, request.qualityPerWeek());
    }

    /** The opener of race week goes first, then down weeks, the taper, and the second session of the widest phase. */
    private static boolean thin(ResolvedRequest request, RaceFrame frame, int[] counts) {
        boolean opener = frame.count() < RaceFrame.WEEKS_WITH_ALL_ZONES;
        if (opener && counts[counts.length - 1] > 0) {
            counts[counts.length - 1]--;
            return true;
        }
        for (var week : frame.weeks()) {
            if (week.down() && counts[week.number() - 1] > 0 && !progressionNeeds(request, frame, counts, week)) {
                counts[week.number() - 1]--;
                return true;
            }
        }
        for (var week : frame.weeks().reversed()) {
            if (week.taper() && !frame.raceWeek(week) && counts[week.number() - 1] > 0) {
                counts[week.number() - 1]--;
                return true;
            }
        }
        int fullest = fullest(frame, counts);
        if (fullest < 0) {
            return false;
        }
        counts[fullest]--;
        return true;
    }

    /** With one quality session a week the progression run stands in a down week: without it too many go by (D41). */
    private static boolean progressionNeeds(ResolvedRequest request, RaceFrame frame, int[] counts, WeekFrame down) {
        if (request.qualityPerWeek() != 1 || !Duties.progressionOwed(request, frame)) {
            return false;
        }
        int without = 0;
        int longest = 0;
        for (var week : frame.weeks()) {
            boolean stands = week.down() && counts[week.number() - 1] > 0 && week.number() != down.number();
            without = stands ? 0 : without + (week.owes() ? 1 : 0);
            longest = Math.max(longest, without);
        }
        return longest > Duties.LOADING_WEEKS_WITHOUT_PROGRESSION;
    }

    /** The fullest week, of those the one that stands furthest from one with less; a down week last. */
    private static int fullest(RaceFrame frame, int[] counts) {
        int best = -1;
        double bestScore = 0;
        for (var week : frame.weeks()) {
            int i = week.number() - 1;
            if (counts[i] > 0) {
                int near = 0;
                for (int j = 0; j < counts.length; j++) {
                    near = counts[j] < counts[i] && frame.week(j + 1).owes()
                            ? Math.max(near, 20 - Math.abs(j - i))
                            : near;
                }
                boolean only = frame.weeks().stream()
                                .filter(other -> other.phase() == week.phase() && other.loading())
                                .count()
                        == 1;
                double score =
                        100 * counts[i] - near - (only ? 50 : 0) + (week.phase() == Phase.EARLY_QUALITY ? 0.5 : 0);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        return best;
    }
}
