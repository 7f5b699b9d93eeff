package run.harrier.athlete.profile;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.Preconditions;

/** The intake: the five answers that a plan waits for (S1). */
@Path("/api/v1/athletes/{athleteId}/intake")
@Tag(name = "Profile")
class IntakeResource {
    private final ProfileService service;

    IntakeResource(ProfileService service) {
        this.service = service;
    }

    @GET
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(
            operationId = "getIntake",
            summary = "Read the intake",
            description = "404 as long as it was not answered.")
    @APIResponse(responseCode = "200", description = "The answers")
    public Uni<IntakeView> get(UUID athleteId) {
        return service.intake(athleteId);
    }

    @PUT
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "answerIntake",
            summary = "Answer the intake",
            description =
                    "All five questions, each in words or with UNKNOWN, and how the athlete moves, by choice; the new"
                            + " answers replace the old ones.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"posture": "sits eight hours a day", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN",
             "injuries": [{"site": "left achilles", "open": false}], "habits": "four runs a week",
             "longestRunMinutes": 80, "movement": {"sitting": "OVER_8_HOURS", "weakerSide": "LEFT",
              "stiff": ["ANKLE", "HIP"], "postureWhenTired": "UNKNOWN"}}""")))
    @APIResponse(responseCode = "200", description = "The answers as they are now")
    @APIResponse(responseCode = "412", description = "They were changed since the version named in If-Match")
    public Uni<IntakeView> answer(UUID athleteId, @BeanParam Preconditions asked, @NotNull @Valid Intake intake) {
        return service.answer(athleteId, asked, intake);
    }
}
