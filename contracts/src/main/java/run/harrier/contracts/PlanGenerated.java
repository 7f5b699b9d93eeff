package run.harrier.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A new plan, in force from its start on; it supersedes what an older plan had from that day (D15).
 *
 * @param kind RACE, BEGINNER_BASE, BASE, MAINTAIN, WALK_RUN or PROGRESSION
 * @param start a Monday
 * @param end the last day
 */
public record PlanGenerated(UUID athleteId, UUID planId, String kind, LocalDate start, LocalDate end) implements Event {

    @Override
    public String about() {
        return "plan " + planId;
    }
}
