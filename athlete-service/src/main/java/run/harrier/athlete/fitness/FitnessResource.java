package run.harrier.athlete.fitness;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.heartrate.model.Scheme;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.http.Page;

/** The fitness in force on a day (D11), and the numbers set by hand. */
@Path("/api/v1/athletes/{athleteId}/fitness")
@Tag(name = "Fitness")
class FitnessResource {
    private final FitnessService service;
    private final RequestAccess request;

    FitnessResource(FitnessService service, RequestAccess request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "fitness:read")
    @Operation(
            operationId = "getFitness",
            summary = "Read the fitness in force on a day",
            description = "By default today where the athlete lives. The number is the best of the day and the 84 days"
                    + " before it; with none, the most recent older one, marked stale; without any, there is no number"
                    + " and there are no paces. A number set by hand takes the place of what was measured up to its"
                    + " day. Heart-rate zones are there once a heart rate was put.")
    @APIResponse(responseCode = "200", description = "Number, paces, equivalent times, heart-rate zones")
    @APIResponse(responseCode = "400", description = "`on` is not a day, or `scheme` not a scheme")
    public Uni<FitnessView> get(
            UUID athleteId,
            @QueryParam("on") @Schema(format = "date") @Nullable String on,
            @QueryParam("scheme") @DefaultValue("PERCENT_OF_MAXIMUM") Scheme scheme) {
        return service.fitness(athleteId, on == null ? null : DayRange.day("on", on), scheme);
    }

    @GET
    @Path("/overrides")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(
            operationId = "listFitnessOverrides",
            summary = "List the numbers set by hand",
            description = "The newest first.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "The cursor is not one")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<FitnessOverrideView>> overrides(
            UUID athleteId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return service.overrides(athleteId, after, limit);
    }

    @PUT
    @Path("/overrides/{from}")
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "overrideFitness",
            summary = "Set a number by hand from a day on",
            description = "With the reason. It takes the place of every result up to that day; a later result counts"
                    + " when it is better or when 84 days are over.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"vdot": 46.5, "reason": "two weeks of fever"}""")))
    @APIResponse(responseCode = "200", description = "The number as it was set")
    @APIResponse(responseCode = "409", description = "The athlete has a hundred numbers set by hand")
    public Uni<FitnessOverrideView> override(
            UUID athleteId, @Schema(format = "date") String from, @NotNull @Valid NewFitnessOverride override) {
        return service.override(
                athleteId,
                DayRange.day("from", from),
                override,
                request.caller().subject());
    }

    @DELETE
    @Path("/overrides/{from}")
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "removeFitnessOverride",
            summary = "Take back a number set by hand",
            description = "What was measured counts again.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "400", description = "`from` is not a day")
    public Uni<Void> removeOverride(UUID athleteId, @Schema(format = "date") String from) {
        return service.removeOverride(athleteId, DayRange.day("from", from));
    }
}
