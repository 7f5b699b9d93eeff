package run.harrier.athlete.squad;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.directory.Directory;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.Page;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.problem.ProblemException;

/** Squads, their coaches, assistants and members, and the invitations into them. */
@Path("/api/v1/squads")
@Tag(name = "Squads")
class SquadResource {
    private static final String USER = "^[^\\x00-\\x1F\\x7F]{1,255}$";

    private final SquadService service;
    private final MembershipService memberships;
    private final Directory directory;
    private final RequestAccess request;

    SquadResource(SquadService service, MembershipService memberships, Directory directory, RequestAccess request) {
        this.service = service;
        this.memberships = memberships;
        this.directory = directory;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed
    @ResponseStatus(201)
    @Operation(operationId = "createSquad", summary = "Create a squad", description = "You are its first coach.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"name": "Tuesday track"}""")))
    @APIResponse(
            responseCode = "201",
            description = "The squad",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SquadView.class)))
    public Uni<SquadView> create(@NotNull @Valid NewSquad squad) {
        return service.create(request.caller().subject(), squad);
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listSquads",
            summary = "List your squads",
            description = "Those you coach, assist in, or run in; the oldest first.")
    @APIResponse(responseCode = "200", description = "A page of squads")
    @APIResponse(responseCode = "400", description = "The cursor is not one")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<SquadListItem>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return service.list(request.caller().subject(), after, limit);
    }

    @GET
    @Path("/{squadId}")
    @Allowed({COACH, ASSISTANT})
    @Operation(
            operationId = "getSquad",
            summary = "Read a squad",
            description = "With all coaches, assistants and athletes.")
    @APIResponse(responseCode = "200", description = "The squad")
    public Uni<SquadView> get(UUID squadId) {
        return service.get(squadId);
    }

    @PATCH
    @Path("/{squadId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed(COACH)
    @Operation(
            operationId = "renameSquad",
            summary = "Rename a squad",
            description = "A merge-patch; the name is all there is to change.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            examples = @ExampleObject(name = "example", value = """
            {"name": "Wednesday track"}""")))
    @APIResponse(responseCode = "200", description = "The squad as it is now")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<SquadView> rename(UUID squadId, @BeanParam Preconditions asked, @NotNull @Valid NewSquad squad) {
        return service.rename(squadId, asked, squad);
    }

    @DELETE
    @Path("/{squadId}")
    @Allowed(COACH)
    @Operation(
            operationId = "dissolveSquad",
            summary = "Dissolve a squad",
            description = "Its coaches are strangers to its athletes from now on, everywhere within seconds.")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Void> dissolve(UUID squadId) {
        return service.dissolve(squadId);
    }

    @PUT
    @Path("/{squadId}/coaches/{user}")
    @Allowed(COACH)
    @Operation(
            operationId = "nameCoach",
            summary = "Name a coach or an assistant",
            description =
                    "By user name or e-mail address, as the person signs in; the answer has the `subject`. The same"
                            + " again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"role": "ASSISTANT"}""")))
    @APIResponse(responseCode = "200", description = "The person's role as it is now")
    @APIResponse(
            responseCode = "409",
            description = "The last coach cannot become an assistant; a squad has at most 30 coaches and assistants")
    @APIResponse(responseCode = "422", description = "Nobody has this user name or e-mail address")
    public Uni<SquadView.Coach> name(UUID squadId, @Pattern(regexp = USER) String user, @NotNull @Valid NewRole role) {
        return directory
                .person(user)
                .map(found -> found.orElseThrow(() -> ProblemException.impossibleAt(
                        "user", "Nobody signs in with this user name or e-mail address: look for a typing error.")))
                .chain(person -> service.name(squadId, person, role.role()));
    }

    @DELETE
    @Path("/{squadId}/coaches/{user}")
    @Allowed({COACH, ASSISTANT})
    @Operation(
            operationId = "removeCoach",
            summary = "Remove a coach or an assistant",
            description = "By the `subject` or the `name` that the squad shows. An assistant can only leave.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "409", description = "The last coach cannot be removed")
    public Uni<Void> remove(UUID squadId, @Pattern(regexp = USER) String user) {
        return service.remove(squadId, user, request.caller().subject());
    }

    @DELETE
    @Path("/{squadId}/members/{athleteId}")
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "removeMember",
            summary = "Leave a squad, or remove an athlete",
            description = "The athlete leaves any squad; a coach removes from the own one.")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Void> leave(UUID squadId, UUID athleteId) {
        return memberships.leave(
                squadId,
                athleteId,
                request.caller().subject(),
                request.relations().contains(ATHLETE));
    }

    @POST
    @Path("/{squadId}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(COACH)
    @ResponseStatus(201)
    @Operation(
            operationId = "inviteAthlete",
            summary = "Invite an athlete",
            description = "By the join code the athlete shows. Nothing of the athlete is seen before the acceptance.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"joinCode": "7K3QZ-M0N9T"}""")))
    @APIResponse(
            responseCode = "201",
            description = "The invitation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "404", description = "The squad is not yours, or nobody shows this code")
    @APIResponse(responseCode = "409", description = "The athlete is in the squad or invited already")
    public Uni<InvitationView> invite(UUID squadId, @NotNull @Valid NewInvitation invitation) {
        return memberships.invite(squadId, invitation, request.caller().subject());
    }

    @GET
    @Path("/{squadId}/invitations")
    @Allowed({COACH, ASSISTANT})
    @Operation(
            operationId = "listInvitations",
            summary = "List the open invitations of a squad",
            description = "The oldest first.")
    @APIResponse(responseCode = "200", description = "A page of invitations")
    @APIResponse(responseCode = "400", description = "The cursor is not one")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<InvitationView>> invitations(
            UUID squadId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return memberships.ofSquad(squadId, after, limit);
    }
}
