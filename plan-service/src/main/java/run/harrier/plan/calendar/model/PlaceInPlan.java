package run.harrier.plan.calendar.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.SessionKind;

/**
 * Where a session stands in its plan; by it exercises and cues are chosen (D42, S89).
 *
 * @param week of the plan, from 1
 * @param weekOfPhase from 1
 * @param lighter in a down week and in the taper
 * @param strengthDay the first or second strength day of its week, from 1; for another session the number before it
 */
public record PlaceInPlan(Phase phase, int week, int weekOfPhase, boolean lighter, int strengthDay) {

    /** Of each session of each week, in their order. */
    public static List<PlaceInPlan> of(List<TrainingWeek> weeks) {
        var places = new ArrayList<PlaceInPlan>();
        Phase before = null;
        int weekOfPhase = 0;
        for (var week : weeks) {
            weekOfPhase = week.phase() == before ? weekOfPhase + 1 : 1;
            before = week.phase();
            boolean lighter = week.down() || week.phase() == Phase.TAPER;
            int strengthDay = 0;
            LocalDate last = null;
            for (var session : week.sessions()) {
                if (session.kind() == SessionKind.STRENGTH && !session.on().equals(last)) {
                    strengthDay++;
                    last = session.on();
                }
                places.add(new PlaceInPlan(week.phase(), week.number(), weekOfPhase, lighter, strengthDay));
            }
        }
        return places;
    }
}
