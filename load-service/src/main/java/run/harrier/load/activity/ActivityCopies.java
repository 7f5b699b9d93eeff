package run.harrier.load.activity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import run.harrier.load.activity.ActivityView.CopyView;
import run.harrier.platform.json.JsonText;

/**
 * The copies that an activity absorbed (U18): what was seen of them, so that the choice can be seen and taken back. They
 * are the parts of other statements: a copy costs no statement of its own.
 */
final class ActivityCopies {
    /** A source that writes the same run anew each time must not fill the table. */
    private static final int MOST = 20;

    private ActivityCopies() {}

    /**
     * Stores each of {@code sent} that is a {@code twin}, while the athlete is {@code present}, and counts it as a change
     * of the activity. The upload that made the activity is no copy when it comes again.
     */
    static String absorbed(String athlete, String arrivedAt) {
        return """
                copied as (
                    insert into activity_copy (athlete_id, activity_id, source, started_at, moving_seconds,
                                               elapsed_seconds, distance_metres, arrived_at)
                    select a.athlete_id, a.id, s.source, s."startedAt", s."movingSeconds", s."elapsedSeconds",
                           s."distanceMetres", %2$s::timestamptz
                    from present, sent s join twin t on t.n = s.n join activity a on a.athlete_id = %1$s and a.id = t.id
                    where (s.source, s."startedAt", s."movingSeconds", s."elapsedSeconds")
                          <> (a.source, a.started_at, a.moving_seconds, a.elapsed_seconds)
                      and (select count(*) from activity_copy c
                           where c.athlete_id = %1$s and c.activity_id = a.id) < %3$d
                    on conflict do nothing
                    returning activity_id
                ), absorbing as (
                    update activity set version = version + 1
                    where athlete_id = %1$s and id in (select activity_id from copied)
                )""".formatted(athlete, arrivedAt, MOST);
    }

    /** Of a row of the table {@code activity}; {@link #read} takes it. */
    static String column(String activity) {
        return """
                (select coalesce(json_agg(json_build_object(
                        'arrivedAt', c.arrived_at, 'source', c.source, 'startedAt', c.started_at,
                        'distanceMetres', c.distance_metres, 'movingSeconds', c.moving_seconds,
                        'elapsedSeconds', c.elapsed_seconds) order by c.arrived_at, c.source, c.started_at), '[]')::text
                 from activity_copy c where c.athlete_id = %1$s.athlete_id and c.activity_id = %1$s.id)
                """.formatted(activity);
    }

    static List<CopyView> read(JsonText json, String copies) {
        return json.read(copies, new TypeReference<List<CopyView>>() {});
    }
}
