package run.harrier.plan.generation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Relation;
import run.harrier.plan.athlete.model.Fitness;
import run.harrier.plan.generation.PlanRow.CertificateEntryRow;
import run.harrier.plan.generation.PlanRow.RequestRow;
import run.harrier.plan.generation.PlanRow.WeekRow;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.platform.http.Cursor;
import run.harrier.platform.http.Page;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/** All plans; the newest of an athlete's holds from its start on (D15). */
@ApplicationScoped
class Plans {
    private static final TypeReference<List<WeekRow>> WEEKS = new TypeReference<>() {};
    private static final TypeReference<List<CertificateEntryRow>> CERTIFICATE = new TypeReference<>() {};

    private final Pool pool;
    private final JsonText json;

    Plans(Pool pool, JsonText json) {
        this.pool = pool;
        this.json = json;
    }

    /** The newest of the athlete's plans from now on; the transaction has the athlete locked. */
    Uni<Void> add(
            SqlConnection transaction,
            UUID athleteId,
            UUID planId,
            NewPlan request,
            Requester by,
            GeneratedPlan plan,
            Instant at) {
        return transaction
                .preparedQuery("""
                        insert into plan (athlete_id, id, ordinal, kind, starts_on, ends_on, taper_from, no_run_days, request,
                                          weeks, certificate, created_at, notes, requested_by, requested_as)
                        values ($1, $2, (select coalesce(max(ordinal), 0) + 1 from plan where athlete_id = $1),
                                $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10::text::jsonb, $11, $12, $13, $14)
                        """)
                .execute(Tuple.from(Arrays.asList(
                        athleteId,
                        planId,
                        plan.kind().name(),
                        plan.start(),
                        plan.end(),
                        plan.taperFrom(),
                        request.toModel().noRunDays().stream().map(Enum::name).toArray(String[]::new),
                        json.write(RequestRow.from(request)),
                        json.write(plan.weeks().stream().map(WeekRow::from).toList()),
                        json.write(plan.certificate().stream()
                                .map(CertificateEntryRow::from)
                                .toList()),
                        at.atOffset(ZoneOffset.UTC),
                        plan.notes().toArray(String[]::new),
                        by.subject(),
                        by.relation().name())))
                .replaceWithVoid();
    }

    Uni<PlanView> get(UUID athleteId, UUID planId) {
        return pool.preparedQuery("""
                        select athlete_id, id, kind, starts_on, ends_on, taper_from, request::text, weeks::text,
                               certificate::text, notes, created_at, requested_by, requested_as, session_ids, session_weeks
                        from plan, lateral (
                            select array_agg(s.id order by s.original_day, s.id) as session_ids,
                                   array_agg(s.week order by s.original_day, s.id) as session_weeks
                            from session s where s.athlete_id = $1 and s.plan_id = $2) sessions
                        where athlete_id = $1 and id = $2
                        """)
                .execute(Tuple.of(athleteId, planId))
                .map(rows -> rows.stream().findFirst().map(this::view).orElseThrow(ProblemException::notFound));
    }

