package run.harrier.load.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.PaceByThirds;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.Athlete;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.ActivityLoad;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.scoring.model.TimeInZones;

/**
 * An activity with everything that was computed of it, as it is stored.
 *
 * @param source FIT, TCX, GPX or MANUAL
 * @param version counts its changes from 1
 */
record Activity(
        UUID id,
        Sport sport,
        String source,
        Instant startedAt,
        LocalDate on,
        @Nullable Double distanceMetres,
        double movingSeconds,
        double elapsedSeconds,
        @Nullable Integer rpe,
        double load,
        LoadMethod loadMethod,
        StoredFigures figures,
        int version) {

    /** Computed with the thresholds of its day and the athlete's scale of session load as of its start. */
    static Activity of(
            UUID id,
            String source,
            Recording recording,
            @Nullable Integer rpe,
            Athlete athlete,
            SessionScale scale,
            int version) {
        var analysis = Analysis.of(recording);
        var moments = SampleIntervals.of(recording);
        var thresholds = athlete.thresholds(recording.on());
        var load = ActivityLoad.of(
                recording.sport(),
                analysis.figures(),
                rpe == null ? OptionalInt.empty() : OptionalInt.of(rpe),
                moments,
                thresholds,
                athlete.sex(),
                scale);
        var figures = StoredFigures.of(
                analysis,
                load.estimates(),
                TimeInZones.of(recording.sport(), moments, thresholds).orElse(null),
                recording.sport().running() ? PaceByThirds.secondsPerKm(moments) : List.of(),
                thresholds.heart().map(HeartRateThresholds::easyCeilingBpm).orElse(null));
        return new Activity(
                id,
                recording.sport(),
                source,
                recording.startedAt(),
                recording.on(),
                StoredFigures.nullable(analysis.figures().distanceMetres()),
                analysis.figures().movingSeconds(),
                analysis.figures().elapsedSeconds(),
                rpe,
                load.value(),
                load.method(),
                figures,
                version);
    }

    Activity withVersion(int next) {
        return new Activity(
                id,
                sport,
                source,
                startedAt,
                on,
                distanceMetres,
                movingSeconds,
                elapsedSeconds,
                rpe,
                load,
                loadMethod,
                figures,
                next);
    }

    ActivityRecorded toEvent(UUID athleteId) {
        return new ActivityRecorded(
                athleteId,
                id,
                sport.name(),
                startedAt,
                on,
                movingSeconds,
                elapsedSeconds,
                distanceMetres,
                rpe,
                new ActivityRecorded.Load(load, loadMethod.name()),
                figures.timeInZones(),
                figures.zonesBy() == null ? null : figures.zonesBy().name(),
                figures.thirdsSecondsPerKm());
    }
}
