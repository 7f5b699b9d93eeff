package run.harrier.plan.generation.model;

import java.util.List;
import run.harrier.plan.session.model.SessionKind;
import run.harrier.plan.session.model.Step;

/**
 * The hard part of a session, before it is given its day.
 *
 * @param easyBefore run out of easy running instead of between warm-up and cool-down
 * @param seconds of the whole session where the workout decides it, else 0
 */
record Workout(SessionKind kind, String purpose, List<Step> work, boolean easyBefore, int seconds) {

    Workout {
        work = List.copyOf(work);
    }

    static Workout framed(SessionKind kind, String purpose, Step... work) {
        return new Workout(kind, purpose, List.of(work), false, 0);
    }

    static Workout outOfEasy(SessionKind kind, String purpose, int seconds, Step work) {
        return new Workout(kind, purpose, List.of(work), true, seconds);
    }
}
