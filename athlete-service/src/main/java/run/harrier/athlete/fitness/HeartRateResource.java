package run.harrier.athlete.fitness;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
import run.harrier.athlete.heartrate.HeartRateView;
import run.harrier.athlete.heartrate.NewHeartRate;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.DayRange;

/** The measurements of the athlete's heart, each with its day and origin (S4, D8, U24). */
@Path("/api/v1/athletes/{athleteId}/heart-rate")
@Tag(name = "Fitness")
class HeartRateResource {
    private final FitnessService service;

    HeartRateResource(FitnessService service) {
        this.service = service;
    }

    @PUT
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "measureHeartRate",
            summary = "Put figures of the heart as of a day",
            description = "In force from that day until the next measurement. The same day and origin again replaces"
                    + " them. An AGE_ESTIMATE is kept, but never in force after a test (S4).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"maxBpm": 190, "restBpm": 52, "thresholdBpm": 171, "origin": "FIELD_TEST", "measuredOn": "2026-08-01"}""")))
    @APIResponse(responseCode = "200", description = "The figures as they were kept")
    @APIResponse(responseCode = "409", description = "The athlete has five hundred of them")
    public Uni<HeartRateView> measure(UUID athleteId, @NotNull @Valid NewHeartRate measured) {
        return service.measure(athleteId, measured);
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "fitness:read")
    @Operation(
            operationId = "getHeartRate",
            summary = "Read the figures of the heart in force on a day",
            description = "By default today where the athlete lives, with all measurements beside them; 404 when none"
                    + " is in force.")
    @APIResponse(responseCode = "200", description = "The figures in force, and all that were kept")
    @APIResponse(responseCode = "400", description = "`on` is not a day")
    public Uni<HeartRateView> get(UUID athleteId, @QueryParam("on") @Schema(format = "date") @Nullable String on) {
        return service.heartRate(athleteId, on == null ? null : DayRange.day("on", on));
    }
}
