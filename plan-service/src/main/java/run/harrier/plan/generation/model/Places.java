package run.harrier.plan.generation.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.calendar.model.PlaceInPlan;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.strength.model.TrainingPhase;

/** Counts the weeks of each phase and the strength days of each week. */
public final class Places {

    private Places() {}

    /** Of each session of each week, in their order. Who learns to run gets neither loads nor jumps. */
    public static List<PlaceInPlan> of(GeneratedPlan plan) {
        var places = new ArrayList<PlaceInPlan>();
        Phase before = null;
        int weekOfPhase = 0;
        boolean beginning = plan.kind() == PlanKind.WALK_RUN;
        for (var week : plan.weeks()) {
            weekOfPhase = week.phase() == before ? weekOfPhase + 1 : 1;
            before = week.phase();
            var phase = TrainingPhase.valueOf(week.phase().name());
            boolean lighter = beginning || week.down() || week.phase() == Phase.TAPER;
            int strengthDay = 0;
            LocalDate last = null;
            for (var session : week.sessions()) {
                if (session.kind() == SessionKind.STRENGTH && !session.on().equals(last)) {
                    strengthDay++;
                    last = session.on();
                }
                places.add(new PlaceInPlan(phase, week.number(), weekOfPhase, lighter, strengthDay));
            }
        }
        return places;
    }
}
