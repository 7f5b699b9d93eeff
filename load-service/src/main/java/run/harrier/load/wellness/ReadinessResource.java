package run.harrier.load.wellness;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;

/** How ready the athlete is for a hard day. */
@Path("/api/v1/athletes/{athleteId}/readiness")
@Tag(name = "Readiness")
class ReadinessResource {
    private final ReadinessService service;

    ReadinessResource(ReadinessService service) {
        this.service = service;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "load:read")
    @Operation(
            operationId = "getReadiness",
            summary = "Read the readiness of a day",
            description = "Today unless asked otherwise, from the mornings up to it against the athlete's own baseline"
                    + " of the 28 days before. Fewer than seven entries of these and the day, or none of the day: UNKNOWN,"
                    + " never a guess.")
    @APIResponse(responseCode = "200", description = "The verdict with its reasons")
    @APIResponse(responseCode = "400", description = "`on` is not a day")
    @APIResponse(responseCode = "422", description = "`on` is to come")
    public Uni<ReadinessView> on(UUID athleteId, @QueryParam("on") @Schema(format = "date") @Nullable String on) {
        return service.on(athleteId, on);
    }
}
