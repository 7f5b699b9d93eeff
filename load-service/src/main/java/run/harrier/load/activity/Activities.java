package run.harrier.load.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.StreamsFormat;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/** The activities with their recordings and files. */
@ApplicationScoped
public class Activities {
    /** SQLSTATE of a constraint like those of U18. */
    private static final String EXCLUDED = "23P01";

    private static final String FIGURES = "a.figures::text as figures";
    private static final String COLUMNS = FIGURES + """
            , a.id, a.sport, a.source, a.started_at, a.utc_offset_seconds, a.day, a.distance_metres, a.moving_seconds,
            a.elapsed_seconds, a.rpe, a.load, a.load_method, a.version""";
    private static final String COLUMNS_WITHOUT_LAPS =
            COLUMNS.replace(FIGURES, "jsonb_set(a.figures, '{laps}', '[]')::text as figures");

    private static final String RECORDED = "select " + COLUMNS + ", r.sums::text as sums, r.streams from activity a"
            + " join recording r on r.athlete_id = a.athlete_id and r.activity_id = a.id";

    private final Pool pool;
    private final JsonText json;

    Activities(Pool pool, JsonText json) {
        this.pool = pool;
        this.json = json;
    }

    /** A 404 problem for one that is not there. */
    Uni<Activity> get(SqlClient client, UUID athleteId, UUID id) {
        return client.preparedQuery("select " + COLUMNS + " from activity a where a.athlete_id = $1 and a.id = $2")
                .execute(Tuple.of(athleteId, id))
                .map(rows -> rows.stream().findFirst().map(this::activity).orElseThrow(ProblemException::notFound));
    }

