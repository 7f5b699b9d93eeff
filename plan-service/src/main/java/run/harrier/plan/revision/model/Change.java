package run.harrier.plan.revision.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.PlannedSession;

/**
 * The parts of a session that a revision replaces.
 *
 * @param day absent when the session stays on its day
 * @param content absent when the session is only moved
 */
public record Change(@Nullable LocalDate day, @Nullable SessionContent content) {

    public static Change to(LocalDate day) {
        return new Change(day, null);
    }

    public static Change to(SessionContent content) {
        return new Change(null, content);
    }

    /** The parts of both; where both have one, that of the other. */
    Change then(Change other) {
        return new Change(other.day == null ? day : other.day, other.content == null ? content : other.content);
    }

    PlannedSession appliedTo(PlannedSession session) {
        var kept = content == null ? SessionContent.of(session) : content;
        return new PlannedSession(
                day == null ? session.on() : day,
                kept.kind(),
                kept.quality(),
                kept.purpose(),
                kept.alternatives(),
                kept.steps());
    }
}
