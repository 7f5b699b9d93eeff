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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.Page;
import run.harrier.platform.idempotency.ConcurrentRequestException;

/** What was run. */
@Path("/api/v1/athletes/{athleteId}/activities")
@Tag(name = "Activities")
class ActivityResource {
    private static final String FIT = "application/vnd.ant.fit";
    private static final String TCX = "application/vnd.garmin.tcx+xml";
    private static final String GPX = "application/gpx+xml";

    /** A file without samples: 45 minutes, 8 km. */
    private static final String FIT_EXAMPLE =
            "data:application/vnd.ant.fit;base64,DhDcUkkAAAAuRklUhipAAAEAAAMAAQABAoQEBIYA"
                    + "BAD/RQZF2EAAAQASB/0EhgIEhgUBAAcEhggEhgkEhhABAgBFBlBkRQZF2AEAKTLgACky4AAMNQCOl6U=";

    private static final String TCX_EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
              <Activities><Activity Sport="Running"><Id>2026-09-12T05:30:00Z</Id>
                <Lap StartTime="2026-09-12T05:30:00Z">
                  <TotalTimeSeconds>2700</TotalTimeSeconds><DistanceMeters>8000</DistanceMeters>
                  <Track>
                    <Trackpoint><Time>2026-09-12T05:30:00Z</Time><DistanceMeters>0</DistanceMeters></Trackpoint>
                    <Trackpoint><Time>2026-09-12T06:15:00Z</Time><DistanceMeters>8000</DistanceMeters></Trackpoint>
                  </Track>
                </Lap>
              </Activity></Activities>
            </TrainingCenterDatabase>
            """;

    private static final String GPX_EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="example" xmlns="http://www.topografix.com/GPX/1/1">
              <trk><type>running</type><trkseg>
                <trkpt lat="47.3700" lon="8.5400"><ele>410</ele><time>2026-09-13T05:30:00Z</time></trkpt>
                <trkpt lat="47.3715" lon="8.5400"><ele>412</ele><time>2026-09-13T05:31:00Z</time></trkpt>
                <trkpt lat="47.3730" lon="8.5400"><ele>411</ele><time>2026-09-13T05:32:00Z</time></trkpt>
              </trkseg></trk>
            </gpx>
            """;

    private final UploadService uploads;
    private final ActivityService service;

    ActivityResource(UploadService uploads, ActivityService service) {
        this.uploads = uploads;
        this.service = service;
    }

    @POST
    @Consumes({FIT, TCX, GPX, MediaType.APPLICATION_JSON})
    @ConcurrentRequestException
    @Allowed(
            value = {ATHLETE, COACH, PARTNER},
            scope = "activities:write",
            decidedInQuery = true)
    @Operation(summary = "Upload an activity", description = """
            The file as the watch wrote it, plain or with gzip, at most 25 MiB as sent and 100 MiB inflated; or, without
            a file, the few figures that are known. The whole file is judged before anything is stored. A multi-sport
            file becomes an activity for each of its sports: the answer is the first, the rest are its `others`.

            An activity that starts within a minute of one that is there, and whose distance is within 2 % of it (the
            duration, where either has no distance), is the same run: the answer names that one, which counts, and tells of
            this one among its `copies`. To have this one instead, delete that one and upload this one again: then its
            figures count. A second upload with the same `Idempotency-Key` waits for the
            first and gets its answer.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = FIT,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "example", externalValue = FIT_EXAMPLE)),
                @Content(
                        mediaType = TCX,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "example", value = TCX_EXAMPLE)),
                @Content(
                        mediaType = GPX,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "example", value = GPX_EXAMPLE)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NewActivity.class),
                        examples = @ExampleObject(name = "example", value = """
            {"sport": "RUN", "startedAt": "2026-09-10T05:30:00Z", "durationSeconds": 2700, "distanceMetres": 8000,
             "rpe": 4}"""))
            })
    @APIResponse(
            responseCode = "201",
            description = "The activity; `others` of a multi-sport file may be duplicates",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The run is there already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadView.Duplicate.class)))
    @APIResponse(responseCode = "413", description = "Larger than 25 MiB, or inflates to more than 100 MiB")
    @APIResponse(responseCode = "415", description = "Neither FIT, TCX, GPX nor JSON, or an encoding other than gzip")
    public Uni<RestResponse<UploadView>> upload(
            UUID athleteId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            byte[] body) {
        return uploads.receive(athleteId, body, contentType, contentEncoding)
                .map(view -> RestResponse.status(
                        view instanceof ActivityView ? RestResponse.Status.CREATED : RestResponse.Status.OK, view));
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "activities:read")
    @Operation(summary = "List activities", description = "The newest first; `from` and `to` are local days, included.")
    @APIResponse(responseCode = "200", description = "A page of activities")
    @APIResponse(responseCode = "400", description = "`from`, `to` or `after` cannot be read")
    @APIResponse(responseCode = "422", description = "A limit outside 1 to 200")
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
            summary = "Read what the device recorded over time",
            description = "Each stream with the times of its samples, in seconds since the start. What was not recorded"
                    + " is absent.")
    @APIResponse(responseCode = "200", description = "The streams")
    public Uni<StreamsView> streams(UUID athleteId, UUID activityId) {
        return service.streams(athleteId, activityId);
    }

    @PATCH
    @Path("/{activityId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed(
            value = {ATHLETE, COACH, PARTNER},
            scope = "activities:write")
    @Operation(
            summary = "Say how an activity felt, or which sport it was",
            description = "A merge-patch of `rpe` (1 to 10; null takes it back) and `sport`. All figures that follow"
                    + " from it are computed again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = ActivityEdit.class),
                            examples = @ExampleObject(name = "example", value = """
            {"rpe": 6}""")))
    @APIResponse(responseCode = "200", description = "The activity as it is now")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<ActivityView> edit(
            UUID athleteId,
            UUID activityId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode patch) {
        return service.edit(athleteId, activityId, ifMatch, patch);
    }

    @DELETE
    @Path("/{activityId}")
    @ResponseStatus(204)
    @Allowed(ATHLETE)
    @Operation(
            summary = "Delete an activity",
            description =
                    "With its file and streams, its effort and what is known of its copies, as if it had never been"
                            + " recorded; another copy of the same run can be uploaded then, and counts.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<Void> delete(
            UUID athleteId, UUID activityId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return service.delete(athleteId, activityId, ifMatch);
    }
}
