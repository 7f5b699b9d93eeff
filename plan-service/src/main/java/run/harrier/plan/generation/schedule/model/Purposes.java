package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.util.List;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;

/** Why a session is there, in words for the athlete (S25). */
final class Purposes {
    private Purposes() {}

    static String of(Drafted draft, WeekFrame week, RaceFrame frame, ResolvedRequest request, List<Drafted> all) {
        return draft.part().name();
    }

    static String strength(WeekFrame week) {
        return "Strength";
    }

    static String rest(DayOfWeek day, List<Drafted> drafted, boolean raceWeek) {
        return "Rest day. Nothing to catch up.";
    }

    static PlannedSession race(ResolvedRequest request, RaceFrame frame) {
        var goal = request.goal();
        return new PlannedSession(
                frame.phases().raceDay(),
                SessionKind.RACE,
                true,
                "Race day: " + goal.kilometres(),
                List.of(),
                List.of(new Step.Stretch(
                        StepKind.RUN,
                        Extent.metres(goal.distanceMetres()),
                        Target.racePace(goal.distanceMetres()),
                        null)));
    }
}
