package run.harrier.plan.revision;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.Preconditions;

/** Changes a session by hand, and says how it came to be what it is. */
@Path("/api/v1/athletes/{athleteId}/sessions")
@Tag(name = "Sessions")
class SessionRevisionResource {
    private final RevisionService revisions;
    private final RequestAccess request;

    SessionRevisionResource(RevisionService revisions, RequestAccess request) {
        this.revisions = revisions;
        this.request = request;
    }

    @PATCH
    @Path("/{sessionId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "moveSession",
            summary = "Move a session to another day",
            description = "The original day stays visible, and the move can be declined like every revision. It is"
                    + " done whatever rule it breaks, and `warnings` names those; only to a day that a warning sign guards"
                    + " nothing hard is moved.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = MoveSession.class),
                            examples = @ExampleObject(name = "example", value = """
            {"on": "2026-12-03", "revision": 0}""")))
    @APIResponse(responseCode = "200", description = "The session as it is now, with `warnings` if it breaks a rule")
    @APIResponse(
            responseCode = "409",
            description = "It is done, it has changed since the revision you named, a newer plan holds on its day, or"
                    + " a hard session would come to a day that a notice guards (D34)")
    @APIResponse(responseCode = "412", description = "It has changed since the revision named in `If-Match`")
    public Uni<RevisedSessionView> move(
            UUID athleteId, UUID sessionId, @BeanParam Preconditions asked, @NotNull @Valid MoveSession move) {
        return revisions.move(
                athleteId, sessionId, asked, move, request.caller().subject());
    }

    @GET
    @Path("/{sessionId}/revisions")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "plan:read")
    @Operation(
            operationId = "listRevisions",
            summary = "Read every change of a session",
            description = "From the first to the last.")
    @APIResponse(responseCode = "200", description = "The revisions")
    public Uni<RevisionView.ListView> list(UUID athleteId, UUID sessionId) {
        return revisions
                .of(athleteId, sessionId)
                .map(all -> new RevisionView.ListView(
                        all.stream().map(RevisionView::from).toList()));
    }

    @POST
    @Path("/{sessionId}/revisions/{n}/decline")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(
            operationId = "declineRevision",
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
    @APIResponse(responseCode = "412", description = "It has changed since the revision named in `If-Match`")
    public Uni<RevisedSessionView> decline(UUID athleteId, UUID sessionId, int n, @BeanParam Preconditions asked) {
        return revisions.decline(
                athleteId, sessionId, n, asked, request.caller().subject());
    }

    @DELETE
    @Path("/{sessionId}/revisions/{n}/decline")
    @Allowed({ATHLETE, COACH, ASSISTANT})
    @Operation(
            operationId = "takeDeclineBack",
            summary = "Take a decline back",
            description = "The change has its effect again.")
    @APIResponse(responseCode = "200", description = "The session as it is now, and what makes it that")
    @APIResponse(responseCode = "409", description = "The session is done, or the day it would be on is over")
    @APIResponse(responseCode = "412", description = "It has changed since the revision named in `If-Match`")
    public Uni<RevisedSessionView> accept(UUID athleteId, UUID sessionId, int n, @BeanParam Preconditions asked) {
        return revisions.decline(athleteId, sessionId, n, asked, null);
    }
}
