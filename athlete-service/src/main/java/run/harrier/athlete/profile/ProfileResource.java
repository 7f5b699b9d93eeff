package run.harrier.athlete.profile;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.Preconditions;

/** The athlete's own profile, and the join code shown to a coach. */
@Path("/api/v1/athletes")
@Tag(name = "Profile")
class ProfileResource {
    private final ProfileService service;
    private final RequestAccess request;

    ProfileResource(ProfileService service, RequestAccess request) {
        this.service = service;
        this.request = request;
    }

    @POST
    @Allowed
    @ResponseStatus(201)
    @Operation(
            operationId = "createAthlete",
            summary = "Become an athlete",
            description = "The signed-in person, once. The answer holds the join code to show to a coach.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"displayName": "Ana", "birthDate": "1994-03-02", "sex": "FEMALE", "timeZone": "Pacific/Auckland",
             "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 40000}""")))
    @APIResponse(
            responseCode = "201",
            description = "The profile",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "You have an athlete already")
    public Uni<ProfileView> create(@NotNull @Valid Profile profile) {
        return service.create(request.caller().subject(), profile);
    }

    @GET
    @Path("/me")
    @Allowed
    @Operation(
            operationId = "getOwnAthlete",
            summary = "Read your own profile",
            description = "404 as long as you have not become an athlete.")
    @APIResponse(responseCode = "200", description = "The profile")
    @APIResponse(responseCode = "404", description = "You are no athlete")
    public Uni<ProfileView> me() {
        return service.of(request.caller().subject());
    }

    @GET
    @Path("/{athleteId}")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "profile:read")
    @Operation(
            operationId = "getAthlete",
            summary = "Read a profile",
            description = "The join code is for the athlete alone.")
    @APIResponse(responseCode = "200", description = "The profile")
    public Uni<ProfileView> get(UUID athleteId) {
        return service.of(athleteId, request.relations());
    }

    @PATCH
    @Path("/{athleteId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "updateAthlete",
            summary = "Change a profile",
            description = "A merge-patch: what is left out stays as it is.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = Profile.class),
                            examples = @ExampleObject(name = "example", value = """
            {"timeZone": "Europe/Berlin", "currentWeeklyDistanceMetres": 45000}""")))
    @APIResponse(responseCode = "200", description = "The profile as it is now")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<ProfileView> change(UUID athleteId, @BeanParam Preconditions asked, @NotNull ObjectNode patch) {
        return service.change(athleteId, asked, patch, request.relations());
    }

    @POST
    @Path("/{athleteId}/join-code")
    @Allowed(ATHLETE)
    @Operation(
            operationId = "renewJoinCode",
            summary = "Take a new join code",
            description = "The old one stops working at once.")
    @APIResponse(responseCode = "200", description = "The profile with the new code")
    public Uni<ProfileView> showNewJoinCode(UUID athleteId) {
        return service.renewJoinCode(athleteId);
    }
}