    Uni<Boolean> hasCoach(UUID athleteId) {
        return pool.preparedQuery("select exists (select 1 from access where athlete_id = $1 and relation = 'COACH')")
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The newest first. */
    Uni<Page<PlanSummaryView>> list(UUID athleteId, int limit, long before) {
        return pool.preparedQuery("""
                        select id, ordinal, kind, starts_on, ends_on, request::text, created_at from plan
                        where athlete_id = $1 and ordinal < $2
                        order by ordinal desc limit $3
                        """)
                .execute(Tuple.of(athleteId, before, limit + 1))
                .map(rows -> Page.of(
                        rows.stream().toList(),
                        limit,
                        this::summary,
                        row -> row.getLong("ordinal").toString()));
    }

    /**
     * What was run before a plan: each of the last eight weeks before it or before this one, the longest run of thirty
     * days, races left out (D26), the pace of easy runs (D33), and the races of four weeks: those that have a result, and
     * those of the calendar that are to come or were run (D37). A progression run of two years is one that was recognised,
     * or one that was planned and not shortened (D41).
     *
     * @param results the newest races that have one
     */
    Uni<TrainingRecord> record(UUID athleteId, LocalDate start, LocalDate today, List<Fitness.Result> results) {
        var before = start.isAfter(today) ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : start;
        return pool.preparedQuery("""
                        with race as (
                            select s.day, (p.request->'goal'->>'distanceMetres')::double precision as metres
                            from session_in_force s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                            where s.athlete_id = $1 and s.kind = 'RACE' and s.day >= $3::date - 28 and s.day < $3
                                and (s.day >= $4 or s.activity_id is not null)
                            union select * from unnest($5::date[], $6::double precision[]) raced(day, metres)
                            where day >= $3::date - 28 and day < $3)
                        select max(moving_seconds) filter (
                                   where day >= $2::date - 30 and day not in (select day from race)) as longest,
                               percentile_cont(0.5) within group (order by 1000 * moving_seconds / distance_metres)
                                   filter (where day >= $2::date - 28 and distance_metres > 1000
                                           and moving_seconds >= 1200 and coalesce(rpe, 4) <= 4) as easy,
                               array(select coalesce(sum(w.moving_seconds), 0)
                                     from generate_series(1, 8) week
                                     left join activity w on w.athlete_id = $1 and w.sport in ('RUN', 'TRAIL_RUN')
                                         and w.day >= $2::date - 7 * week and w.day < $2::date - 7 * (week - 1)
                                     group by week order by week) as weeks,
                               exists (select 1 from activity p
                                       where p.athlete_id = $1 and p.sport in ('RUN', 'TRAIL_RUN') and p.day < $3
                                           and p.day >= $3::date - 730 and cardinality(p.progression_thirds) > 0)
                                   or exists (select 1 from session s
                                       where s.athlete_id = $1 and s.kind = 'PROGRESSION' and s.activity_id is not null
                                           and s.verdict is distinct from 'SHORTENED'
                                           and s.day < $3)
                                   as progression_run,
                               array(select day from race order by day, metres) as race_days,
                               array(select metres from race order by day, metres) as race_metres
                        from activity
                        where athlete_id = $1 and sport in ('RUN', 'TRAIL_RUN') and day >= $2::date - 56
                            and day < $2::date
                        """)
                .execute(Tuple.from(Arrays.asList(
                        athleteId,
                        before,
                        start,
                        today,
                        results.stream().map(Fitness.Result::on).toArray(LocalDate[]::new),
                        results.stream().map(Fitness.Result::distanceMetres).toArray(Double[]::new))))
                .map(rows -> {
                    var row = rows.iterator().next();
                    var days = row.getArrayOfLocalDates("race_days");
                    var metres = row.getArrayOfDoubles("race_metres");
                    return new TrainingRecord(
                            Arrays.asList(row.getArrayOfDoubles("weeks")),
                            row.getDouble("longest"),
                            row.getDouble("easy"),
                            row.getBoolean("progression_run"),
                            new AfterRaces(IntStream.range(0, days.length)
                                    .mapToObj(i -> new AfterRaces.Race(days[i], metres[i]))
                                    .toList()));
                });
    }

    static long ordinal(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor));
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    /**
     * A plan that is gone.
     *
     * @param start the day from which on it held
     * @param last the last day of any session before it went, its own too
     */
    record Removed(LocalDate start, Optional<LocalDate> last) {}

    /** With its sessions and their revisions. */
    Uni<Removed> remove(SqlConnection transaction, UUID athleteId, UUID planId) {
        return transaction
                .preparedQuery("""
                        delete from plan where athlete_id = $1 and id = $2
                        returning starts_on, (select max(day) from session where athlete_id = $1) as last
                        """)
                .execute(Tuple.of(athleteId, planId))
                .map(rows -> rows.stream().findFirst().orElseThrow(ProblemException::notFound))
                .map(row -> new Removed(row.getLocalDate("starts_on"), Optional.ofNullable(row.getLocalDate("last"))));
    }

    private PlanView view(Row row) {
        var ids = row.getArrayOfUUIDs("session_ids");
        var weekOf = row.getArrayOfIntegers("session_weeks");
        var plan = new PlanRow(
                row.getUUID("athlete_id"),
                row.getUUID("id"),
                PlanKind.valueOf(row.getString("kind")),
                row.getLocalDate("starts_on"),
                row.getLocalDate("ends_on"),
                row.getLocalDate("taper_from"),
                row.getOffsetDateTime("created_at").toInstant(),
                request(row),
                json.read(row.getString("weeks"), WEEKS),
                json.read(row.getString("certificate"), CERTIFICATE),
                List.of(row.getArrayOfStrings("notes")),
                requester(row));
        return PlanView.from(
                plan,
                week -> IntStream.range(0, ids.length)
                        .filter(i -> weekOf[i] == week)
                        .mapToObj(i -> ids[i])
                        .toList());
    }

    /** Absent in plans from before it was kept. */
    private static @Nullable Requester requester(Row row) {
        var subject = row.getString("requested_by");
        return subject == null ? null : new Requester(subject, Relation.valueOf(row.getString("requested_as")));
    }

    private PlanSummaryView summary(Row row) {
        var goal = request(row).goal();
        return new PlanSummaryView(
                row.getUUID("id"),
                PlanKind.valueOf(row.getString("kind")),
                row.getLocalDate("starts_on"),
                row.getLocalDate("ends_on"),
                goal == null ? null : NewPlan.Goal.from(goal),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private RequestRow request(Row row) {
        return json.read(row.getString("request"), RequestRow.class);
    }
}
