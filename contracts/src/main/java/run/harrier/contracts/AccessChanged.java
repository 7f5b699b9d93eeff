package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole list of who may see the athlete; it replaces every earlier list. */
public record AccessChanged(UUID athleteId, List<Grant> grants) implements Event {

    public AccessChanged {
        grants = List.copyOf(grants);
    }

    /**
     * @param subject the {@code sub} of a person's token, or the client id of a partner
     * @param squadId the squad by which a coach or assistant has the right; absent for the others
     * @param scopes what a partner may do; absent for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Grant(
            String subject,
            Relation relation,
            @Nullable UUID squadId,
            @Nullable Set<String> scopes) {}
}
