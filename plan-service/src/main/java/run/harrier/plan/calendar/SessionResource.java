package run.harrier.plan.calendar;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.access.RequestAccess;

/** What to do on which day. */
@Path("/api/v1/athletes/{athleteId}/sessions")
@Tag(name = "Sessions")
class SessionResource {
    private final CalendarService calendar;
    private final RevisionService revisions;
    private final RequestAccess request;

    SessionResource(CalendarService calendar, RevisionService revisions, RequestAccess request) {
        this.calendar = calendar;
        this.revisions = revisions;
        this.request = request;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "plan:read")
    @ResponseHeader(name = "Cache-Control", value = "private, no-cache")
    @Operation(
            summary = "Read the sessions of a range of days",
            description = "Today and the 13 days after it unless asked otherwise; keep the answer for offline use and"
                    + " ask again with its `ETag` in `If-None-Match`. Steps carry the paces in force: those of today"
                    + " for today and later, those that were known when the day ended for days gone.")
    @APIResponse(responseCode = "200", description = "The sessions by day")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with this `ETag`")
    @APIResponse(responseCode = "400", description = "`from` or `to` is not a day")
    @APIResponse(responseCode = "422", description = "`to` is before `from`, or more than 1,098 days after it")
    public Uni<CalendarView> between(
            UUID athleteId,
            @QueryParam("from")
                    @Parameter(
                            description = "The first day, in the athlete's zone",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "The last day, included",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String to) {
        return calendar.between(athleteId, from, to);
    }

    @GET
    @Path("/{sessionId}")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "plan:read")
    @Operation(
            summary = "Read one session",
            description = "Also one that a newer plan has superseded; the list leaves those out.")
    @APIResponse(responseCode = "200", description = "The session")
    public Uni<SessionView> get(UUID athleteId, UUID sessionId) {
        return calendar.get(athleteId, sessionId);
    }

    @PATCH
    @Path("/{sessionId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed({ATHLETE, COACH})
    @Operation(
            summary = "Move a session to another day",
            description = "The original day stays visible, and the move can be declined like every revision. It is"
                    + " done whatever rule it breaks; `warnings` names those.")
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
            description =
                    "It is done, it has changed since the revision you named, or a newer plan holds on its" + " day")
    public Uni<SessionView> move(UUID athleteId, UUID sessionId, @NotNull @Valid MoveSession move) {
        return revisions.move(athleteId, sessionId, move, request.caller().subject());
    }
}
