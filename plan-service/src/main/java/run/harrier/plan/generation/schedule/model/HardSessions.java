package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Hard;
import run.harrier.plan.generation.workout.model.TestKind;
import run.harrier.plan.generation.workout.model.Workout;
import run.harrier.plan.prescription.model.SessionKind;

/** Gives the work of a hard session its frame (D28) and its kind. */
final class HardSessions {
    /** The long run is longer than every other run of its week (D26). */
    static final int SHORTER_THAN_LONG_RUN_SECONDS = 60;

    private static final int BEGINNER_WARM_UP_SECONDS = 10 * 60;
    private static final int WARM_UP_SECONDS = 15 * 60;
    private static final int COOL_DOWN_SECONDS = 10 * 60;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final TestKind test;

    HardSessions(ResolvedRequest request, RaceFrame frame) {
        this.request = request;
        this.frame = frame;
        test = TestKind.fitting(request.lastResult(), request.currentWeeklyDistanceMetres(), request.estimate());
    }

    Hard of(WeekFrame week, DayOfWeek day, Workout workout) {
        if (!workout.framed()) {
            return new Hard(day, SessionKind.PROGRESSION, Part.PROGRESSION, workout.steps(), 0, false, 0);
        }
        var part =
                frame.raceWeek(week) ? Part.OPENER : Part.valueOf(workout.kind().name());
        return new Hard(
                day, kind(workout), part, workout.steps(), warmUpSeconds(), request.strides(), COOL_DOWN_SECONDS);
    }

    /** A time trial is without strides (D14, D33). */
    Hard test(WeekFrame week, DayOfWeek day) {
        boolean trial =
                request.lastResult() == null && (!week.down() || week.number() == RaceFrame.BEGINNER_TRIAL_WEEK);
        return new Hard(
                day,
                SessionKind.TEST,
                Part.TEST,
                test.steps(),
                WARM_UP_SECONDS,
                request.strides() && !trial,
                COOL_DOWN_SECONDS);
    }

    /** With the shortest frame it may have. */
    double seconds(Workout workout) {
        double frameSeconds = warmUpSeconds() + COOL_DOWN_SECONDS + (request.strides() ? WeekFill.STRIDES_SECONDS : 0);
        return request.estimate().durationSeconds(workout.steps()) + (workout.framed() ? frameSeconds : 0);
    }

    private int warmUpSeconds() {
        return request.level() == Level.BEGINNER ? BEGINNER_WARM_UP_SECONDS : WARM_UP_SECONDS;
    }

    private SessionKind kind(Workout workout) {
        return switch (workout.kind()) {
            case HILLS, REPETITIONS -> SessionKind.REPETITION;
            case INTERVALS -> SessionKind.INTERVAL;
            case TEMPO, HALF_MARATHON_PACE -> SessionKind.TEMPO;
            case LADDER -> byLength(workout);
            case RACE_PACE -> request.goal().distanceMetres() > 16_000 ? SessionKind.TEMPO : byLength(workout);
            case LONG_WITH_MARATHON_PACE -> SessionKind.LONG;
            case PROGRESSION -> SessionKind.PROGRESSION;
        };
    }

    private static SessionKind byLength(Workout workout) {
        return workout.each() <= 400 ? SessionKind.REPETITION : SessionKind.INTERVAL;
    }
}
