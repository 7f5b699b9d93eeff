package run.harrier.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An activity is gone, as if it had never been recorded.
 *
 * @param on the local day on which it was
 */
public record ActivityDeleted(UUID athleteId, UUID activityId, LocalDate on) implements Event {

    /** The activity, which {@link ActivityRecorded} published. */
    @Override
    public String about() {
        return "activity " + activityId;
    }
}
