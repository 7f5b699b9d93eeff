package run.harrier.load.wellness;

import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.PARTNER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.Preconditions;

/** The wellness entries: made and read by the athlete or a partner, and never shown to a coach (D21). */
@Path("/api/v1/athletes/{athleteId}/wellness")
@Tag(name = "Wellness")
class WellnessResource {
    private final WellnessService service;

    WellnessResource(WellnessService service) {
        this.service = service;
    }

    @PUT
    @Path("/{date}")
    @Allowed(
            value = {ATHLETE, PARTNER},
            scope = "wellness:write")
    @Operation(
            operationId = "enterWellness",
            summary = "Enter a morning",
            description = "All that its sender says of a day up to today, in place of what the same sender said before."
                    + " Each source owns the fields it sent: the athlete's word goes before a client's, and a newer"
                    + " client's before an older one's. Soreness, fatigue and stress are 1 to 5, 5 worst; sleep quality and"
                    + " mood 1 to 5, 5 best; pain 0 to 10 by site.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"restingHeartRateBpm": 48, "hrvMillis": 71, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 2,
             "fatigue": 2, "stress": 2, "mood": 4, "pain": [{"site": "left achilles", "level": 1}]}""")))
    @APIResponse(responseCode = "200", description = "The entry")
    @APIResponse(responseCode = "400", description = "The date or the body cannot be read")
    @APIResponse(
            responseCode = "409",
            description = "It would take a sign of heart or breath back, without the word that ends it")
    @APIResponse(responseCode = "412", description = "It was changed since you read what `If-Match` names")
    @APIResponse(
            responseCode = "422",
            description =
                    "A value outside its scale, an entry that says nothing, a day to come or of more than ten years ago")
    public Uni<WellnessView> enter(
            UUID athleteId, String date, @BeanParam Preconditions asked, @NotNull @Valid WellnessEntry entry) {
        return service.enter(athleteId, date, asked, entry);
    }

    @PATCH
    @Path("/{date}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Allowed(
            value = {ATHLETE, PARTNER},
            scope = "wellness:write")
    @Operation(
            operationId = "updateWellness",
            summary = "Say more of a morning",
            description =
                    "A merge-patch of what its sender has said of the day: what is left out stays as it is, null takes"
                            + " it back. What others said stays. A sign of heart or breath is not taken back: it stands until"
                            + " the athlete says `professionalAgreed`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = WellnessEntry.class),
                            examples = @ExampleObject(name = "example", value = """
            {"sleepHours": 7.5, "sleepQuality": 4}""")))
    @APIResponse(responseCode = "200", description = "The entry as it is now")
    @APIResponse(responseCode = "400", description = "The date or the body cannot be read")
    @APIResponse(
            responseCode = "409",
            description = "It would take a sign of heart or breath back, without the word that ends it")
    @APIResponse(responseCode = "412", description = "It was changed since you read what `If-Match` names")
    @APIResponse(
            responseCode = "422",
            description =
                    "A value outside its scale, nothing left of the entry, a day to come or of more than ten years ago")
    public Uni<WellnessView> change(
            UUID athleteId, String date, @BeanParam Preconditions asked, @NotNull ObjectNode patch) {
        return service.change(athleteId, date, asked, patch);
    }

    @DELETE
    @Path("/{date}")
    @Allowed(ATHLETE)
    @ResponseStatus(204)
    @Operation(
            operationId = "removeWellness",
            summary = "Take a morning back",
            description = "As if it had never been entered, by whomever.")
    @APIResponse(responseCode = "204", description = "There is no entry of that day any more")
    @APIResponse(responseCode = "400", description = "`date` is not a day")
    @APIResponse(
            responseCode = "409",
            description = "It would take a sign of heart or breath back, without the word that ends it")
    @APIResponse(responseCode = "412", description = "It was changed since you read what `If-Match` names")
    @APIResponse(responseCode = "422", description = "A day to come, or of more than ten years ago")
    public Uni<Void> delete(UUID athleteId, String date, @BeanParam Preconditions asked) {
        return service.delete(athleteId, date, asked);
    }

    @GET
    @Allowed(
            value = {ATHLETE, PARTNER},
            scope = "wellness:read")
    @Operation(
            operationId = "listWellness",
            summary = "Read the mornings of a range of days",
            description = "The last four weeks unless asked otherwise.")
    @APIResponse(responseCode = "200", description = "The entries by day; a day without one is left out")
    @APIResponse(responseCode = "400", description = "`from` or `to` is not a day")
    @APIResponse(responseCode = "422", description = "`to` is before `from`, or more than 1,098 days after it")
    public Uni<WellnessView.Range> mornings(
            UUID athleteId,
            @QueryParam("from") @Schema(format = "date") @Nullable String from,
            @QueryParam("to") @Schema(format = "date") @Nullable String to) {
        return service.between(athleteId, from, to);
    }
}
