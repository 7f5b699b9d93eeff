package run.harrier.plan.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityRecorded;
import run.harrier.contracts.ActivityRecorded.TimeInZone;
import run.harrier.plan.calendar.model.CompletedActivity;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.platform.json.JsonText;

/** This service's own copy of the athletes' activities. */
@ApplicationScoped
public class CompletedActivities {
    /** Of the table {@code activity} as {@code a}. */
    static final String COLUMNS = """
            a.id as activity_id, a.day as activity_day, a.sport, a.started_at, a.moving_seconds, a.elapsed_seconds,
            a.distance_metres as activity_metres, a.rpe, a.time_in_zones::text, a.thirds, a.progression_thirds,
            a.heart_above_easy_seconds, a.pace_above_easy_seconds,
            a.known_at as activity_known_at
            """;

    private static final TypeReference<List<TimeInZone>> TIME_IN_ZONES = new TypeReference<>() {};

    private final JsonText json;
    private final Clock clock;

    CompletedActivities(JsonText json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds or replaces the activity; {@code known_at} stays that of its first event. {@code zones_by} is kept as it was told;
     * no rule reads it now.
     */
    public Uni<Void> put(SqlConnection transaction, ActivityRecorded event) {
        return transaction
                .preparedQuery("""
                        insert into activity (athlete_id, id, day, sport, started_at, moving_seconds, elapsed_seconds,
                                              distance_metres, rpe, time_in_zones, zones_by, thirds, known_at,
                                              heart_above_easy_seconds, pace_above_easy_seconds, progression_thirds)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13, $14, $15, $16)
                        on conflict (athlete_id, id) do update
                        set day = excluded.day, sport = excluded.sport, started_at = excluded.started_at,
                            moving_seconds = excluded.moving_seconds, elapsed_seconds = excluded.elapsed_seconds,
                            distance_metres = excluded.distance_metres, rpe = excluded.rpe,
                            time_in_zones = excluded.time_in_zones, zones_by = excluded.zones_by,
                            thirds = excluded.thirds, progression_thirds = excluded.progression_thirds,
                            heart_above_easy_seconds = excluded.heart_above_easy_seconds,
                            pace_above_easy_seconds = excluded.pace_above_easy_seconds
                        """)
                .execute(Tuple.from(Arrays.asList(
                        event.athleteId(),
                        event.activityId(),
                        event.on(),
                        event.sport(),
                        event.startedAt().atOffset(ZoneOffset.UTC),
                        event.movingSeconds(),
                        event.elapsedSeconds(),
                        event.distanceMetres(),
                        event.rpe(),
                        json.write(event.timeInZones()),
                        event.zonesBy(),
                        event.thirdsSecondsPerKm().toArray(Double[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        event.heartAboveEasySeconds(),
                        event.paceAboveEasySeconds(),
                        event.progression() == null
                                ? new Double[0]
                                : event.progression().thirdsSecondsPerKm().toArray(Double[]::new))))
                .replaceWithVoid();
    }

    public Uni<Optional<LocalDate>> dayOf(SqlConnection transaction, UUID athleteId, UUID activityId) {
        return transaction
                .preparedQuery("select day from activity where athlete_id = $1 and id = $2")
                .execute(Tuple.of(athleteId, activityId))
                .map(rows -> rows.stream().findFirst().map(row -> row.getLocalDate("day")));
    }

    public Uni<Void> remove(SqlConnection transaction, UUID athleteId, UUID activityId) {
        return transaction
                .preparedQuery("delete from activity where athlete_id = $1 and id = $2")
                .execute(Tuple.of(athleteId, activityId))
                .replaceWithVoid();
    }

    public Uni<List<CompletedActivity>> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("select " + COLUMNS + """
                        from activity a where a.athlete_id = $1 and a.day between $2 and $3
                        """)
                .execute(Tuple.of(athleteId, from, to))
                .map(rows -> rows.stream().map(this::activity).toList());
    }

    /** The activity of a joined row; absent where the join found none. */
    @Nullable
    CompletedActivity found(Row row) {
        return row.getUUID("activity_id") == null ? null : activity(row);
    }

    private CompletedActivity activity(Row row) {
        return new CompletedActivity(
                row.getUUID("activity_id"),
                row.getLocalDate("activity_day"),
                CompletedActivity.Sport.named(row.getString("sport")),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getDouble("moving_seconds"),
                row.getDouble("elapsed_seconds"),
                row.getDouble("activity_metres"),
                row.getInteger("rpe"),
                zones(json.read(row.getString("time_in_zones"), TIME_IN_ZONES)),
                List.of(row.getArrayOfDoubles("thirds")),
                List.of(row.getArrayOfDoubles("progression_thirds")),
                row.getDouble("heart_above_easy_seconds"),
                row.getDouble("pace_above_easy_seconds"),
                row.getOffsetDateTime("activity_known_at").toInstant());
    }

    private static Map<Zone, Double> zones(List<TimeInZone> times) {
        var seconds = new EnumMap<Zone, Double>(Zone.class);
        for (var time : times) {
            seconds.merge(Zone.valueOf(time.zone()), time.seconds(), Double::sum);
        }
        return seconds;
    }
}
