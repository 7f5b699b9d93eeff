package run.harrier.load.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.stream.Collectors;
import run.harrier.load.analysis.model.SameRun;
import run.harrier.load.recording.model.Sport;

/**
 * A new row of the table {@code activity} as a statement takes it in JSON: the fields of the activity, what U18 compares,
 * and the sums of its recording.
 *
 * @param n which of several, from 1
 */
public record ActivityRow(
        int n, @JsonUnwrapped Activity activity, String starts, String distances, String durations, RecordingRow sums) {

    /** The columns of {@code json_to_recordset}. */
    public static final String FIELDS = """
            n int, id uuid, sport text, source text, "startedAt" timestamptz, "utcOffsetSeconds" int, "on" date,
            "distanceMetres" float8, "movingSeconds" float8, "elapsedSeconds" float8, rpe int, load float8,
            "loadMethod" text, figures jsonb, version int, starts int8range, distances int8range, durations int8range,
            sums jsonb""";

    /** The columns of the table; {@link #VALUES} fill them. */
    public static final String COLUMNS = """
            athlete_id, id, sport, source, started_at, utc_offset_seconds, day, distance_metres, moving_seconds,
            elapsed_seconds, rpe, load, load_method, figures, version, starts, distances, durations""";

    /** After the athlete's id. */
    public static final String VALUES = """
            id, sport, source, "startedAt", "utcOffsetSeconds", "on", "distanceMetres", "movingSeconds", "elapsedSeconds",
            rpe, load, "loadMethod", figures, version, starts, distances, durations""";

    private static final String ON_FOOT = Arrays.stream(Sport.values())
            .filter(Sport::onFoot)
            .map(sport -> "'" + sport + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /** Whether a row {@code s} of these and an activity {@code a} are one by {@link run.harrier.load.analysis.model.SameHour}. */
    public static final String SAME_HOUR = """
            a.started_at > s."startedAt" - interval '7 days'
            and a.started_at < s."startedAt" + make_interval(secs => s."elapsedSeconds")
            and extract(epoch from
                    least(a.started_at + make_interval(secs => a.elapsed_seconds),
                          s."startedAt" + make_interval(secs => s."elapsedSeconds"))
                    - greatest(a.started_at, s."startedAt"))
                > least(a.elapsed_seconds, s."elapsedSeconds") / 2
            and (a.sport in %1$s and s.sport in %1$s or a.sport = s.sport and a.sport <> 'OTHER')""".formatted(ON_FOOT);

    public static ActivityRow from(int n, RecordedRun run) {
        var same = run.activity().sameRun();
        return new ActivityRow(
                n,
                run.activity(),
                text(same.starts()),
                same.distances().map(ActivityRow::text).orElse("(,)"),
                text(same.durations()),
                RecordingRow.from(run.recording()));
    }

    private static String text(SameRun.Range range) {
        return "[" + range.from() + "," + range.until() + "]";
    }
}
