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

/** How a session came to be what it is. */
@Path("/api/v1/athletes/{athleteId}/sessions/{sessionId}/revisions")
@Tag(name = "Sessions")
class RevisionResource {
    private final RevisionService revisions;

    RevisionResource(RevisionService revisions) {
        this.revisions = revisions;
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
            description = "The session is as if the change had not been made; later changes of it stay.")
    @APIResponse(responseCode = "200", description = "The session as it is now")
    @APIResponse(responseCode = "409", description = "It is declined already, or the day it would be on is over")
    public Uni<SessionView> decline(UUID athleteId, UUID sessionId, int n) {
        return revisions.decline(athleteId, sessionId, n, true);
    }

    @DELETE
    @Path("/{n}/decline")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(summary = "Take a decline back", description = "The change has its effect again.")
    @APIResponse(responseCode = "200", description = "The session as it is now")
    @APIResponse(responseCode = "409", description = "The day it would be on is over")
    public Uni<SessionView> accept(UUID athleteId, UUID sessionId, int n) {
        return revisions.decline(athleteId, sessionId, n, false);
    }
}
