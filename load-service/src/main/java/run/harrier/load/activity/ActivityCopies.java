package run.harrier.load.activity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import run.harrier.load.activity.ActivityView.CopyView;
import run.harrier.platform.json.JsonText;

/** The copies of an activity that were not counted (U18), as a column of a query about the activity. */
final class ActivityCopies {
    private ActivityCopies() {}

    /** Of a row of the table {@code activity}; {@link #read} takes it. */
    static String column(String activity) {
        return """
                (select coalesce(json_agg(json_build_object(
                        'id', c.id, 'arrivedAt', c.arrived_at, 'source', c.source, 'startedAt', c.started_at,
                        'distanceMetres', c.distance_metres, 'movingSeconds', c.moving_seconds,
                        'elapsedSeconds', c.elapsed_seconds) order by c.arrived_at, c.source, c.started_at), '[]')::text
                 from activity_copy c where c.athlete_id = %1$s.athlete_id and c.activity_id = %1$s.id)
                """.formatted(activity);
    }

    static List<CopyView> read(JsonText json, String copies) {
        return json.read(copies, new TypeReference<List<CopyView>>() {});
    }
}
