package run.harrier.load.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Event;
import run.harrier.contracts.Shard;
import run.harrier.load.analysis.model.SameRun;
import run.harrier.load.athlete.Athlete;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.StreamsFormat;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.load.series.LoadYears;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;

/** The activities with their recordings and files. */
@ApplicationScoped
class Activities {
    private static final String COLUMNS = """
            a.id, a.sport, a.source, a.started_at, a.on_day, a.distance_metres, a.moving_seconds, a.elapsed_seconds,
            a.rpe, a.load, a.load_method, a.figures::text as figures, a.version""";

    private static final String RECORDED = "select " + COLUMNS + ", r.sums::text as sums, r.streams from activity a"
            + " join recording r on r.athlete_id = a.athlete_id and r.activity_id = a.id";

    /** Who asks, who runs, with which thresholds, after which loads: all that an upload needs to know. */
    private static final String READ = "select " + AccessInQuery.COLUMNS + ", " + Athletes.COLUMNS + ", "
            + LoadYears.column("$1", "$4", "9999") + " as history"
            + " from (values (1)) as one left join athlete a on a.athlete_id = $1"
            + " left join threshold_timeline t on t.athlete_id = $1";

    /**
     * All of an upload, or nothing: nothing when the athlete's figures have changed since they were read, or when one of
     * the activities is there already. Two copies that arrive together meet at the athlete's row; the constraints of the
     * table hold the rule even against a writer that does not ask.
     */
    private static final String COMMIT = """
            with sent as (
                select s.*, b.streams
                from json_to_recordset($3::text::json) as s(
                    n int, id uuid, sport text, source text, "startedAt" timestamptz, "on" date,
                    "distanceMetres" float8, "movingSeconds" float8, "elapsedSeconds" float8, rpe int, load float8,
                    "loadMethod" text, figures jsonb, version int, starts int8range, distances int8range,
                    durations int8range, sums jsonb)
                join unnest($4::bytea[]) with ordinality as b(streams, n) on b.n = s.n
            ), present as (
                select 1 from athlete where athlete_id = $1 and version = $2 for update
            ), twin as (
                select distinct on (s.n) s.n, a.id from sent s join activity a
                on a.athlete_id = $1 and a.starts && s.starts and a.distances && s.distances
                   and (a.durations && s.durations or not (upper_inf(a.distances) or upper_inf(s.distances)))
                order by s.n, a.started_at, a.id
            ), %s, go as (
                select 1 from present where not exists (select from twin)
            ), stored as (
                insert into activity (athlete_id, id, sport, source, started_at, on_day, distance_metres,
                    moving_seconds, elapsed_seconds, rpe, load, load_method, figures, version,
                    starts, distances, durations)
                select $1, id, sport, source, "startedAt", "on", "distanceMetres", "movingSeconds", "elapsedSeconds",
                    rpe, load, "loadMethod", figures, version, starts, distances, durations
                from sent, go
            ), recorded as (
                insert into recording (athlete_id, activity_id, file_id, sums, streams)
                select $1, id, $5, sums, streams from sent, go
            ), kept as (
                insert into activity_file (athlete_id, id, format, content)
                select $1, $5, $6, $7 from go where $5 is not null
            ), years as (
                %s
            ), counted as (
                update athlete set version = version + 1, recompute_from = case when %s
                    then least(recompute_from, $10) else recompute_from end
                from go where athlete_id = $1
            ), %s
            select (select count(*) from present) as present,
                   (select coalesce(json_agg(json_build_object('n', n, 'id', id)), '[]') from twin) as twins
            """.formatted(
                    ActivityCopies.absorbed("$1", "$11"),
                    LoadYears.saved("$1", "$8", "exists (select from go)"),
                    SessionLoadCalibration.affectsScaledLoad("$1", "$10"),
                    Outbox.expressions("$9", "exists (select from go)"));

    private final Pool pool;
    private final JsonText json;
    private final Outbox outbox;

    Activities(Pool pool, JsonText json, Outbox outbox) {
        this.pool = pool;
        this.json = json;
        this.outbox = outbox;
    }

