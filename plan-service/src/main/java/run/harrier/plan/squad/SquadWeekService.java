package run.harrier.plan.squad;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Shard;
import run.harrier.plan.squad.SquadWeekView.AthleteWeek;
import run.harrier.plan.squad.model.PlannedWeek;
import run.harrier.plan.squad.model.PlannedWeek.WeekSession;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.squad.SquadRows;

/**
 * The week of a squad in one query, whatever its size, which says too whether the caller may read it. It reads the
 * durations that were estimated when the sessions were planned, and the verdicts of when they were done, never their
 * steps.
 */
@ApplicationScoped
class SquadWeekService {
    private static final String QUERY = "with asked as (select " + AccessInQuery.SQUAD_COLUMNS + """
            ), member as (
                select distinct athlete_id from access where squad_id = $1
            )
            select asked.*, p.athlete_id, p.time_zone, (
                select coalesce(json_agg(json_build_object(
                    'on', s.day, 'seconds', s.duration_seconds, 'kind', s.kind, 'quality', s.quality,
                    'restAllowed', 'REST' = any(s.alternatives),
                    'plannedOn', (s.planned_at at time zone p.time_zone)::date,
                    'verdict', coalesce(s.verdict, case when s.activity_id is not null then 'DONE' end))), '[]')::text
                from session_in_force s
                where s.athlete_id = p.athlete_id and s.day between $4::date - 7 and $4::date + 7) as sessions
            from asked
            left join (member join profile p using (athlete_id)) on true
            """;

    private static final TypeReference<List<WeekSession>> SESSIONS = new TypeReference<>() {};

    private final SquadRows squads;
    private final RequestAccess request;
    private final JsonText json;
    private final Clock clock;

    SquadWeekService(SquadRows squads, RequestAccess request, JsonText json, Clock clock) {
        this.squads = squads;
        this.request = request;
        this.json = json;
        this.clock = clock;
    }

    /** On a day, or on each athlete's own today. */
    Uni<SquadWeekView> on(UUID squadId, @Nullable String asked) {
        var on = asked == null ? null : DayRange.day("on", asked);
        var around = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
        return squads.read(
                        squadId,
                        QUERY,
                        Tuple.of(squadId, request.caller().subject(), (long) Shard.COUNT, around),
                        row -> week(row, on))
                .map(SquadWeekView::new);
    }

    private AthleteWeek week(Row row, @Nullable LocalDate asked) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone")));
        var on = asked == null ? today : asked;
        var week = PlannedWeek.of(on, today, json.read(row.getString("sessions"), SESSIONS));
        return AthleteWeek.from(row.getUUID("athlete_id"), on, week);
    }
}
