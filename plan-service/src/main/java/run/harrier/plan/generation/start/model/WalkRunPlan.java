package run.harrier.plan.generation.start.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Zone;

/**
 * From walking to running (D51): three days a week of 20 to 30 minutes, walk and run minutes written as steps, the
 * running longer from stage to stage until twenty minutes go without stopping (S60).
 */
public final class WalkRunPlan {
    private static final int DAYS = 3;
    private static final int LONGEST_WITHOUT_WALKING = 20;
    private static final Rpe WALK_EFFORT = new Rpe(1, 3);

    /** Seconds of running at a time, of walking after each, and how many times. */
    private record Stage(int times, int runSeconds, int walkSeconds) {}

    /** Ten weeks; a shorter plan leaves stages out, never the first nor the last. */
    private static final List<Stage> STAGES = List.of(
            new Stage(8, 60, 120),
            new Stage(6, 120, 120),
            new Stage(6, 150, 90),
            new Stage(6, 180, 60),
            new Stage(5, 240, 60),
            new Stage(4, 300, 60),
            new Stage(3, 420, 60),
            new Stage(2, 660, 60),
            new Stage(2, 720, 60),
            new Stage(1, 1200, 300));

    private static final List<String> PURPOSES = List.of(
            "%s. Run so slowly that you could talk; the walking is part of the plan.",
            "%s. Begin slower than you think: every run should end with some left.",
            "%s. If it feels too much, walk a little longer; it still counts.");

    private WalkRunPlan() {}

    public static GeneratedPlan of(PlanRequest request, AthleteFacts athlete) {
        var estimate = athlete.estimate();
        int count = request.weeks();
        var longRunDay = request.longRunDay() == null ? DayOfWeek.SUNDAY : request.longRunDay();
        var days = RunningDays.choose(request.noRunDays(), DAYS, free(longRunDay, request), 0);
        var weeks = new ArrayList<TrainingWeek>();
        for (int number = 1; number <= count; number++) {
            var monday = request.start().plusWeeks(number - 1L);
            int stage = Math.round((number - 1f) * (STAGES.size() - 1) / (count - 1));
            var sessions = week(monday, number, days, STAGES.get(stage), request);
            weeks.add(TrainingWeek.of(number, monday, Phase.BASE, false, sessions, estimate));
        }
        return new GeneratedPlan(
                PlanKind.WALK_RUN,
                request.start(),
                request.start().plusWeeks(count).minusDays(1),
                null,
                weeks,
                List.of(),
                notes(athlete));
    }

    private static List<String> notes(AthleteFacts athlete) {
        var minutes = athlete.longestRunMinutes();
        return minutes == null || minutes < LONGEST_WITHOUT_WALKING
                ? List.of()
                : List.of("This plan ends where the athlete is already, with twenty minutes without stopping");
    }

    private static DayOfWeek free(DayOfWeek wanted, PlanRequest request) {
        var day = wanted;
        while (request.noRunDays().contains(day)) {
            day = day.minus(1);
        }
        return day;
    }

    private static List<PlannedSession> week(
            LocalDate monday, int number, RunningDays days, Stage stage, PlanRequest request) {
        var sessions = new ArrayList<PlannedSession>();
        int strengths = 0;
        for (var day : DayOfWeek.values()) {
            var on = monday.with(day);
            boolean afterRun = days.days().contains(day.minus(1));
            if (days.days().contains(day)) {
                String purpose = stage.times() == 1
                        ? "%s. Slowly enough to talk: this is what the weeks before were for."
                        : PURPOSES.get(Math.floorMod(number + day.getValue(), PURPOSES.size()));
                sessions.add(new PlannedSession(
                        on, SessionKind.EASY, false, purpose.formatted(words(stage)), List.of(), steps(stage)));
            } else if (request.options().strength() && strengths < 1 && afterRun) {
                strengths++;
                sessions.add(new PlannedSession(
                        on,
                        SessionKind.STRENGTH,
                        false,
                        "Strength, 15–20 min with your own weight: calves, hips and trunk carry the first runs.",
                        List.of(),
                        List.of()));
            } else {
                sessions.add(new PlannedSession(
                        on,
                        SessionKind.REST,
                        false,
                        afterRun
                                ? "Rest day: bones and tendons need a day longer than the lungs."
                                : "Rest day. A walk is welcome.",
                        List.of(),
                        List.of()));
            }
        }
        return sessions;
    }

    private static List<Step> steps(Stage stage) {
        var run = Step.stretch(StepKind.RUN, Extent.seconds(stage.runSeconds()), Zone.EASY, Rpe.BASE_EASY);
        var walk = new Step.Stretch(StepKind.WALK, Extent.seconds(stage.walkSeconds()), null, WALK_EFFORT);
        return stage.times() == 1 ? List.of(run, walk) : List.of(Step.repeat(stage.times(), run, walk));
    }

    private static String words(Stage stage) {
        return stage.times() == 1
                ? minutes(stage.runSeconds()) + " of running without a break, then a walk"
                : "%d × %s of running, %s of walking after each"
                        .formatted(stage.times(), minutes(stage.runSeconds()), minutes(stage.walkSeconds()));
    }

    private static String minutes(int seconds) {
        return seconds % 60 == 0 ? seconds / 60 + " min" : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
