package run.harrier.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A session changed, or a change was declined or taken back.
 *
 * @param n counts the session's revisions from 1
 * @param reason why, an UPPER_SNAKE code
 * @param on the session's day after it
 */
public record PlanRevised(UUID athleteId, UUID sessionId, int n, String reason, LocalDate on) implements Event {

    @Override
    public String about() {
        return "revision " + sessionId;
    }
}
