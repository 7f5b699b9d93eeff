package run.harrier.load.diary;

import static run.harrier.platform.json.Optionals.optional;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded.TimeInZone;
import run.harrier.load.athlete.model.IntensityZone;
import run.harrier.load.diary.model.Prescription;
import run.harrier.load.diary.model.RunIntensity;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.AboveEasy;
import run.harrier.load.scoring.model.TimeInZones;

/**
 * The part of an activity that its intensity follows from.
 *
 * @param match the planned session that it was; absent without one
 */
public record RecordedActivity(
        UUID id,
        LocalDate on,
        Sport sport,
        double movingSeconds,
        @Nullable Integer rpe,
        TimeInZones.@Nullable By zonesBy,
        List<TimeInZone> timeInZones,
        @Nullable Double heartAboveEasySeconds,
        @Nullable Double paceAboveEasySeconds,
        @Nullable Match match) {

    /** A column of a query that reads the table {@code activity}, by the alias of the table. */
    public static String column(String activity) {
        return """
                json_build_object(
                    'id', %1$s.id, 'on', %1$s.day, 'sport', %1$s.sport, 'movingSeconds', %1$s.moving_seconds,
                    'rpe', %1$s.rpe, 'zonesBy', %1$s.figures->'zonesBy', 'timeInZones', %1$s.figures->'timeInZones',
                    'heartAboveEasySeconds', %1$s.figures->'heartAboveEasySeconds',
                    'paceAboveEasySeconds', %1$s.figures->'paceAboveEasySeconds',
                    'match', (
                        select json_build_object(
                            'verdict', m.verdict, 'kind', m.kind, 'quality', m.quality,
                            'prescribedModerateSeconds', m.prescribed_moderate_seconds)
                        from session_match m
                        where m.athlete_id = %1$s.athlete_id and m.activity_id = %1$s.id
                        order by m.session_id limit 1))
                """.formatted(activity);
    }

    /** The columns of {@code session_match}. */
    record Match(
            String verdict,
            @Nullable String kind,
            @Nullable Boolean quality,
            @Nullable Double prescribedModerateSeconds) {

        /** A match from before the plan-service said what it had asked for: then all was asked for, unless it went harder. */
        Prescription prescription() {
            if (kind == null || quality == null || prescribedModerateSeconds == null) {
                return new Prescription(verdict.equals("HARDER") ? 0 : Double.MAX_VALUE, false, false, false);
            }
            var raced = kind.equals("RACE") || kind.equals("TEST");
            return new Prescription(prescribedModerateSeconds, quality, raced, !quality && !raced);
        }
    }

    /** Empty when neither pace, heart rate nor effort is known and it was no race. */
    public Optional<RunIntensity> intensity() {
        return RunIntensity.of(
                zones(),
                new AboveEasy(optional(heartAboveEasySeconds), optional(paceAboveEasySeconds)),
                movingSeconds,
                optional(rpe),
                match == null ? Prescription.NONE : match.prescription());
    }

    private Optional<TimeInZones> zones() {
        if (zonesBy == null || timeInZones.isEmpty()) {
            return Optional.empty();
        }
        var seconds = new EnumMap<IntensityZone, Double>(IntensityZone.class);
        timeInZones.forEach(zone -> seconds.put(IntensityZone.valueOf(zone.zone()), zone.seconds()));
        return Optional.of(new TimeInZones(zonesBy, seconds));
    }
}
