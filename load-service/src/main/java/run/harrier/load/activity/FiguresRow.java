package run.harrier.load.activity;

import static run.harrier.platform.json.Optionals.orNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.analysis.model.Lap;
import run.harrier.load.analysis.model.OutAndBack;
import run.harrier.load.analysis.model.ProgressionRun;
import run.harrier.load.recording.model.Reading;
import run.harrier.load.scoring.model.AboveEasy;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.load.scoring.model.TimeInZones;

/**
 * The computed figures of an activity as the column {@code activity.figures} stores them, those that are shown and never
 * searched. Its JSON is a stored form: a field may be added, none renamed or removed.
 *
 * @param estimates the load by every method that says something (M1)
 * @param heartAboveEasySeconds how long a run was too hard for an easy one (D45); absent when it was recorded before
 *     this was computed
 * @param reading absent in rows from before it was kept
 * @param easyCeilingBpm the easy ceiling of its day (D8), which no rule reads any more; absent without a measured heart
 *     rate
 */
public record FiguresRow(
        @Nullable Double elevationGainMetres,
        @Nullable Double averageHeartRateBpm,
        @Nullable Double maxHeartRateBpm,
        @Nullable Double averageCadenceStepsPerMinute,
        @Nullable Double gradeAdjustedPaceSecondsPerKm,
        @Nullable Double decouplingPercent,
        @Nullable Double efficiencyMetresPerBeat,
        Map<LoadMethod, Double> estimates,
        TimeInZones.@Nullable By zonesBy,
        List<ZoneRow> timeInZones,
        List<Double> thirdsSecondsPerKm,
        @Nullable ProgressionRun progression,
        @Nullable OutAndBack outAndBack,
        @Nullable Double easyCeilingBpm,
        @Nullable Double heartAboveEasySeconds,
        @Nullable Double paceAboveEasySeconds,
        List<LapRow> laps,
        @Nullable Reading reading) {

    /** A zone by its name with the time in it, as it is stored. */
    record ZoneRow(String zone, double seconds) {}

    /** A lap as it is stored. */
    record LapRow(
            double startSeconds,
            double movingSeconds,
            double elapsedSeconds,
            @Nullable Double distanceMetres,
            @Nullable Double elevationGainMetres,
            @Nullable Double averageHeartRateBpm,
            @Nullable Double maxHeartRateBpm,
            @Nullable Double averageCadenceStepsPerMinute,
            @Nullable Double gradeAdjustedPaceSecondsPerKm) {

        static LapRow from(Lap lap) {
            Figures figures = lap.figures();
            return new LapRow(
                    lap.startSeconds(),
                    figures.movingSeconds(),
                    figures.elapsedSeconds(),
                    orNull(figures.distanceMetres()),
                    orNull(figures.elevationGainMetres()),
                    orNull(figures.averageHeartRateBpm()),
                    orNull(figures.maxHeartRateBpm()),
                    orNull(figures.averageCadenceStepsPerMinute()),
                    orNull(figures.gradeAdjustedPaceSecondsPerKm()));
        }
    }

    static FiguresRow from(
            Analysis analysis,
            Map<LoadMethod, Double> estimates,
            @Nullable TimeInZones zones,
            List<Double> thirds,
            @Nullable ProgressionRun progression,
            @Nullable OutAndBack outAndBack,
            @Nullable Double easyCeilingBpm,
            @Nullable AboveEasy aboveEasy) {
        Figures figures = analysis.figures();
        return new FiguresRow(
                orNull(figures.elevationGainMetres()),
                orNull(figures.averageHeartRateBpm()),
                orNull(figures.maxHeartRateBpm()),
                orNull(figures.averageCadenceStepsPerMinute()),
                orNull(figures.gradeAdjustedPaceSecondsPerKm()),
                orNull(analysis.decouplingPercent()),
                orNull(analysis.efficiencyMetresPerBeat()),
                estimates,
                zones == null ? null : zones.by(),
                zones == null
                        ? List.of()
                        : zones.seconds().entrySet().stream()
                                .map(zone -> new ZoneRow(zone.getKey().name(), zone.getValue()))
                                .toList(),
                thirds,
                progression,
                outAndBack,
                easyCeilingBpm,
                aboveEasy == null ? null : orNull(aboveEasy.heartSeconds()),
                aboveEasy == null ? null : orNull(aboveEasy.paceSeconds()),
                analysis.laps().stream().map(LapRow::from).toList(),
                analysis.reading());
    }
}
