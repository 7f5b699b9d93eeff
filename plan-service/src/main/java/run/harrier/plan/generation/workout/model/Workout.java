package run.harrier.plan.generation.workout.model;

import java.util.List;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/**
 * The hard part of a session, before it is given its day.
 *
 * @param easyBefore run out of easy running instead of between warm-up and cool-down
 * @param seconds of the whole session where the workout decides it, else 0
 */
public record Workout(SessionKind kind, String purpose, List<Step> work, boolean easyBefore, int seconds) {

    public Workout {
        work = List.copyOf(work);
    }

    static Workout framed(SessionKind kind, String purpose, Step... work) {
        return new Workout(kind, purpose, List.of(work), false, 0);
    }

    static Workout outOfEasy(SessionKind kind, String purpose, int seconds, Step work) {
        return new Workout(kind, purpose, List.of(work), true, seconds);
    }
}
