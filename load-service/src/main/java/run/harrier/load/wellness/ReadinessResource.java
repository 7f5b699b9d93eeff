package run.harrier.load.wellness;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;

/** How ready the athlete is for a hard day. */
@Path("/api/v1/athletes/{athleteId}/readiness")
@Tag(name = "Readiness")
class ReadinessResource {
    private final ReadinessService service;
    private final ClosingWords words;

    ReadinessResource(ReadinessService service, ClosingWords words) {
        this.service = service;
        this.words = words;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "load:read")
    @Operation(
            operationId = "getReadiness",
            summary = "Read the readiness of a day",
            description = "Today unless asked otherwise, from the mornings up to it against the athlete's own baseline"
                    + " of the 28 days before. Fewer than seven entries of these and the day, or none of the day: UNKNOWN,"
                    + " never a guess.")
    @APIResponse(responseCode = "200", description = "The verdict with its reasons")
    @APIResponse(responseCode = "400", description = "`on` is not a day")
    @APIResponse(responseCode = "422", description = "`on` is to come")
    public Uni<ReadinessView> on(UUID athleteId, @QueryParam("on") @Schema(format = "date") @Nullable String on) {
        return service.on(athleteId, on);
    }

    @PUT
    @Path("/closing-word")
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "sayClosingWord",
            summary = "Call a warning sign over",
            description =
                    "Without a body. A sign of an earlier day stands until two mornings in a row without it, or until"
                            + " athlete and coach have both said this; an athlete without a coach says it alone. A word holds for each"
                            + " sign that stands, not for a later one; `getReadiness` shows who has said it. The first hard session comes three days after. A sign of heart or"
                            + " breath ends by the athlete's `professionalAgreed` alone.")
    @APIResponse(
            responseCode = "200",
            description = "Of each sign that stood: who has said it, and whether it has ended")
    @APIResponse(responseCode = "409", description = "No sign stands that words can end")
    public Uni<ClosingWordView.Words> sayClosingWord(UUID athleteId) {
        return words.say(athleteId);
    }
}
