package run.harrier.plan.generation.schedule.model;

import java.util.List;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.generation.workout.model.WorkKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * The parts at marathon pace in a plan's long runs (D31): a sixth to a half of the run, never smaller than the one before,
 * a third and more in the last, and in all what the marathon needs.
 */
final class MarathonPace {
    private static final int UNIT = WeekFill.UNIT;
    private static final double LEAST_SHARE = 1 / 6.0;
    private static final double LEAST_SHARE_OF_LAST = 1 / 3.0;
    private static final double LEAST_SHARE_OF_BEGINNERS_LAST = 0.25;
    private static final double MOST_SHARE = 0.5;
    private static final double MOST_SHARE_OF_BEGINNERS = 0.30;
    private static final double MOST_OF_WEEK = 0.25;
    private static final double OWED_METRES = 45_000;
    private static final double OWED_METRES_OF_BEGINNERS = 25_000;
    private static final double OWED_METRES_FROM_LARGE_VOLUME = 60_000;
    private static final double LARGE_VOLUME_METRES = 60_000;
    private static final double OWED_WITHOUT_BASE = 0.5;
    private static final double MARGIN = 1.2;
    private static final double FIRST = 0.7;
    private static final double RAMP = 0.6;

    private final ResolvedRequest request;
    private final int runs;
    private final double secondsOfEach;
    private int done;
    private double before;

    MarathonPace(ResolvedRequest request, List<List<WorkKind>> duties) {
        this.request = request;
        runs = (int) duties.stream()
                .filter(kinds -> kinds.contains(WorkKind.LONG_WITH_MARATHON_PACE))
                .count();
        secondsOfEach = MARGIN * owedMetres() * secondsPerMetre() / Math.max(1, runs);
    }

    private double owedMetres() {
        double owed = request.currentWeeklyDistanceMetres() >= LARGE_VOLUME_METRES
                ? OWED_METRES_FROM_LARGE_VOLUME
                : beginner() ? OWED_METRES_OF_BEGINNERS : OWED_METRES;
        return owed * (request.baseDone() ? OWED_WITHOUT_BASE : 1);
    }

    private boolean beginner() {
        return request.level() == Level.BEGINNER;
    }

    private double secondsPerMetre() {
        return request.estimate().secondsPerKm(Target.zone(Zone.MARATHON)) / 1000;
    }

    /** Of the week's long run of so many seconds, in a week of {@code weekSeconds}. */
    int partSeconds(WeekFrame week, int longRunSeconds, double weekSeconds) {
        double lastLeast = beginner() ? LEAST_SHARE_OF_BEGINNERS_LAST : LEAST_SHARE_OF_LAST;
        double least = (week.longestRun() ? lastLeast : LEAST_SHARE) * longRunSeconds;
        double weekMetres = 1000 * weekSeconds / request.estimate().easySecondsPerKm();
        double most = Math.min(
                (beginner() ? MOST_SHARE_OF_BEGINNERS : MOST_SHARE) * longRunSeconds,
                MOST_OF_WEEK * weekMetres * secondsPerMetre());
        double ramp = secondsOfEach * (FIRST + RAMP * done / Math.max(1, runs - 1.0));
        double wanted = Math.max(ramp, before + (done % 2 == 1 ? UNIT : 0));
        int part = (int) Math.floor(Math.min(Math.max(wanted, least), most) / UNIT + 0.5) * UNIT;
        part = part > most ? part - UNIT : part;
        return Math.max(UNIT, part < least ? (int) Math.ceil(least / UNIT) * UNIT : part);
    }

    void remember(Drafted longRun) {
        done++;
        for (var stretch : Step.unrolled(longRun.steps())) {
            if (stretch.target() != null && stretch.target().isZone(Zone.MARATHON)) {
                before = Math.max(before, request.estimate().durationSeconds(stretch));
            }
        }
    }
}
