package run.harrier.load.activity.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Event;
import run.harrier.contracts.Shard;
import run.harrier.load.activity.ActivityRow;
import run.harrier.load.activity.RecordedRun;
import run.harrier.load.athlete.Athlete;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.recording.model.StreamsFormat;
import run.harrier.load.series.LoadYears;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.outbox.Outbox;

/** The two statements of an upload: one reads all that it needs to know, one commits all of it or nothing. */
@ApplicationScoped
class UploadStatements {
    /** Copies that are kept of one activity: a source that sends the same run anew each time must not fill the table. */
    private static final int MOST_COPIES = 20;

    private static final String READ = "select " + AccessInQuery.COLUMNS + ", " + Athletes.COLUMNS + ", "
            + LoadYears.column("$1", "$4", "9999") + " as history, "
            + "(select coalesce(sum(octet_length(f.content)), 0) from activity_file f where f.athlete_id = $1) as file_bytes"
            + " from (values (1)) as one left join athlete a on a.athlete_id = $1"
            + " left join threshold_timeline t on t.athlete_id = $1";

    /**
     * Commits nothing when the athlete has another version than the figures were computed from, or when one of the
     * activities is there already. Two copies that arrive together meet at the athlete's row; the constraints of the
     * table hold the rule even against a writer that does not ask.
     *
     * <p>A copy is kept with the activity that it is a copy of (U18), which counts as a change of it; the upload that made
     * the activity is no copy when it comes again. One that only overlaps in time (D48) is kept whole, for somebody may say
     * that it counts alone. An activity that adds to the athlete's calibration makes the scaled
     * loads from its day on due to be computed again.
     */
    private static final NamedStatement COMMIT = NamedStatement.of("""
            -- what was sent, a row each
            with sent as (
                select s.*, b.streams
                from json_to_recordset(#{activities}::text::json) as s(%4$s)
                join unnest(#{streams}::bytea[]) with ordinality as b(streams, n) on b.n = s.n
            -- the athlete, locked, if still of the version that the figures were computed from
            ), present as (
                select 1 from athlete where athlete_id = #{athlete} and version = #{version} for update
            -- the activity that a sent one is a copy of: the same run (U18) before one that overlaps (D48)
            ), twin as (
                select distinct on (n) n, id, overlapping from (
                    select s.n, a.id, a.started_at, false as overlapping from sent s join activity a
                    on a.athlete_id = #{athlete} and a.starts && s.starts and a.distances && s.distances
                       and (a.durations && s.durations and a.sports && sports_alike(s.sport)
                            or not (upper_inf(a.distances) or upper_inf(s.distances)))
                    union all
                    select s.n, a.id, a.started_at, true from sent s join activity a
                    on a.athlete_id = #{athlete} and %7$s
                ) same
                order by n, overlapping, started_at, id
            -- keeps the copies with their activity, those that overlap whole; the upload that made it is no copy
            ), copied as (
                insert into activity_copy (athlete_id, activity_id, source, started_at, moving_seconds,
                                           elapsed_seconds, distance_metres, arrived_at,
                                           id, sport, utc_offset_seconds, rpe, sums, streams, file_id)
                select a.athlete_id, a.id, s.source, s."startedAt", s."movingSeconds", s."elapsedSeconds",
                       s."distanceMetres", #{arrivedAt}::timestamptz,
                       kept.id, kept.sport, kept."utcOffsetSeconds", kept.rpe, kept.sums, kept.streams,
                       case when kept.id is not null then #{fileId}::uuid end
                from present, sent s join twin t on t.n = s.n
                    join activity a on a.athlete_id = #{athlete} and a.id = t.id
                    left join sent kept on kept.n = s.n and t.overlapping
                where (s.source, s."startedAt", s."movingSeconds", s."elapsedSeconds")
                      <> (a.source, a.started_at, a.moving_seconds, a.elapsed_seconds)
                  and (select count(*) from activity_copy c
                       where c.athlete_id = #{athlete} and c.activity_id = a.id) < %1$d
                on conflict do nothing
                returning activity_id, file_id, id
            -- the activities that got a copy have changed
            ), absorbing as (
                update activity set version = version + 1
                where athlete_id = #{athlete} and id in (select activity_id from copied)
            -- one row if all that was sent is new and is to be stored; none otherwise
            ), go as (
                select 1 from present where not exists (select from twin)
            -- the activities
            ), stored as (
                insert into activity (%5$s)
                select #{athlete}, %6$s
                from sent, go
            -- what was recorded of them: sums and streams
            ), recorded as (
                insert into recording (athlete_id, activity_id, file_id, sums, streams)
                select #{athlete}, id, #{fileId}::uuid, sums, streams from sent, go
            -- the file, also of a copy that is kept whole
            ), kept as (
                insert into activity_file (athlete_id, id, format, content)
                select #{athlete}, #{fileId}::uuid, #{format}, #{file}::bytea
                where #{fileId}::uuid is not null
                  and (exists (select from go) or exists (select from copied where file_id is not null))
                on conflict do nothing
            -- the daily loads of the years that changed
            ), years as (
                %2$s
            -- the next version of the athlete; from the calibrated day on the scaled loads are due again
            ), counted as (
                update athlete set version = version + 1, recompute_from = case
                    when exists (select from activity scaled
                                 where scaled.athlete_id = #{athlete} and scaled.load_method = 'RPE'
                                   and scaled.day >= #{calibratedFrom}::date)
                    then least(recompute_from, #{calibratedFrom}::date) else recompute_from end
                from go where athlete_id = #{athlete}
            -- the events: event, head, published
            ), %3$s
            -- the answer: whether the athlete was present, and the twins with the ids of their copies
            select (select count(*) from present) as present,
                   (select coalesce(json_agg(json_build_object('n', t.n, 'id', t.id, 'copy', coalesce(
                        (select c.id from copied c where c.id = s.id),
                        (select c.id from activity_copy c
                         where (c.athlete_id, c.activity_id) = (#{athlete}, t.id)
                           and (c.source, c.started_at, c.moving_seconds, c.elapsed_seconds)
                               = (s.source, s."startedAt", s."movingSeconds", s."elapsedSeconds"))))), '[]')
                    from twin t join sent s on s.n = t.n) as twins
            """.formatted(
                    MOST_COPIES,
                    LoadYears.saved("#{athlete}", "#{years}", "exists (select from go)"),
                    Outbox.expressions("#{events}", "exists (select from go)"),
                    ActivityRow.FIELDS,
                    ActivityRow.COLUMNS,
                    ActivityRow.VALUES,
                    ActivityRow.SAME_HOUR));

