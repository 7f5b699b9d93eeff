package run.harrier.plan.generation.start.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.generation.workout.model.TestKind;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Zone;

/**
 * The beginner's base plan (D9): twelve weeks on the article's weekdays, the first two exactly its own (S61, S62).
 * Afterwards the running minutes rise by 6 % a loading week up to 1.5 times the first week, every fourth week is a
 * quarter lower and ends with a mile test where the last result allows it (D14); cross-training stays at 45 minutes.
 */
public final class BeginnerBasePlan {

    private static final int WEEKS = 12;
    private static final double RISE = 1.06;
    private static final double DOWN = 0.75;
    private static final double HIGHEST_OVER_FIRST_WEEK = 1.5;

    /** The article's second week is 1.1 times its first. */
    private static final double HIGHEST_OVER_SECOND_WEEK = HIGHEST_OVER_FIRST_WEEK / 1.1;

    private BeginnerBasePlan() {}

    /** Minutes of the short runs, lowest and highest, and of Saturday's. */
    private record Minutes(int shortLowest, int shortHighest, int saturday) {

        private static final Minutes FIRST_WEEK = new Minutes(20, 30, 40);
        private static final Minutes SECOND_WEEK = new Minutes(22, 33, 44);

        Minutes times(double factor) {
            return new Minutes((int) (shortLowest * factor), (int) (shortHighest * factor), (int) (saturday * factor));
        }

        /** Rounded to the nearest, so that a down week stays within its 20 to 30 %. */
        Minutes lowered() {
            return new Minutes((int) Math.round(shortLowest * DOWN), (int) Math.round(shortHighest * DOWN), (int)
                    Math.round(saturday * DOWN));
        }
    }

    public static GeneratedPlan of(PlanRequest request, AthleteFacts athlete) {
        PaceEstimate estimate = athlete.estimate();
        LocalDate start = request.start();
        LocalDate lastResult =
                athlete.lastResult() == null ? null : athlete.lastResult().on();
        RecoveryWeeks recovery = RecoveryWeeks.of(start, WEEKS, DayOfWeek.SATURDAY, lastResult);
        List<TrainingWeek> weeks = new ArrayList<>();
        Minutes loading = Minutes.FIRST_WEEK;
        double factor = 1;
        for (int week = 1; week <= WEEKS; week++) {
            boolean down = recovery.down().contains(week);
            if (week == 2) {
                loading = Minutes.SECOND_WEEK;
            } else if (week > 2 && !down) {
                factor = Math.min(factor * RISE, HIGHEST_OVER_SECOND_WEEK);
                loading = Minutes.SECOND_WEEK.times(factor);
            }
            LocalDate monday = start.plusWeeks(week - 1L);
            List<PlannedSession> sessions = week(
                    monday, down ? loading.lowered() : loading, recovery.tests().contains(week), estimate);
            weeks.add(TrainingWeek.of(week, monday, Phase.BASE, down, sessions, estimate));
        }
        LocalDate end = start.plusWeeks(WEEKS).minusDays(1);
        return new GeneratedPlan(PlanKind.BEGINNER_BASE, start, end, null, weeks, List.of(), List.of());
    }

    private static List<PlannedSession> week(LocalDate monday, Minutes minutes, boolean test, PaceEstimate estimate) {
        Extent shortRun = Extent.minutes(minutes.shortLowest(), minutes.shortHighest());
        var saturday = monday.with(DayOfWeek.SATURDAY);
        Extent longerRun = Extent.minutes(minutes.saturday(), minutes.saturday());
        return List.of(
                strength(monday),
                easy(monday.plusDays(1), shortRun, ""),
                strength(monday.plusDays(2)),
                easy(monday.plusDays(3), shortRun, ""),
                new PlannedSession(
                        monday.plusDays(4),
                        SessionKind.CROSS_TRAINING,
                        false,
                        "Aerobic base without the impact: any other endurance sport, easy; or rest",
                        List.of(SessionKind.REST),
                        List.of(new Step.Stretch(StepKind.RUN, Extent.minutes(45, 45), null, Rpe.BASE_EASY))),
                test
                        ? test(saturday, minutes.saturday(), estimate)
                        : easy(saturday, longerRun, "; walk breaks if necessary"),
                new PlannedSession(
                        monday.plusDays(6),
                        SessionKind.REST,
                        false,
                        "Recovery: growth happens at rest",
                        List.of(),
                        List.of()));
    }

    private static PlannedSession strength(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.STRENGTH,
                false,
                "Strength, balance and body control that support running",
                List.of(),
                List.of());
    }

    private static PlannedSession easy(LocalDate on, Extent extent, String more) {
        return new PlannedSession(
                on,
                SessionKind.EASY,
                false,
                "Aerobic base: easy enough to talk all the way" + more,
                List.of(),
                List.of(run(StepKind.RUN, extent)));
    }

    private static PlannedSession test(LocalDate on, int minutes, PaceEstimate estimate) {
        var mile = TestKind.MILE.steps();
        int frame = Math.max(600, (int) (60 * minutes - estimate.durationSeconds(mile)) / 60 * 60);
        int warmUp = frame / 2 / 60 * 60;
        List<Step> steps = new ArrayList<>();
        steps.add(run(StepKind.WARM_UP, Extent.seconds(warmUp)));
        steps.addAll(mile);
        steps.add(run(StepKind.COOL_DOWN, Extent.seconds(frame - warmUp)));
        return new PlannedSession(
                on,
                SessionKind.TEST,
                true,
                "Fitness test: the mile as hard as you can, to see the improvement and set the paces",
                List.of(),
                steps);
    }

    private static Step run(StepKind kind, Extent extent) {
        return Step.stretch(kind, extent, Zone.EASY, Rpe.BASE_EASY);
    }
}
