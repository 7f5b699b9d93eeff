package run.harrier.athlete.squad;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.Page;

/** Invitations (D22). Their path names neither athlete nor squad, so {@link MembershipService} decides on access. */
@Path("/api/v1/invitations")
@Tag(name = "Squads")
class InvitationResource {
    private final MembershipService service;
    private final RequestAccess request;

    InvitationResource(MembershipService service, RequestAccess request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listOwnInvitations",
            summary = "List your open invitations",
            description = "Those to you as an athlete; the oldest first.")
    @APIResponse(responseCode = "200", description = "A page of invitations")
    @APIResponse(responseCode = "400", description = "The cursor is not one")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<InvitationView>> mine(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return service.ofSubject(request.caller().subject(), after, limit);
    }

    @GET
    @Path("/{invitationId}")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(
            operationId = "getInvitation",
            summary = "Read an open invitation",
            description = "For the athlete who is invited, and for coaches and assistants of the squad.")
    @APIResponse(responseCode = "200", description = "The invitation")
    @APIResponse(responseCode = "404", description = "Unknown, not yours, or no longer open")
    public Uni<InvitationView> get(UUID invitationId) {
        return service.invitation(invitationId, request.caller().subject());
    }

    @POST
    @Path("/{invitationId}/acceptance")
    @Allowed(ATHLETE)
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description =
                    "For the athlete who is invited. From now on the coaches and assistants of the squad see you.")
    @APIResponse(responseCode = "200", description = "You are in the squad")
    @APIResponse(responseCode = "404", description = "Unknown, not yours, or no longer open")
    @APIResponse(responseCode = "409", description = "The squad has 5,000 athletes, or you are in ten squads")
    public Uni<MembershipView> accept(UUID invitationId) {
        return service.accept(invitationId, request.caller().subject());
    }

    @DELETE
    @Path("/{invitationId}")
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "removeInvitation",
            summary = "Decline an invitation, or take it back",
            description = "For the athlete who is invited, and for coaches of the squad.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "Unknown, not yours, or no longer open")
    public Uni<Void> remove(UUID invitationId) {
        return service.remove(invitationId, request.caller().subject());
    }
}
