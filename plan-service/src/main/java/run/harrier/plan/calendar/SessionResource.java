package run.harrier.plan.calendar;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;

/** What to do on which day, with its purpose and paces (U16); the days ahead are one answer that can be kept (S87). */
@Path("/api/v1/athletes/{athleteId}/sessions")
@Tag(name = "Sessions")
class SessionResource {
    private static final String PACES = "Whether easy steps of base, which go by time and feel, have a pace as well;"
            + " in a plan with `effortOnly` none has one";

    private final CalendarService calendar;

    SessionResource(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "plan:read")
    @ResponseHeader(name = "Cache-Control", value = "private, no-cache")
    @Operation(
            operationId = "listSessions",
            summary = "Read the sessions of a range of days",
            description = "Today and the 13 days after it unless asked otherwise; keep the answer for offline use and"
                    + " ask again with its `ETag` in `If-None-Match`. Steps carry the paces in force: those of today"
                    + " for today and later, those that were known when the day ended for days gone; easy steps of base,"
                    + " which go by time and feel, have one only with `paces=true`. `withoutPaces` says why a run has none. While a warning sign"
                    + " stands, today's and tomorrow's runs are rest; `notice` says why.")
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
                    String to,
            @QueryParam("paces") @DefaultValue("false") @Parameter(description = PACES) boolean paces) {
        return calendar.between(athleteId, from, to, paces);
    }

    @GET
    @Path("/{sessionId}")
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "plan:read")
    @Operation(
            operationId = "getSession",
            summary = "Read one session",
            description = "Also one that a newer plan has superseded; the list leaves those out.")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with this `ETag`")
    public Uni<SessionView> get(
            UUID athleteId,
            UUID sessionId,
            @QueryParam("paces") @DefaultValue("false") @Parameter(description = PACES) boolean paces) {
        return calendar.get(athleteId, sessionId, paces);
    }
}
