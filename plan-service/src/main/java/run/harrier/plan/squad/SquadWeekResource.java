package run.harrier.plan.squad;

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

/** The plans' part of a squad's morning; the gateway joins it with what was run. */
@Path("/api/v1/squads/{squadId}/week")
@Tag(name = "Overview")
class SquadWeekResource {
    private final SquadWeekService service;

    SquadWeekResource(SquadWeekService service) {
        this.service = service;
    }

    @GET
    @Allowed(
            value = {COACH, ASSISTANT},
            decidedInQuery = true)
    @Operation(
            operationId = "getSquadWeek",
            summary = "Read what the week asks of a squad",
            description = "For each athlete of the squad, in no order: what was planned, and which runs did not go that"
                    + " way. On each athlete's own today unless asked"
                    + " otherwise.")
    @APIResponse(responseCode = "200", description = "All athletes of the squad")
    @APIResponse(responseCode = "400", description = "`on` is not a day")
    public Uni<SquadWeekView> on(
            UUID squadId,
            @QueryParam("on")
                    @Parameter(
                            description = "A day of the week in question",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String on) {
        return service.on(squadId, on);
    }
}
