package run.harrier.athlete.access;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.COACH;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import run.harrier.contracts.Relation;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.Call;

/** What the caller is to a squad: the answer that the other services ask for when they do not know (D23). */
@Path("/api/v1/squads/{squadId}/access")
@Tag(name = "Access")
class SquadAccessResource {
    private final Call call;

    SquadAccessResource(Call call) {
        this.call = call;
    }

    record SquadAccess(Set<Relation> relations) {}

    @GET
    @Allowed({COACH, ASSISTANT})
    @Operation(
            summary = "Ask what you are to a squad",
            description = "Members are nothing to a squad but its athletes.")
    @APIResponse(responseCode = "200", description = "COACH or ASSISTANT")
    public Uni<SquadAccess> mine(UUID squadId) {
        return Uni.createFrom().item(() -> new SquadAccess(call.relations()));
    }
}
