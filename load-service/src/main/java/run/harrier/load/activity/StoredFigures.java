package run.harrier.load.activity;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded.TimeInZone;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.analysis.model.Lap;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.load.scoring.model.TimeInZones;

/**
 * What was computed of an activity and is only shown, never searched: as it is kept in one column.
 *
 * @param estimates the load by every method that says something (M1)
 * @param easyCeilingBpm the easy ceiling of its day (D8); absent without a measured heart rate
 */
record StoredFigures(
        @Nullable Double elevationGainMetres,
        @Nullable Double averageHeartRateBpm,
        @Nullable Double maxHeartRateBpm,
        @Nullable Double averageCadenceStepsPerMinute,
        @Nullable Double gradeAdjustedPaceSecondsPerKm,
        @Nullable Double decouplingPercent,
        @Nullable Double efficiencyMetresPerBeat,
        Map<LoadMethod, Double> estimates,
        TimeInZones.@Nullable By zonesBy,
        List<TimeInZone> timeInZones,
        List<Double> thirdsSecondsPerKm,
        @Nullable Double easyCeilingBpm,
        List<StoredLap> laps) {

    record StoredLap(
            double startSeconds,
            double movingSeconds,
            double elapsedSeconds,
            @Nullable Double distanceMetres,
            @Nullable Double elevationGainMetres,
            @Nullable Double averageHeartRateBpm,
            @Nullable Double maxHeartRateBpm,
            @Nullable Double averageCadenceStepsPerMinute,
            @Nullable Double gradeAdjustedPaceSecondsPerKm) {

        static StoredLap of(Lap lap) {
            Figures figures = lap.figures();
            return new StoredLap(
                    lap.startSeconds(),
                    figures.movingSeconds(),
                    figures.elapsedSeconds(),
                    nullable(figures.distanceMetres()),
                    nullable(figures.elevationGainMetres()),
                    nullable(figures.averageHeartRateBpm()),
                    nullable(figures.maxHeartRateBpm()),
                    nullable(figures.averageCadenceStepsPerMinute()),
                    nullable(figures.gradeAdjustedPaceSecondsPerKm()));
        }
    }

    static StoredFigures of(
            Analysis analysis,
            Map<LoadMethod, Double> estimates,
            @Nullable TimeInZones zones,
            List<Double> thirds,
            @Nullable Double easyCeilingBpm) {
        Figures figures = analysis.figures();
        return new StoredFigures(
                nullable(figures.elevationGainMetres()),
                nullable(figures.averageHeartRateBpm()),
                nullable(figures.maxHeartRateBpm()),
                nullable(figures.averageCadenceStepsPerMinute()),
                nullable(figures.gradeAdjustedPaceSecondsPerKm()),
                nullable(analysis.decouplingPercent()),
                nullable(analysis.efficiencyMetresPerBeat()),
                estimates,
                zones == null ? null : zones.by(),
                zones == null
                        ? List.of()
                        : zones.seconds().entrySet().stream()
                                .map(zone -> new TimeInZone(zone.getKey().name(), zone.getValue()))
                                .toList(),
                thirds,
                easyCeilingBpm,
                analysis.laps().stream().map(StoredLap::of).toList());
    }

    static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
