package run.harrier.load.activity.upload;

import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.idempotency.WaitsForFirstAnswer;

/** Uploads of activities, as files or as the few figures that are known. */
@Path("/api/v1/athletes/{athleteId}/activities")
@Tag(name = "Activities")
class UploadResource {
    private static final String FIT = "application/vnd.ant.fit";
    private static final String TCX = "application/vnd.garmin.tcx+xml";
    private static final String GPX = "application/gpx+xml";

    /** A file without samples: 45 minutes, 8 km. */
    private static final String FIT_EXAMPLE = "DhDcUkkAAAAuRklUhipAAAEAAAMAAQABAoQEBIYA"
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

    UploadResource(UploadService uploads) {
        this.uploads = uploads;
    }

    @POST
    @Consumes({FIT, TCX, GPX, MediaType.APPLICATION_JSON})
    @WaitsForFirstAnswer
    @Allowed(
            value = {ATHLETE, COACH, PARTNER},
            scope = "activities:write",
            decidedInQuery = true)
    @Operation(operationId = "uploadActivity", summary = "Upload an activity", description = """
            The file as the watch wrote it, plain or with gzip, at most 25 MiB as sent and 100 MiB inflated; or, without
            a file, the few figures that are known. The whole file is judged before anything is stored. A multi-sport
            file becomes an activity for each of its sports: the answer is the first, the rest are its `others`.

            A file holds at most 64 activities, 2,000 laps and 500,000 points, a TCX or GPX file no text or comment above 64
            kB, no name above 256 characters, no element with more than 64 attributes or deeper than 64, and 4,000,000 tags
            and attributes; one that holds more is a 422. Of one person or client two files that inflate to more than 2 MiB
            are read at once; a third is a 429. A point or value that cannot be (a time of the year 0, a place that is
            none) is left out and counted in `skipped`; more than one bad point, and more than one in twenty, are a 422.
            Where a file contradicts itself or leaves something out, `choices` lists what was taken instead. Laps and a sum that
            cannot be are left out and counted too.

            An activity that starts within a minute of one that is there, and whose distance is within 2 % of it (the
            duration and the kind of sport, where either has no distance), is the same run: the answer names that one,
            which counts, and lists this one among its `copies`. To have this one instead, delete that one and upload
            this one again: then its figures count. So is one on foot, or of the same sport, that overlaps with one that
            is there by more than half of the shorter one: it has an `id` among the `copies`, and counts when a PATCH
            says `countsAlone`. A second upload with the same `Idempotency-Key` waits for the first and gets its
            answer.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = FIT,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "example", summary = "In Base64", value = FIT_EXAMPLE)),
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
                            schema = @Schema(implementation = UploadView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The run is there already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "409", description = "The files of the athlete take all the room there is for one")
    @APIResponse(responseCode = "413", description = "Larger than 25 MiB, or inflates to more than 100 MiB")
    @APIResponse(responseCode = "415", description = "Neither FIT, TCX, GPX nor JSON, or an encoding other than gzip")
    @APIResponse(
            responseCode = "429",
            description =
                    "Two long files of the same person or client are being read; `Retry-After` says when to try again")
    public Uni<RestResponse<UploadView>> upload(
            UUID athleteId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            byte[] body) {
        return uploads.receive(athleteId, body, contentType, contentEncoding)
                .map(view -> RestResponse.status(
                        view instanceof UploadView.Recorded ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        view));
    }
}
