package run.harrier.load.series;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import run.harrier.load.series.model.Day;
import run.harrier.platform.access.Allowed;

/** The load of the days, and the fitness, fatigue and form that follow from it. */
@Path("/api/v1/athletes/{athleteId}/load")
@Tag(name = "Load")
class LoadSeriesResource {
    private final LoadSeriesService service;

    LoadSeriesResource(LoadSeriesService service) {
        this.service = service;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "load:read")
    @Operation(
            operationId = "getLoad",
            summary = "Read the load of a range of days",
            description =
                    "Up to today, the last six weeks unless asked otherwise: each day's load and what was planned, and"
                            + " their sums by week; the fitness, fatigue and form that follow from it, and the ratio of"
                            + " the last week to the last four, with how many of the 28 days are known. Fewer than 28"
                            + " make it provisional. It is a signal that the load changed, no prediction of injury;"
                            + " beside it stand its rivals.")
    @APIResponse(responseCode = "200", description = "A day for each of the range, up to today")
    @APIResponse(responseCode = "400", description = "`from` or `to` is not a day")
    @APIResponse(responseCode = "422", description = "`to` is before `from`, or more than 1,098 days after it")
    public Uni<LoadSeriesView> between(
            UUID athleteId,
            @QueryParam("from") @Schema(format = "date") @Nullable String from,
            @QueryParam("to") @Schema(format = "date") @Nullable String to) {
        return service.between(athleteId, from, to);
    }

    @PUT
    @Path("/{date}/absence")
    @ResponseStatus(204)
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "declareAbsence",
            summary = "Declare that a day's data are missing",
            description = "Then the day without an activity is no rest day: it leaves fitness and fatigue as they were,"
                    + " and is not counted among the known days. An activity on the day wins over it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"state": "NOT_WORN"}""")))
    @APIResponse(responseCode = "204", description = "Declared")
    public Uni<Void> declare(UUID athleteId, String date, @NotNull @Valid DeclaredAbsence absence) {
        return service.declare(athleteId, date, absence.absence());
    }

    @DELETE
    @Path("/{date}/absence")
    @ResponseStatus(204)
    @Allowed({ATHLETE, COACH})
    @Operation(
            operationId = "takeAbsenceBack",
            summary = "Take the declaration back",
            description = "The day is a rest day again.")
    @APIResponse(responseCode = "204", description = "Nothing is declared of the day")
    @APIResponse(responseCode = "400", description = "`date` is not a day")
    public Uni<Void> takeBack(UUID athleteId, String date) {
        return service.declare(athleteId, date, Day.Absence.NONE);
    }
}