    /** One row: {@link AccessInQuery#COLUMNS}, {@link Athletes#COLUMNS}, the years from one on as {@code history}. */
    Uni<Row> read(SqlClient client, UUID athleteId, String subject, int fromYear) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(athleteId, subject, Shard.of(athleteId), fromYear))
                .map(rows -> rows.iterator().next());
    }

    /**
     * What became of a commit.
     *
     * @param present whether the athlete's figures were still those that were computed with
     * @param twins the activities that were there already, for those sent ones that they are the same as
     */
    record Committed(boolean present, List<Twin> twins) {
        boolean done() {
            return present && twins.isEmpty();
        }
    }

    /** @param n which of the sent activities, from 0 */
    record Twin(int n, UUID id) {}

    /** An activity to store, with what it was computed from. */
    record Sent(Activity activity, Recording recording) {}

    Uni<Committed> commit(
            SqlClient client,
            Athlete before,
            List<Sent> sent,
            Upload upload,
            String years,
            Collection<? extends Event> events,
            @Nullable LocalDate pairedOn,
            Instant arrivedAt) {
        var streams = sent.stream()
                .map(one -> Buffer.buffer(StreamsFormat.encode(one.recording().streams())))
                .toArray(Buffer[]::new);
        var rows = IntStream.range(0, sent.size())
                .mapToObj(i -> NewRow.of(i + 1, sent.get(i)))
                .toList();
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(before.athleteId());
        parameters.add(before.version());
        parameters.add(json.write(rows));
        parameters.add(streams);
        var file = upload.file();
        parameters.add(file == null ? null : file.id());
        parameters.add(upload.source());
        parameters.add(file == null ? null : file.content());
        parameters.add(years);
        parameters.add(outbox.rows(events));
        parameters.add(pairedOn);
        parameters.add(arrivedAt.atOffset(ZoneOffset.UTC));
        return client.preparedQuery(COMMIT)
                .execute(Tuple.from(parameters))
                .map(answer -> committed(answer.iterator().next()));
    }

    private static Committed committed(Row row) {
        var twins = row.getJsonArray("twins").stream()
                .map(JsonObject.class::cast)
                .map(twin -> new Twin(twin.getInteger("n") - 1, UUID.fromString(twin.getString("id"))))
                .toList();
        return new Committed(row.getLong("present") == 1, twins);
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
                        .map(row -> ActivityView.of(athleteId, activity(row))
                                .with(ActivityCopies.read(json, row.getString("copies"))))
                        .orElseThrow(ProblemException::notFound));
    }

    Uni<ActivityView> detail(UUID athleteId, UUID id) {
        return detail(pool, athleteId, id);
    }

    /** The newest first, one more than the limit. */
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
        return pool.preparedQuery("select " + COLUMNS + """
                         from activity a
                        where a.athlete_id = $1 and ($2::date is null or a.on_day >= $2)
                          and ($3::date is null or a.on_day <= $3)
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
    Uni<Sent> recorded(SqlClient client, UUID athleteId, UUID id) {
        return client.preparedQuery(RECORDED + " where a.athlete_id = $1 and a.id = $2")
                .execute(Tuple.of(athleteId, id))
                .map(rows -> rows.stream().findFirst().map(this::sent).orElseThrow(ProblemException::notFound));
    }

    /** Some activities with what they were computed from, by start, from a time on or after one of them. */
    Uni<List<Sent>> recorded(SqlClient client, UUID athleteId, Instant start, @Nullable Sent after, int limit) {
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
                .map(rows -> rows.stream().map(this::sent).toList());
    }

    /** Puts what was computed anew in place of what was there. */
    Uni<Void> update(SqlClient transaction, UUID athleteId, List<Activity> changed) {
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
                        .replaceWithVoid();
    }

    /** With its streams and what is known of its copies, and its file unless another activity came with it. */
    Uni<Void> delete(SqlClient transaction, UUID athleteId, UUID id) {
        return transaction.preparedQuery("""
                        with gone as (
                            delete from activity where athlete_id = $1 and id = $2
                        ), uncopied as (
                            delete from activity_copy where athlete_id = $1 and activity_id = $2
                        ), unrecorded as (
                            delete from recording where athlete_id = $1 and activity_id = $2 returning file_id
                        )
                        delete from activity_file f using unrecorded u
                        where f.athlete_id = $1 and f.id = u.file_id
                          and not exists (
                            select from recording other
                            where other.athlete_id = $1 and other.file_id = u.file_id and other.activity_id <> $2)
                        """).execute(Tuple.of(athleteId, id)).replaceWithVoid();
    }

    private Activity activity(Row row) {
        return new Activity(
                row.getUUID("id"),
                Sport.valueOf(row.getString("sport")),
                row.getString("source"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getLocalDate("on_day"),
                row.getDouble("distance_metres"),
                row.getDouble("moving_seconds"),
                row.getDouble("elapsed_seconds"),
                row.getInteger("rpe"),
                row.getDouble("load"),
                LoadMethod.valueOf(row.getString("load_method")),
                json.read(row.getString("figures"), StoredFigures.class),
                row.getInteger("version"));
    }

    private Sent sent(Row row) {
        var activity = activity(row);
        var streams = StreamsFormat.decode(row.getBuffer("streams").getBytes());
        return new Sent(
                activity,
                json.read(row.getString("sums"), DeviceTotals.class)
                        .toRecording(activity.sport(), activity.startedAt(), activity.on(), streams));
    }

    /** A row of the table as the commit takes it: the fields of the activity, and what U18 compares. */
    record NewRow(
            int n,
            @JsonUnwrapped Activity activity,
            String starts,
            String distances,
            String durations,
            DeviceTotals sums) {

        static NewRow of(int n, Sent sent) {
            var activity = sent.activity();
            var run = Upload.sameRun(activity);
            return new NewRow(
                    n,
                    activity,
                    text(run.starts()),
                    run.distances().map(NewRow::text).orElse("(,)"),
                    text(run.durations()),
                    DeviceTotals.of(sent.recording()));
        }

        private static String text(SameRun.Range range) {
            return "[" + range.from() + "," + range.until() + "]";
        }
    }
}
