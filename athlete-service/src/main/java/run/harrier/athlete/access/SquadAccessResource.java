package run.harrier.athlete.access;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.COACH;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import run.harrier.contracts.Relation;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;

/**
 * The caller's relations to a squad, and its athletes, which the other services ask for when their copy may be old
 * (D23).
 */
@Path("/api/v1/squads/{squadId}/access")
@Tag(name = "Access")
class SquadAccessResource {
    private final AccessAnnouncement access;
    private final RequestAccess request;

    SquadAccessResource(AccessAnnouncement access, RequestAccess request) {
        this.access = access;
        this.request = request;
    }

    /** @param members the athletes who are in the squad */
    record SquadAccess(Set<Relation> relations, List<UUID> members) {}

    @GET
    @WithSession
    @Allowed({COACH, ASSISTANT})
    @Operation(
            operationId = "getSquadAccess",
            summary = "Ask what you are to a squad",
            description = "And who is in it. Members are nothing to a squad but its athletes.")
    @APIResponse(responseCode = "200", description = "COACH or ASSISTANT, and the ids of the squad's athletes")
    public Uni<SquadAccess> mine(UUID squadId) {
        return access.members(squadId).map(members -> new SquadAccess(request.relations(), members));
    }
}
