package run.harrier.plan.effort;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.effort.model.Effort;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.platform.access.Allowed;

/** The scale of effort, the talk test and the zones, from one to the other (S5). */
@Path("/api/v1/efforts")
@Tag(name = "Efforts")
class EffortResource {

    @GET
    @Allowed(scope = Allowed.ANY_SCOPE)
    @Operation(
            operationId = "listEfforts",
            summary = "Read what efforts are",
            description =
                    "How one can talk at an effort from 1 to 10, and the zones that are run at it; with `rpe` of one"
                            + " effort, with `zone` those at which a zone is run, with both only what fits both.")
    @APIResponse(responseCode = "200", description = "The efforts, by rising number")
    @APIResponse(responseCode = "400", description = "`rpe` is none from 1 to 10, or there is no such zone")
    public Uni<EffortsView> of(
            @QueryParam("rpe") @Min(Effort.LOWEST) @Max(Effort.HIGHEST) @Parameter(description = "An effort") @Nullable
                    Integer rpe,
            @QueryParam("zone") @Parameter(description = "A zone") @Nullable Zone zone) {
        return Uni.createFrom().item(EffortsView.from(Effort.of(rpe, zone)));
    }
}