    /** With the copies that it absorbed; a 404 problem for one that is not there. */
    Uni<ActivityView> detail(SqlClient client, UUID athleteId, UUID id) {
        return client.preparedQuery("select " + COLUMNS + ", " + ActivityCopies.column("a")
                        + " as copies from activity a where a.athlete_id = $1 and a.id = $2")
                .execute(Tuple.of(athleteId, id))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> ActivityView.from(
                                athleteId, activity(row), ActivityCopies.read(json, row.getString("copies"))))
                        .orElseThrow(ProblemException::notFound));
    }

    Uni<ActivityView> detail(UUID athleteId, UUID id) {
        return detail(pool, athleteId, id);
    }

    /** The newest first, one more than the limit; without laps. */
    Uni<List<Activity>> page(
            UUID athleteId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant beforeStart,
            @Nullable UUID beforeId,
            int limit) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(athleteId);
        parameters.add(from);
        parameters.add(to);
        parameters.add(beforeStart == null ? null : beforeStart.atOffset(ZoneOffset.UTC));
        parameters.add(beforeId);
        parameters.add(limit + 1);
        return pool.preparedQuery("select " + COLUMNS_WITHOUT_LAPS + """
                         from activity a
                        where a.athlete_id = $1 and ($2::date is null or a.day >= $2)
                          and ($3::date is null or a.day <= $3)
                          and ($4::timestamptz is null or (a.started_at, a.id) < ($4, $5::uuid))
                        order by a.started_at desc, a.id desc
                        limit $6
                        """)
                .execute(Tuple.from(parameters))
                .map(rows -> rows.stream().map(this::activity).toList());
    }

    Uni<Streams> streams(UUID athleteId, UUID id) {
        return pool.preparedQuery("select streams from recording where athlete_id = $1 and activity_id = $2")
                .execute(Tuple.of(athleteId, id))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row ->
                                StreamsFormat.decode(row.getBuffer("streams").getBytes()))
                        .orElseThrow(ProblemException::notFound));
    }

    /** An activity with what it was computed from; a 404 problem for one that is not there. */
    Uni<RecordedRun> recorded(SqlClient client, UUID athleteId, UUID id) {
        return client.preparedQuery(RECORDED + " where a.athlete_id = $1 and a.id = $2")
                .execute(Tuple.of(athleteId, id))
                .map(rows -> rows.stream().findFirst().map(this::recorded).orElseThrow(ProblemException::notFound));
    }

    /**
     * A copy that only overlaps with its activity (D48), with all that it needs to count.
     *
     * @param source FIT, TCX, GPX or MANUAL
     */
    record KeptCopy(
            String source, Recording recording, @Nullable Integer rpe) {}

    /** Empty when there is none with this id. */
    Uni<Optional<KeptCopy>> keptCopy(SqlClient client, UUID athleteId, UUID id) {
        return client.preparedQuery("""
                        select source, sport, started_at, utc_offset_seconds, rpe, sums::text as sums, streams
                        from activity_copy where athlete_id = $1 and id = $2
                        """)
                .execute(Tuple.of(athleteId, id))
                .map(rows -> rows.stream().findFirst().map(this::keptCopy));
    }

    private KeptCopy keptCopy(Row row) {
        return new KeptCopy(
                row.getString("source"),
                json.read(row.getString("sums"), RecordingRow.class)
                        .toRecording(
                                Sport.valueOf(row.getString("sport")),
                                row.getOffsetDateTime("started_at").toInstant(),
                                ZoneOffset.ofTotalSeconds(row.getInteger("utc_offset_seconds")),
                                StreamsFormat.decode(row.getBuffer("streams").getBytes())),
                row.getInteger("rpe"));
    }

    /** Makes a copy an activity of its own; what it was a copy of has one less. A 409 problem when another is the same run. */
    Uni<Void> countAlone(SqlClient transaction, UUID athleteId, RecordedRun run) {
        return transaction
                .preparedQuery("""
                        with copy as (
                            delete from activity_copy where athlete_id = $1 and id = $2
                            returning activity_id, file_id, sums, streams
                        ), released as (
                            update activity set version = version + 1
                            where athlete_id = $1 and id in (select activity_id from copy)
                        ), stored as (
                            insert into activity (%s)
                            select $1, %s from json_to_recordset($3::text::json) as s(%s)
                        )
                        insert into recording (athlete_id, activity_id, file_id, sums, streams)
                        select $1, $2, file_id, sums, streams from copy
                        """.formatted(ActivityRow.COLUMNS, ActivityRow.VALUES, ActivityRow.FIELDS))
                .execute(Tuple.of(athleteId, run.activity().id(), json.write(List.of(ActivityRow.from(1, run)))))
                .replaceWithVoid()
                .onFailure(Activities::isExcluded)
                .transform(e -> oneRun());
    }

    private static boolean isExcluded(Throwable failure) {
        return failure instanceof PgException pg && EXCLUDED.equals(pg.getSqlState());
    }

    private static ProblemException oneRun() {
        return ProblemException.conflict(
                "Another activity starts within a minute of this one and is as long: they are one run.");
    }

    /** Some activities with what they were computed from, by start, from a time on or after one of them. */
    public Uni<List<RecordedRun>> recorded(
            SqlClient client, UUID athleteId, Instant start, @Nullable RecordedRun after, int limit) {
        var from = after == null ? start : after.activity().startedAt();
        return client.preparedQuery(RECORDED + """
                         where a.athlete_id = $1 and a.started_at >= $2
                          and ($3::uuid is null or (a.started_at, a.id) > ($2, $3))
                        order by a.started_at, a.id
                        limit $4
                        """)
                .execute(Tuple.of(
                        athleteId,
                        from.atOffset(ZoneOffset.UTC),
                        after == null ? null : after.activity().id(),
                        limit))
                .map(rows -> rows.stream().map(this::recorded).toList());
    }

    /**
     * Puts what was computed anew in place of what was there. A 409 problem when another activity is the same run as one that
     * has another sport now.
     */
    public Uni<Void> update(SqlClient transaction, UUID athleteId, List<Activity> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("""
                                update activity a
                                set sport = c.sport, rpe = c.rpe, load = c.load, load_method = c."loadMethod",
                                    figures = c.figures, version = c.version
                                from json_to_recordset($2::text::json) as c(
                                    id uuid, sport text, rpe int, load float8, "loadMethod" text, figures jsonb,
                                    version int)
                                where a.athlete_id = $1 and a.id = c.id
                                """)
                        .execute(Tuple.of(athleteId, json.write(changed)))
                        .replaceWithVoid()
                        .onFailure(Activities::isExcluded)
                        .transform(e -> oneRun());
    }

    /** With its streams and what is known of its copies, and their files unless another activity came with one of them. */
    Uni<Void> delete(SqlClient transaction, UUID athleteId, UUID id) {
        return transaction.preparedQuery("""
                        with gone as (
                            delete from activity where athlete_id = $1 and id = $2
                        ), uncopied as (
                            delete from activity_copy where athlete_id = $1 and activity_id = $2 returning file_id
                        ), unrecorded as (
                            delete from recording where athlete_id = $1 and activity_id = $2 returning file_id
                        )
                        delete from activity_file f
                        where f.athlete_id = $1
                          and f.id in (select file_id from unrecorded union select file_id from uncopied)
                          and not exists (
                            select from recording other
                            where other.athlete_id = $1 and other.file_id = f.id and other.activity_id <> $2)
                          and not exists (
                            select from activity_copy other
                            where other.athlete_id = $1 and other.file_id = f.id and other.activity_id <> $2)
                        """).execute(Tuple.of(athleteId, id)).replaceWithVoid();
    }

    private Activity activity(Row row) {
        return new Activity(
                row.getUUID("id"),
                Sport.valueOf(row.getString("sport")),
                row.getString("source"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getInteger("utc_offset_seconds"),
                row.getLocalDate("day"),
                row.getDouble("distance_metres"),
                row.getDouble("moving_seconds"),
                row.getDouble("elapsed_seconds"),
                row.getInteger("rpe"),
                row.getDouble("load"),
                LoadMethod.valueOf(row.getString("load_method")),
                json.read(row.getString("figures"), FiguresRow.class),
                row.getInteger("version"));
    }

    private RecordedRun recorded(Row row) {
        var activity = activity(row);
        var streams = StreamsFormat.decode(row.getBuffer("streams").getBytes());
        return new RecordedRun(
                activity,
                json.read(row.getString("sums"), RecordingRow.class)
                        .toRecording(activity.sport(), activity.startedAt(), activity.offset(), streams));
    }
}
