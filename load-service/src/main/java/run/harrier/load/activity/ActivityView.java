package run.harrier.load.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded.TimeInZone;
import run.harrier.load.activity.FiguresRow.LapRow;
import run.harrier.load.analysis.model.OutAndBack;
import run.harrier.load.analysis.model.ProgressionRun;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Reading;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;
import run.harrier.platform.json.Rounded;
import run.harrier.platform.json.RoundedFigures;

/**
 * An activity as a client reads it. What is neither among the device's totals nor in the samples is absent.
 *
 * @param laps absent in a list: fifty runs of two thousand laps each are no answer
 * @param copies absent in a list and in the answer to an upload
 */
@Rounded
public record ActivityView(
        @JsonIgnore UUID athleteId,
        UUID id,
        Sport sport,
        @Schema(description = "FIT, TCX, GPX or MANUAL") String source,
        Instant startedAt,

        @Schema(
                implementation = String.class,
                format = "date-time-local",
                description = "By the clock where it started, without an offset",
                examples = "2026-09-12T07:30:00")
        LocalDateTime startedAtLocal,

        @Schema(description = "Where and when it started, as the file has it, else in the athlete's zone")
        int utcOffsetSeconds,

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

        @Schema(
                description =
                        "Of a continuous run that went from less to more intense, its cool-down left out: each third faster by"
                                + " 2 % or more, or the last 5 to 15 min by 5 % or more. Absent for others, and for runs that"
                                + " were kept before this was recognised")
        @Nullable
        ProgressionView progression,

        @Schema(
                description =
                        "Of a run out and back over the same way, as its track shows; absent for others, and for runs that were"
                                + " kept before this was recognised")
        @Nullable
        OutAndBackView outAndBack,

        @Nullable Integer rpe,

        @Schema(description = "PACE (grade-adjusted) or HEART_RATE: what the time in zones was measured by") @Nullable
        String zonesBy,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TimeInZone> timeInZones,
        LoadView load,

        @Schema(description = "At most 2,000; absent in a list") @Nullable
        List<LapView> laps,

        @Schema(description = "What was left out of the file because it cannot be, by cause; absent when nothing was")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SkippedView> skipped,

        @Schema(description = "What was taken where the file contradicts itself; absent when it does not")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ChoiceView> choices,

        @Schema(
                description =
                        "The same run from other sources, which arrived later and was not counted, and what overlaps with it by"
                                + " more than half, the first 20;"
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
    @Rounded
    record LoadView(double value, LoadMethod method, Map<LoadMethod, Double> estimates) {
        private static LoadView from(Activity activity) {
            var estimates = new EnumMap<LoadMethod, Double>(LoadMethod.class);
            activity.figures()
                    .estimates()
                    .forEach((method, load) -> estimates.put(method, RoundedFigures.rounded(load)));
            return new LoadView(activity.load(), activity.loadMethod(), estimates);
        }
    }

    @Schema(name = "Lap")
    @Rounded
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

    /**
     * @param turnMetres run until the turn
     * @param outSeconds on the timer, like the time back
     */
    @Schema(name = "OutAndBack")
    record OutAndBackView(double turnMetres, double outSeconds, double backSeconds) {
        private static @Nullable OutAndBackView from(@Nullable OutAndBack ways) {
            return ways == null
                    ? null
                    : new OutAndBackView(
                            RoundedFigures.rounded(ways.turnMetres()),
                            RoundedFigures.rounded(ways.outSeconds()),
                            RoundedFigures.rounded(ways.backSeconds()));
        }
    }

    /** @param thirdsSecondsPerKm grade-adjusted, without the cool-down and without standing */
    @Schema(name = "RecognisedProgression")
    record ProgressionView(
            @Schema(
                    description =
                            "NEGATIVE_SPLIT: even, then even and faster; THIRDS: three even parts; FAST_FINISH: even, the last 5"
                                    + " to 15 min faster; EACH_MILE_FASTER: faster from mile to mile, or all the way")
            ProgressionRun.ProgressionKind kind,

            List<Double> thirdsSecondsPerKm) {
        private static @Nullable ProgressionView from(@Nullable ProgressionRun run) {
            return run == null
                    ? null
                    : new ProgressionView(
                            run.kind(),
                            run.thirdsSecondsPerKm().stream()
                                    .map(RoundedFigures::rounded)
                                    .toList());
        }
    }

    /**
     * @param cause TIME and POSITION leave out a point, VALUE and EMPTY a value of a point, LAP a lap, TOTAL a sum of the
     *     device's
     */
    @Schema(name = "Skipped")
    record SkippedView(Cause cause, int count) {}

    /** @param text a sentence with the figures */
    @Schema(name = "Choice")
    record ChoiceView(Choice.Kind code, String text) {}

    /** A copy of the activity that was not counted (U18, D48). */
    @Rounded
    record CopyView(
            @Schema(
                    description =
                            "Of one that overlaps in time and is another recording: PATCH it with `countsAlone` to"
                                    + " say that they are two")
            @Nullable
            UUID id,

            Instant arrivedAt,
            String source,
            Instant startedAt,
            @Nullable Double distanceMetres,
            double movingSeconds,
            double elapsedSeconds) {}

    /** In the answer to an upload: without copies. */
    public static ActivityView from(UUID athleteId, Activity activity) {
        return from(athleteId, activity, laps(activity), null);
    }

    static ActivityView from(UUID athleteId, Activity activity, List<CopyView> copies) {
        return from(athleteId, activity, laps(activity), copies);
    }

    /** In a list: without copies and laps. */
    static ActivityView listed(UUID athleteId, Activity activity) {
        return from(athleteId, activity, null, null);
    }

    private static List<LapView> laps(Activity activity) {
        return activity.figures().laps().stream().map(LapView::from).toList();
    }

    private static ActivityView from(
            UUID athleteId, Activity activity, @Nullable List<LapView> laps, @Nullable List<CopyView> copies) {
        var figures = activity.figures();
        var reading = figures.reading() == null ? Reading.none() : figures.reading();
        return new ActivityView(
                athleteId,
                activity.id(),
                activity.sport(),
                activity.source(),
                activity.startedAt(),
                activity.startedAt().atOffset(activity.offset()).toLocalDateTime(),
                activity.utcOffsetSeconds(),
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
                ProgressionView.from(activity.figures().progression()),
                OutAndBackView.from(activity.figures().outAndBack()),
                activity.rpe(),
                figures.zonesBy() == null ? null : figures.zonesBy().name(),
                figures.timeInZones().stream()
                        .map(zone -> new TimeInZone(zone.zone(), RoundedFigures.rounded(zone.seconds())))
                        .toList(),
                LoadView.from(activity),
                laps,
                reading.skipped().entrySet().stream()
                        .map(cause -> new SkippedView(cause.getKey(), cause.getValue()))
                        .toList(),
                reading.choices().stream()
                        .map(choice -> new ChoiceView(choice.kind(), choice.text()))
                        .toList(),
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
