package run.harrier.athlete.access;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;

/** The caller's grants for an athlete, which the other services ask for when their copy may be old (D23). */
@Path("/api/v1/athletes/{athleteId}/access")
@Tag(name = "Access")
class AthleteAccessResource {
    private final AccessAnnouncement access;
    private final RequestAccess request;

    AthleteAccessResource(AccessAnnouncement access, RequestAccess request) {
        this.access = access;
        this.request = request;
    }

    record AthleteAccess(List<Grant> grants) {}

    @GET
    @WithSession
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = Allowed.ANY_SCOPE)
    @Operation(
            operationId = "getAccess",
            summary = "Ask what you are to an athlete",
            description = "Your own grants only.")
    @APIResponse(responseCode = "200", description = "By which relations you may see the athlete")
    public Uni<AthleteAccess> mine(UUID athleteId) {
        return access.ofSubject(athleteId, request.caller().subject(), request.relations())
                .map(AthleteAccess::new);
    }
}
