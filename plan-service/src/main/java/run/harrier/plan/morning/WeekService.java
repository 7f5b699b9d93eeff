package run.harrier.plan.morning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Shard;
import run.harrier.plan.morning.WeekView.AthleteWeek;
import run.harrier.plan.morning.model.PlannedWeek;
import run.harrier.plan.morning.model.PlannedWeek.Planned;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.access.Call;
import run.harrier.platform.http.DayRange;

/**
 * The week of a squad in one query, whatever its size, which says too whether the caller may read it. It reads the
 * durations that were estimated when the sessions were planned, never their steps.
 */
@ApplicationScoped
class WeekService {
    private static final String QUERY = "with asked as (select " + AccessInQuery.SQUAD_COLUMNS + """
            ), member as (
                select distinct athlete_id from access where squad_id = $1
            )
            select asked.*, p.athlete_id, p.time_zone, w.days, w.seconds
            from asked
            left join (member join profile p using (athlete_id)) on true
            left join lateral (
                select array_agg(s.day) as days, array_agg(s.duration_seconds) as seconds
                from session_in_force s
                where s.athlete_id = p.athlete_id and s.day between $4::date - 7 and $4::date + 7) w on true
            """;

    private final Pool pool;
    private final AccessInQuery access;
    private final Call call;
    private final Clock clock;

    WeekService(Pool pool, AccessInQuery access, Call call, Clock clock) {
        this.pool = pool;
        this.access = access;
        this.call = call;
        this.clock = clock;
    }

    /** On a day, or on each athlete's own today. */
    Uni<WeekView> on(UUID squadId, @Nullable String asked) {
        var on = asked == null ? null : DayRange.day("on", asked);
        var around = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
        return pool.preparedQuery(QUERY)
                .execute(Tuple.of(squadId, call.caller().subject(), (long) Shard.COUNT, around))
                .call(rows -> access.requireSquad(squadId, rows.iterator().next()))
                .map(rows -> new WeekView(rows.stream()
                        .filter(row -> row.getUUID("athlete_id") != null)
                        .map(row -> week(row, on == null ? today(row) : on))
                        .toList()));
    }

    private LocalDate today(Row row) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone")));
    }

    private static AthleteWeek week(Row row, LocalDate on) {
        return AthleteWeek.of(row.getUUID("athlete_id"), on, PlannedWeek.of(on, sessions(row)));
    }

    private static List<Planned> sessions(Row row) {
        var days = row.getArrayOfLocalDates("days");
        var seconds = row.getArrayOfIntegers("seconds");
        return days == null || seconds == null
                ? List.of()
                : IntStream.range(0, days.length)
                        .mapToObj(i -> new Planned(days[i], seconds[i]))
                        .toList();
    }
}
