package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.workout.model.Workout;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Turns a week's distance and its quality sessions into sessions on days. Running is given in whole minutes; what
 * rounding takes from one session the next easy run has back, so the week keeps its distance.
 *
 * @param effort of easy running: RPE 2-3 in base, 3-4 afterwards (D1)
 */
record WeekAssembly(LocalDate monday, double metres, Rpe effort, PaceEstimate estimate) {

    private static final int SHORTEST_FRAME_SECONDS = 10 * 60;
    private static final int ROOMY_DAY_SECONDS = 40 * 60;
    private static final int LONGEST_WARM_UP_SECONDS = 20 * 60;
    private static final int LONGEST_COOL_DOWN_SECONDS = 15 * 60;
    private static final int SHORTEST_RUN_SECONDS = 5 * 60;
    private static final int STRIDE_SECONDS = 20;
    private static final int STRIDE_RECOVERY_SECONDS = 70;

    /** A workout on its day. */
    record Placed(DayOfWeek day, Workout workout) {}

    /** So many easy runs end with so many strides (D5). */
    record Strides(int runs, int times) {

        static final Strides NONE = new Strides(0, 0);
    }

    /**
     * @param days all days run, but for a race
     * @param longRunDay absent in a week without a long run
     */
    List<PlannedSession> sessions(
            Set<DayOfWeek> days,
            @Nullable DayOfWeek longRunDay,
            int longRunSeconds,
            List<Placed> hard,
            Strides strides) {
        var sessions = new ArrayList<PlannedSession>();
        var left = EnumSet.noneOf(DayOfWeek.class);
        left.addAll(days);
        if (longRunDay != null) {
            sessions.add(longRun(longRunDay, longRunSeconds, hard));
            left.remove(longRunDay);
        }
        var share = leftMetres(sessions) / Math.max(1, left.size());
        for (var placed : hard) {
            if (placed.day() != longRunDay) {
                sessions.add(hardSession(placed, share));
                left.remove(placed.day());
            }
        }
        var daysLeft = left.size();
        var withStrides = strides.runs();
        for (var day : left) {
            var seconds = easySeconds(leftMetres(sessions) / daysLeft--, SHORTEST_RUN_SECONDS);
            sessions.add(easyRun(day, seconds, withStrides-- > 0 ? strides.times() : 0));
        }
        sessions.sort(Comparator.comparing(PlannedSession::on));
        return sessions;
    }

    private double leftMetres(List<PlannedSession> sessions) {
        double left = metres;
        for (PlannedSession session : sessions) {
            left -= estimate.distanceMetres(session.steps());
        }
        return left;
    }

    private PlannedSession longRun(DayOfWeek day, int seconds, List<Placed> hard) {
        for (Placed placed : hard) {
            if (placed.day() == day) {
                return outOfEasy(placed, seconds / estimate.easySecondsPerKm() * 1000);
            }
        }
        return new PlannedSession(
                monday.with(day),
                SessionKind.LONG,
                false,
                "Endurance: the week's long run, conversational throughout",
                List.of(),
                List.of(easy(StepKind.RUN, seconds)));
    }

    private PlannedSession hardSession(Placed placed, double shareMetres) {
        Workout workout = placed.workout();
        if (workout.easyBefore()) {
            return outOfEasy(placed, shareMetres);
        }
        double frameMetres = shareMetres - estimate.distanceMetres(workout.work());
        int frame = easySeconds(frameMetres, shortestFrameSeconds(shareMetres));
        int warmUp = Math.min(LONGEST_WARM_UP_SECONDS, frame * 3 / 5 / 60 * 60);
        int coolDown = Math.min(LONGEST_COOL_DOWN_SECONDS, frame - warmUp);
        int easyOn = frame - warmUp - coolDown;
        List<Step> steps = new ArrayList<>();
        steps.add(easy(StepKind.WARM_UP, warmUp));
        steps.addAll(workout.work());
        if (easyOn > 0) {
            steps.add(easy(StepKind.RUN, easyOn));
        }
        steps.add(easy(StepKind.COOL_DOWN, coolDown));
        return hard(placed, steps);
    }

    private int shortestFrameSeconds(double shareMetres) {
        boolean roomy = shareMetres / 1000 * estimate.easySecondsPerKm() >= ROOMY_DAY_SECONDS;
        return roomy ? 2 * SHORTEST_FRAME_SECONDS : SHORTEST_FRAME_SECONDS;
    }

    /** Easy running first, faster at the end (S67). */
    private PlannedSession outOfEasy(Placed placed, double metres) {
        Workout workout = placed.workout();
        double before = workout.seconds() > 0
                ? workout.seconds() - estimate.durationSeconds(workout.work())
                : (metres - estimate.distanceMetres(workout.work())) / 1000 * estimate.easySecondsPerKm();
        List<Step> steps = new ArrayList<>();
        steps.add(easy(StepKind.RUN, Math.max(SHORTEST_RUN_SECONDS, (int) before / 60 * 60)));
        steps.addAll(workout.work());
        return hard(placed, steps);
    }

    private PlannedSession hard(Placed placed, List<Step> steps) {
        Workout workout = placed.workout();
        return new PlannedSession(monday.with(placed.day()), workout.kind(), true, workout.purpose(), List.of(), steps);
    }

    private PlannedSession easyRun(DayOfWeek day, int seconds, int strides) {
        if (strides == 0) {
            String purpose = "Aerobic base, recovery and resistance to injury: conversational throughout";
            return new PlannedSession(
                    monday.with(day),
                    SessionKind.EASY,
                    false,
                    purpose,
                    List.of(),
                    List.of(easy(StepKind.RUN, seconds)));
        }
        Step repeat = Step.repeat(
                strides,
                new Step.Stretch(StepKind.STRIDES, Extent.seconds(STRIDE_SECONDS), null, new Rpe(6, 7)),
                Step.recovery(Extent.seconds(STRIDE_RECOVERY_SECONDS)));
        double stridesSeconds = estimate.distanceMetres(List.of(repeat)) / 1000 * estimate.easySecondsPerKm();
        int before = Math.max(SHORTEST_RUN_SECONDS, (int) Math.round((seconds - stridesSeconds) / 60) * 60);
        return new PlannedSession(
                monday.with(day),
                SessionKind.EASY,
                false,
                "Aerobic base with a few relaxed strides for economy",
                List.of(),
                List.of(easy(StepKind.RUN, before), repeat));
    }

    private int easySeconds(double metres, int least) {
        return Math.max(least, (int) Math.round(metres / 1000 * estimate.easySecondsPerKm() / 60) * 60);
    }

    private Step easy(StepKind kind, int seconds) {
        return new Step.Stretch(kind, Extent.seconds(seconds), Target.zone(Zone.EASY), effort);
    }
}
