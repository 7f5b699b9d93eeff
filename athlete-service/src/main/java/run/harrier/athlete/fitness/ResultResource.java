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
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.Page;

/** Races and time trials, from which the fitness number follows. */
@Path("/api/v1/athletes/{athleteId}/results")
@Tag(name = "Fitness")
class ResultResource {
    private final FitnessService service;

    ResultResource(FitnessService service) {
        this.service = service;
    }

    @POST
    @Allowed(
            value = {ATHLETE, COACH, PARTNER},
            scope = "results:write")
    @ResponseStatus(201)
    @Operation(
            operationId = "recordResult",
            summary = "Record a race or a time trial",
            description = "The paces of every future session follow at once (S15). Without a race, run as hard as you"
                    + " can and record it as TIME_TRIAL (S17). Beyond 3.5 minutes to 4 hours the formula is stretched, and"
                    + " `note` says so; a distance below 1500 m or above the marathon is kept without a number.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "2026-09-06", "rpe": 9}""")))
    @APIResponse(
            responseCode = "201",
            description = "The result with the number that it alone gives",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResultView.class)))
    @APIResponse(responseCode = "422", description = "In the future, faster than anybody has run or slower than a walk")
    @APIResponse(responseCode = "409", description = "The athlete has five hundred of them")
    public Uni<ResultView> record(UUID athleteId, @NotNull @Valid NewResult result) {
        return service.record(athleteId, result);
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "fitness:read")
    @Operation(
            operationId = "listResults",
            summary = "List the results",
            description = "The newest first, by the day they were run.")
    @APIResponse(responseCode = "200", description = "A page of results")
    @APIResponse(responseCode = "400", description = "The cursor is not one")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<ResultView>> list(
            UUID athleteId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return service.results(athleteId, after, limit);
    }

    @GET
    @Path("/{resultId}")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "fitness:read")
    @Operation(
            operationId = "getResult",
            summary = "Read a result",
            description = "With the number that it alone gives.")
    @APIResponse(responseCode = "200", description = "The result")
    public Uni<ResultView> get(UUID athleteId, UUID resultId) {
        return service.result(athleteId, resultId);
    }

    @DELETE
    @Path("/{resultId}")
    @Allowed(
            value = {ATHLETE, COACH, PARTNER},
            scope = "results:write")
    @Operation(
            operationId = "removeResult",
            summary = "Delete a result",
            description = "The number in force is that of the others from now on; what the athlete was shown for days"
                    + " that are over stays (D17).")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Void> remove(UUID athleteId, UUID resultId) {
        return service.removeResult(athleteId, resultId);
    }
}
