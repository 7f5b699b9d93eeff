package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planned session found its activity, or lost it again.
 *
 * @param activityId absent when it has none any more
 * @param verdict DONE, SHORTENED or HARDER (D20); absent with the activity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionMatched(
        UUID athleteId,
        UUID sessionId,
        @Nullable UUID activityId,
        @Nullable String verdict) implements Event {}
