package run.harrier.plan.generation.workout.model;

import java.util.List;
import run.harrier.plan.prescription.model.Step;

/**
 * The work of a session, before it has a frame and a day.
 *
 * @param times repetitions, 1 for continuous work
 * @param each how much of one: metres, or seconds where it is by time
 * @param amount of the whole work without recoveries, in the same unit for one kind: seconds of hills, else metres
 * @param hardSeconds of it at T or faster, hills included (D30)
 * @param framed with a warm-up and a cool-down of its own (D28); a long run and a progression run have none
 */
public record Workout(
        WorkKind kind, int times, double each, double amount, double hardSeconds, boolean framed, List<Step> steps) {

    /** The same for sessions with the same work (D29). */
    public record Key(WorkKind kind, int times, double each) {}

    public Workout {
        steps = List.copyOf(steps);
    }

    public Key key() {
        return new Key(kind, times, each);
    }
}
