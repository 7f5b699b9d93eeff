package run.harrier.load.squad;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.COACH;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;

/** How the athletes of a squad are; the gateway joins it with the sessions planned for them. */
@Path("/api/v1/squads/{squadId}/condition")
@Tag(name = "Overview")
class SquadConditionResource {
    private final SquadConditionService service;

    SquadConditionResource(SquadConditionService service) {
        this.service = service;
    }

    @GET
    @Allowed(
            value = {COACH, ASSISTANT},
            decidedInQuery = true)
    @Operation(
            operationId = "getSquadCondition",
            summary = "Read how the athletes of a squad are",
            description =
                    "For each athlete of the squad, in no order: how ready, the ratio of the last week's load to the last"
                            + " four's, the seconds done since Monday, and what a coach should know. On each athlete's own today"
                            + " unless asked otherwise.")
    @APIResponse(responseCode = "200", description = "All athletes of the squad")
    @APIResponse(responseCode = "400", description = "`on` is not a day")
    public Uni<SquadConditionView> on(
            UUID squadId,
            @QueryParam("on")
                    @Parameter(
                            description = "The day in question",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String on) {
        return service.on(squadId, on);
    }
}
