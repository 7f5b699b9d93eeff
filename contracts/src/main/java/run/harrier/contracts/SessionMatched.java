package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planned session found its activity, or lost it again.
 *
 * @param activityId absent when it has none any more
 * @param verdict DONE, SHORTENED or HARDER (D20); absent with the activity
 * @param kind EASY, LONG, TEMPO, INTERVAL, REPETITION, PROGRESSION, RACE, TEST, STRENGTH or CROSS_TRAINING; absent with
 *     the activity, and in events older than this field
 * @param quality whether it was a hard session by D13; absent where the kind is
 * @param prescribedModerateSeconds how much running at marathon pace and in the gap up to threshold it asked for (D2),
 *     0 of a race or test, which is hard as a whole; absent where the kind is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionMatched(
        UUID athleteId,
        UUID sessionId,
        @Nullable UUID activityId,
        @Nullable String verdict,
        @Nullable String kind,
        @Nullable Boolean quality,
        @Nullable Double prescribedModerateSeconds)
        implements Event {

    @Override
    public String about() {
        return "match " + sessionId;
    }
}
