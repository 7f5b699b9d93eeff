package run.harrier.load.diary;

import static run.harrier.contracts.Relation.ASSISTANT;
import static run.harrier.contracts.Relation.ATHLETE;
import static run.harrier.contracts.Relation.COACH;
import static run.harrier.contracts.Relation.PARTNER;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.Allowed;

/** How hard the runs of the days were (S21, S22). */
@Path("/api/v1/athletes/{athleteId}/load/intensity")
@Tag(name = "Load")
class DiaryResource {
    private final DiaryService service;

    DiaryResource(DiaryService service) {
        this.service = service;
    }

    @GET
    @Allowed(
            value = {ATHLETE, COACH, ASSISTANT, PARTNER},
            scope = "load:read")
    @Operation(operationId = "getDiary", summary = "Read how hard the runs of a range of days were", description = """
            About 80 % easy and 20 % hard, by sessions and by time, and very little in between: what was run, up to
            today, the last six weeks unless asked otherwise, as a whole and by weeks. Runs only. The time of a run is
            counted by its own zones (pace; on trails the heart rate), or, where it has none, by its effort as a whole:
            up to 4 is easy, 5 and 6 are moderate, above is hard.

            Moderate running is marathon pace and the gap up to threshold. What the plan had asked for is reported;
            the rest is the grey zone, which tires like hard running and trains like easy running: the runs that were
            grey for more than a tenth of their time are named.""")
    @APIResponse(
            responseCode = "200",
            description = "The whole range, and each of its weeks up to today",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DiaryView.class),
                            examples = @ExampleObject(name = "example", value = """
            {"total": {"from": "2026-09-07", "to": "2026-09-13", "runs": 4, "unknownRuns": 0, "hardRuns": 1,
              "tooHardForEasyRuns": 0,
              "hardShare": 0.25, "lowSeconds": 9000, "lowTimeShare": 0.75, "moderateSeconds": 1800,
              "moderateTimeShare": 0.15, "highSeconds": 1200, "hardTimeShare": 0.1, "prescribedModerateSeconds": 0,
              "unplannedModerateSeconds": 1800, "grey": true,
              "greyRuns": [{"activityId": "0199a000-0000-7000-8000-0000000000d1", "on": "2026-09-10",
                "unplannedModerateSeconds": 1800}]},
             "holds": true,
             "weeks": [{"from": "2026-09-07", "to": "2026-09-13", "runs": 4, "unknownRuns": 0, "hardRuns": 1,
              "tooHardForEasyRuns": 0,
              "hardShare": 0.25, "lowSeconds": 9000, "lowTimeShare": 0.75, "moderateSeconds": 1800,
              "moderateTimeShare": 0.15, "highSeconds": 1200, "hardTimeShare": 0.1, "prescribedModerateSeconds": 0,
              "unplannedModerateSeconds": 1800, "grey": true,
              "greyRuns": [{"activityId": "0199a000-0000-7000-8000-0000000000d1", "on": "2026-09-10",
                "unplannedModerateSeconds": 1800}]}]}""")))
    @APIResponse(responseCode = "400", description = "`from` or `to` is not a day")
    @APIResponse(responseCode = "422", description = "`to` is before `from`, or more than 1,098 days after it")
    public Uni<DiaryView> between(
            UUID athleteId,
            @QueryParam("from") @Schema(format = "date") @Nullable String from,
            @QueryParam("to") @Schema(format = "date") @Nullable String to) {
        return service.between(athleteId, from, to);
    }
}
