package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.util.List;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.generation.workout.model.WorkKind;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * The steps of a plan's long runs: easy, with walking, on hills, or with a part at marathon pace (D31): a sixth to a half
 * of the run, never smaller than the one before, a third and more in the last, and in all what the marathon needs.
 */
final class LongRuns {
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

    private static final int HALF_HOUR_SECONDS = 1800;
    private static final int TEN_MINUTES = 600;
    private static final int MINUTE = 60;
    private static final Rpe WALK_EFFORT = new Rpe(1, 3);

    private final ResolvedRequest request;
    private final int runs;
    private final double secondsOfEach;
    private int done;
    private double before;

    LongRuns(ResolvedRequest request, List<List<WorkKind>> duties) {
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

    /** @param weekSeconds that the week aims at */
    Drafted drafted(
            WeekFrame week, DayOfWeek day, WeekFill fill, int seconds, double weekSeconds, boolean withMarathonPace) {
        if (request.ultra() && week.loading() && (week.phase() == Phase.BUILD || week.phase() == Phase.PEAK)) {
            return new Drafted(
                    day, SessionKind.LONG, false, Part.LONG_ON_HILLS, walked(fill, seconds, HALF_HOUR_SECONDS, UNIT));
        }
        if (!withMarathonPace) {
            var part = week.longestRun() ? Part.LONGEST : Part.LONG;
            if (request.options().runWalk()) {
                return new Drafted(day, SessionKind.LONG, false, part, walked(fill, seconds, TEN_MINUTES, MINUTE));
            }
            return new Drafted(day, SessionKind.LONG, false, part, List.of(fill.easyStep(StepKind.RUN, seconds)));
        }
        int part = partSeconds(week, seconds, weekSeconds);
        return new Drafted(
                day,
                SessionKind.LONG,
                true,
                Part.LONG_MARATHON_PACE,
                List.of(
                        fill.easyStep(StepKind.RUN, seconds - part),
                        new Step.Stretch(
                                StepKind.RUN, Extent.seconds(part), Target.zone(Zone.MARATHON), Zone.MARATHON.rpe())));
    }

    /** Each stretch of so many seconds ends with walking. */
    private static List<Step> walked(WeekFill fill, int seconds, int each, int walking) {
        int times = seconds / each;
        int left = seconds % each;
        if (times == 0) {
            return List.of(fill.easyStep(StepKind.RUN, seconds));
        }
        var walk = new Step.Stretch(StepKind.WALK, Extent.seconds(walking), null, WALK_EFFORT);
        var repeat = Step.repeat(times, fill.easyStep(StepKind.RUN, each - walking), walk);
        return left == 0 ? List.of(repeat) : List.of(repeat, fill.easyStep(StepKind.RUN, left));
    }

    /** Of the week's long run of so many seconds, in a week of {@code weekSeconds}. */
    private int partSeconds(WeekFrame week, int longRunSeconds, double weekSeconds) {
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

    /** What a week came to. */
    void remember(List<Drafted> sessions) {
        sessions.stream()
                .filter(draft -> draft.part() == Part.LONG_MARATHON_PACE)
                .forEach(this::remember);
    }

    private void remember(Drafted longRun) {
        done++;
        for (var stretch : Step.unrolled(longRun.steps())) {
            if (stretch.target() != null && stretch.target().isZone(Zone.MARATHON)) {
                before = Math.max(before, request.estimate().durationSeconds(stretch));
            }
        }
    }
}
