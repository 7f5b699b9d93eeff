package run.harrier.load.activity;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import run.harrier.platform.http.Preconditions;

/** Recorded activities: read, corrected, deleted. */
@Path("/api/v1/athletes/{athleteId}/activities")
@Tag(name = "Activities")
class ActivityResource {
    private final ActivityService service;

    ActivityResource(ActivityService service) {
        this.service = service;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "activities:read")
    @Operation(
            operationId = "listActivities",
            summary = "List activities",
            description = "The newest first, without their laps and copies; `from` and `to` are local days, included.")
    @APIResponse(responseCode = "200", description = "A page of activities")
    @APIResponse(responseCode = "400", description = "`from`, `to` or `after` cannot be read")
    @APIResponse(responseCode = "422", description = "A limit outside 1 to 200")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<ActivityView>> list(
            UUID athleteId,
            @QueryParam("from") @Schema(format = "date") @Nullable String from,
            @QueryParam("to") @Schema(format = "date") @Nullable String to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return service.page(athleteId, from, to, limit, after);
    }

    @GET
    @Path("/{activityId}")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "activities:read")
    @Operation(
            operationId = "getActivity",
            summary = "Read an activity",
            description =
                    "With its laps, its time in zones and its load, and the copies of the same run that were not counted.")
    @APIResponse(responseCode = "200", description = "The activity")
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match")
    public Uni<ActivityView> get(UUID athleteId, UUID activityId) {
        return service.get(athleteId, activityId);
    }

    @GET
    @Path("/{activityId}/streams")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "activities:read")
    @Operation(
            operationId = "getStreams",
            summary = "Read what the device recorded over time",
            description =
                    "Each stream with the times of its samples, in seconds since the start. What was not recorded,"
                            + " or not asked for, is absent.")
    @APIResponse(responseCode = "200", description = "The streams")
    @APIResponse(responseCode = "400", description = "A key that is no stream, or a resolution outside 100 to 10,000")
    public Uni<StreamsView> streams(
            UUID athleteId,
            UUID activityId,
            @QueryParam("keys")
                    @Schema(
                            description = "The streams to answer, their names between commas; all without it",
                            examples = "distanceMetres,heartRateBpm")
                    @Nullable
                    String keys,
            @QueryParam("resolution")
                    @Min(StreamsView.FEWEST_POINTS)
                    @Max(StreamsView.MOST_POINTS)
                    @Schema(description = "The most points of each stream, evenly picked; all without it")
                    @Nullable
                    Integer resolution) {
        return service.streams(athleteId, activityId, StreamsView.Wish.of(keys, resolution));
    }

    @PATCH
    @Path("/{activityId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed(
            value = {ATHLETE, COACH, PARTNER},
            scope = "activities:write")
    @Operation(
            operationId = "updateActivity",
            summary = "Say how an activity felt, which sport it was, or that a copy is none",
            description = "A merge-patch of `rpe` (1 to 10; null takes it back) and `sport`. All figures that follow"
                    + " from it are computed again. A copy that has an id because it only overlaps in time counts as an"
                    + " activity of its own from `countsAlone: true` on; to take that back, delete one of the two.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = ActivityEdit.class),
                            examples = @ExampleObject(name = "example", value = """
            {"rpe": 6}""")))
    @APIResponse(responseCode = "200", description = "The activity as it is now")
    @APIResponse(responseCode = "409", description = "The copy is the same run as another activity")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<ActivityView> edit(
            UUID athleteId, UUID activityId, @BeanParam Preconditions asked, @NotNull ObjectNode patch) {
        return service.edit(athleteId, activityId, asked, patch);
    }

    @DELETE
    @Path("/{activityId}")
    @ResponseStatus(204)
    @Allowed(ATHLETE)
    @Operation(
            operationId = "deleteActivity",
            summary = "Delete an activity",
            description =
                    "With its file and streams, its effort and what is known of its copies, as if it had never been"
                            + " recorded; another copy of the same run can be uploaded then, and counts.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<Void> delete(UUID athleteId, UUID activityId, @BeanParam Preconditions asked) {
        return service.delete(athleteId, activityId, asked);
    }
}
