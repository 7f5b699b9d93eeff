package run.harrier.plan.calendar;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;

/** How a session came to be what it is. */
@Path("/api/v1/athletes/{athleteId}/sessions/{sessionId}/revisions")
@Tag(name = "Sessions")
class SessionRevisionResource {
    private final RevisionService revisions;
    private final RequestAccess request;

    SessionRevisionResource(RevisionService revisions, RequestAccess request) {
        this.revisions = revisions;
        this.request = request;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "plan:read")
    @Operation(summary = "Read every change of a session", description = "From the first to the last.")
    @APIResponse(responseCode = "200", description = "The revisions")
    public Uni<RevisionView.ListView> list(UUID athleteId, UUID sessionId) {
        return revisions
                .of(athleteId, sessionId)
                .map(all -> new RevisionView.ListView(
                        all.stream().map(RevisionView::from).toList()));
    }

    @POST
    @Path("/{n}/decline")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(
            summary = "Decline a change",
            description =
                    "The session is as if the change had not been made: the others that are not declined have their"
                            + " effect as before, on what is there without it. A trim by load that came after a softening makes"
                            + " an easy run shorter; when the softening is declined, the hard session is back as it was planned,"
                            + " unless the load alone calls for an easy one.")
    @APIResponse(responseCode = "200", description = "The session as it is now, and what makes it that")
    @APIResponse(
            responseCode = "409",
            description = "It is declined already, the session is done, the day it would be on is over, or a hard"
                    + " session would be restored after a notice (S116)")
    public Uni<SessionView> decline(UUID athleteId, UUID sessionId, int n) {
        return revisions.decline(athleteId, sessionId, n, request.caller().subject());
    }

    @DELETE
    @Path("/{n}/decline")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(summary = "Take a decline back", description = "The change has its effect again.")
    @APIResponse(responseCode = "200", description = "The session as it is now, and what makes it that")
    @APIResponse(responseCode = "409", description = "The session is done, or the day it would be on is over")
    public Uni<SessionView> accept(UUID athleteId, UUID sessionId, int n) {
        return revisions.decline(athleteId, sessionId, n, null);
    }
}
