package run.harrier.plan.revision.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/**
 * The parts of a session that a revision replaces; a part that is absent is not touched.
 *
 * @param day for a session that moves
 * @param workout for a session that becomes another
 */
public record Change(@Nullable LocalDate day, @Nullable Workout workout) {

    /** What is done in a session, whatever its day. */
    public record Workout(
            SessionKind kind, boolean quality, String purpose, List<SessionKind> alternatives, List<Step> steps) {

        public static Workout of(PlannedSession session) {
            return new Workout(
                    session.kind(), session.quality(), session.purpose(), session.alternatives(), session.steps());
        }
    }

    public static Change to(LocalDate day) {
        return new Change(day, null);
    }

    public static Change to(Workout workout) {
        return new Change(null, workout);
    }

    /** The parts of both; where both have one, that of the other. */
    Change then(Change other) {
        return new Change(other.day == null ? day : other.day, other.workout == null ? workout : other.workout);
    }

    PlannedSession appliedTo(PlannedSession session) {
        var kept = workout == null ? Workout.of(session) : workout;
        return new PlannedSession(
                day == null ? session.on() : day,
                kept.kind(),
                kept.quality(),
                kept.purpose(),
                kept.alternatives(),
                kept.steps());
    }
}