    private final JsonText json;
    private final Outbox outbox;

    UploadStatements(JsonText json, Outbox outbox) {
        this.json = json;
        this.outbox = outbox;
    }

    /**
     * Who asks, who ran, with which thresholds, after which loads. One row: {@link AccessInQuery#COLUMNS}, {@link
     * Athletes#COLUMNS}, the years from one on as {@code history}.
     */
    Uni<Row> read(SqlClient client, UUID athleteId, String subject, int fromYear) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(athleteId, subject, Shard.of(athleteId), fromYear))
                .map(rows -> rows.iterator().next());
    }

    /**
     * What became of a commit.
     *
     * @param present whether the athlete still had the version that was computed from
     * @param twins the activities that were there already, for those sent ones that they are the same run as
     */
    record Committed(boolean present, List<Twin> twins) {
        boolean done() {
            return present && twins.isEmpty();
        }
    }

    /**
     * @param n which of the sent activities, from 1, as {@link ActivityRow} has it
     * @param copy the id by which the sent one was kept as a copy (D48); absent for one that is the same run (U18)
     */
    record Twin(int n, UUID id, @Nullable UUID copy) {}

    /**
     * @param years from {@link LoadYears#rows}
     * @param calibratedFrom the day of the first activity that adds to the athlete's calibration; absent without one
     */
    Uni<Committed> commit(
            SqlClient client,
            Athlete athlete,
            List<RecordedRun> runs,
            Upload upload,
            String years,
            Collection<? extends Event> events,
            @Nullable LocalDate calibratedFrom,
            Instant arrivedAt) {
        var file = upload.file();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("athlete", athlete.athleteId());
        parameters.put("version", athlete.version());
        parameters.put("activities", json.write(rows(runs)));
        parameters.put("streams", streams(runs));
        parameters.put("fileId", file == null ? null : file.id());
        parameters.put("format", upload.source());
        parameters.put("file", file == null ? null : file.content());
        parameters.put("years", years);
        parameters.put("events", outbox.rows(events));
        parameters.put("calibratedFrom", calibratedFrom);
        parameters.put("arrivedAt", arrivedAt.atOffset(ZoneOffset.UTC));
        return COMMIT.execute(client, parameters)
                .map(answer -> committed(answer.iterator().next()));
    }

    private static List<ActivityRow> rows(List<RecordedRun> runs) {
        return IntStream.range(0, runs.size())
                .mapToObj(i -> ActivityRow.from(i + 1, runs.get(i)))
                .toList();
    }

    private static Buffer[] streams(List<RecordedRun> runs) {
        return runs.stream()
                .map(run -> Buffer.buffer(StreamsFormat.encode(run.recording().streams())))
                .toArray(Buffer[]::new);
    }

    private static Committed committed(Row row) {
        var twins = row.getJsonArray("twins").stream()
                .map(JsonObject.class::cast)
                .map(twin -> new Twin(
                        twin.getInteger("n"),
                        UUID.fromString(twin.getString("id")),
                        twin.getString("copy") == null ? null : UUID.fromString(twin.getString("copy"))))
                .toList();
        return new Committed(row.getLong("present") == 1, twins);
    }
}
