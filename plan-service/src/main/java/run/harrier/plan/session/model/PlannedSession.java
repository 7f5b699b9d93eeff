package run.harrier.plan.session.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What one day asks for.
 *
 * @param quality a hard session by D13: it counts in S23 and is never next to another (S24)
 * @param purpose why it is there and what it trains; never blank (S25)
 * @param alternatives what the athlete may do instead and still have done it (S65)
 * @param steps in order; empty for rest
 */
public record PlannedSession(
        LocalDate on,
        SessionKind kind,
        boolean quality,
        String purpose,
        List<SessionKind> alternatives,
        List<Step> steps) {

    public PlannedSession {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a session without purpose (S25)");
        }
        alternatives = List.copyOf(alternatives);
        steps = List.copyOf(steps);
    }

    public boolean running() {
        return kind.running();
    }
}
