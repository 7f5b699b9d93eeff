package run.harrier.load.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded.TimeInZone;
import run.harrier.load.activity.FiguresRow.LapRow;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;

/**
 * An activity as a client reads it. What is neither among the device's totals nor in the samples is absent.
 *
 * @param copies absent in a list and in the answer to an upload
 */
public record ActivityView(
        @JsonIgnore UUID athleteId,
        UUID id,
        Sport sport,
        @Schema(description = "FIT, TCX, GPX or MANUAL") String source,
        Instant startedAt,

        @Schema(description = "The athlete's local day on which it started")
        LocalDate on,

        @Nullable Double distanceMetres,

        @Schema(description = "With the timer running") double movingSeconds,

        double elapsedSeconds,
        @Nullable Double elevationGainMetres,
        @Nullable Double averageHeartRateBpm,
        @Nullable Double maxHeartRateBpm,

        @Schema(description = "Of both feet") @Nullable Double averageCadenceStepsPerMinute,

        @Nullable Double gradeAdjustedPaceSecondsPerKm,

        @Schema(
                description =
                        "Speed per heart beat lost from the first half of the steady part to the second; absent when"
                                + " that is shorter than 20 minutes or the run was not steady, as intervals are not")
        @Nullable
        Double decouplingPercent,

        @Nullable Double efficiencyMetresPerBeat,
        @Nullable Integer rpe,

        @Schema(description = "PACE (grade-adjusted) or HEART_RATE: what the time in zones was measured by") @Nullable
        String zonesBy,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TimeInZone> timeInZones,
        LoadView load,
        List<LapView> laps,

        @Schema(
                description = "The same run from other sources, which arrived later and was not counted, the first 20;"
                        + " absent in a list. To have one of them instead, delete this activity and upload that one")
        @Nullable
        List<CopyView> copies,

        @JsonIgnore int version)
        implements Located, Tagged {

    /**
     * @param method the best that was possible: HEART_RATE, PACE, RPE or DURATION
     * @param estimates what each method says
     */
    @Schema(name = "ActivityLoad")
    record LoadView(double value, LoadMethod method, Map<LoadMethod, Double> estimates) {}

    @Schema(name = "Lap")
    record LapView(
            double startSeconds,
            double movingSeconds,
            double elapsedSeconds,
            @Nullable Double distanceMetres,
            @Nullable Double elevationGainMetres,
            @Nullable Double averageHeartRateBpm,
            @Nullable Double maxHeartRateBpm,
            @Nullable Double averageCadenceStepsPerMinute,
            @Nullable Double gradeAdjustedPaceSecondsPerKm) {

        static LapView from(LapRow lap) {
            return new LapView(
                    lap.startSeconds(),
                    lap.movingSeconds(),
                    lap.elapsedSeconds(),
                    lap.distanceMetres(),
                    lap.elevationGainMetres(),
                    lap.averageHeartRateBpm(),
                    lap.maxHeartRateBpm(),
                    lap.averageCadenceStepsPerMinute(),
                    lap.gradeAdjustedPaceSecondsPerKm());
        }
    }

    /** A copy of the activity that was not counted (U18). */
    record CopyView(
            Instant arrivedAt,
            String source,
            Instant startedAt,
            @Nullable Double distanceMetres,
            double movingSeconds,
            double elapsedSeconds) {}

    /** In a list or in the answer to an upload: without copies. */
    public static ActivityView from(UUID athleteId, Activity activity) {
        return from(athleteId, activity, null);
    }

    static ActivityView from(UUID athleteId, Activity activity, @Nullable List<CopyView> copies) {
        var figures = activity.figures();
        return new ActivityView(
                athleteId,
                activity.id(),
                activity.sport(),
                activity.source(),
                activity.startedAt(),
                activity.on(),
                activity.distanceMetres(),
                activity.movingSeconds(),
                activity.elapsedSeconds(),
                figures.elevationGainMetres(),
                figures.averageHeartRateBpm(),
                figures.maxHeartRateBpm(),
                figures.averageCadenceStepsPerMinute(),
                figures.gradeAdjustedPaceSecondsPerKm(),
                figures.decouplingPercent(),
                figures.efficiencyMetresPerBeat(),
                activity.rpe(),
                figures.zonesBy() == null ? null : figures.zonesBy().name(),
                figures.timeInZones().stream()
                        .map(zone -> new TimeInZone(zone.zone(), zone.seconds()))
                        .toList(),
                new LoadView(activity.load(), activity.loadMethod(), figures.estimates()),
                figures.laps().stream().map(LapView::from).toList(),
                copies,
                activity.version());
    }

    @Override
    public String location() {
        return "/api/v1/athletes/" + athleteId + "/activities/" + id;
    }

    @Override
    public String tag() {
        return Integer.toString(version);
    }
}
