package run.harrier.load.activity;

import static run.harrier.platform.json.Optionals.optional;
import static run.harrier.platform.json.Optionals.orNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded;
import run.harrier.contracts.ActivityRecorded.TimeInZone;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.OutAndBack;
import run.harrier.load.analysis.model.PaceByThirds;
import run.harrier.load.analysis.model.ProgressionRun;
import run.harrier.load.analysis.model.SameRun;
import run.harrier.load.athlete.Athlete;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.AboveEasy;
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
public record Activity(
        UUID id,
        Sport sport,
        String source,
        Instant startedAt,
        int utcOffsetSeconds,
        LocalDate on,
        @Nullable Double distanceMetres,
        double movingSeconds,
        double elapsedSeconds,
        @Nullable Integer rpe,
        double load,
        LoadMethod loadMethod,
        FiguresRow figures,
        int version) {

    /** Computed with the thresholds of its day and the athlete's scale of session load as of its start. */
    public static Activity of(
            UUID id,
            String source,
            Analysis analysis,
            @Nullable Integer rpe,
            Athlete athlete,
            SessionScale scale,
            int version) {
        var recording = analysis.recording();
        var intervals = analysis.intervals();
        var thresholds = athlete.thresholds(recording.on());
        var load = ActivityLoad.of(
                recording.sport(), analysis.figures(), optional(rpe), intervals, thresholds, athlete.sex(), scale);
        var figures = FiguresRow.from(
                analysis,
                load.estimates(),
                TimeInZones.of(recording.sport(), intervals, analysis.figures().movingSeconds(), thresholds)
                        .orElse(null),
                recording.sport().running() ? PaceByThirds.secondsPerKm(intervals) : List.of(),
                recording.sport().running() ? ProgressionRun.of(intervals).orElse(null) : null,
                recording.sport().running()
                        ? OutAndBack.of(recording.streams(), intervals).orElse(null)
                        : null,
                thresholds.heart().map(HeartRateThresholds::easyCeilingBpm).orElse(null),
                recording.sport().running()
                        ? AboveEasy.of(intervals, analysis.figures().movingSeconds(), thresholds)
                        : null);
        return new Activity(
                id,
                recording.sport(),
                source,
                recording.startedAt(),
                recording.offset().getTotalSeconds(),
                recording.on(),
                orNull(analysis.figures().distanceMetres()),
                analysis.figures().movingSeconds(),
                analysis.figures().elapsedSeconds(),
                rpe,
                load.value(),
                load.method(),
                figures,
                version);
    }

    /** From UTC where and when it started. */
    public ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(utcOffsetSeconds);
    }

    /** The key by which copies of the same run are found (U18). */
    public SameRun sameRun() {
        return new SameRun(sport, startedAt, optional(distanceMetres), elapsedSeconds);
    }

    public Activity withVersion(int next) {
        return new Activity(
                id,
                sport,
                source,
                startedAt,
                utcOffsetSeconds,
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

    public ActivityRecorded toEvent(UUID athleteId) {
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
                figures.timeInZones().stream()
                        .map(zone -> new TimeInZone(zone.zone(), zone.seconds()))
                        .toList(),
                figures.zonesBy() == null ? null : figures.zonesBy().name(),
                figures.thirdsSecondsPerKm(),
                progression(figures.progression()),
                figures.heartAboveEasySeconds(),
                figures.paceAboveEasySeconds());
    }

    private static ActivityRecorded.@Nullable Progression progression(@Nullable ProgressionRun run) {
        return run == null ? null : new ActivityRecorded.Progression(run.kind().name(), run.thirdsSecondsPerKm());
    }
}
