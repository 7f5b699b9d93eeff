package run.harrier.load.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.load.scoring.model.SessionScale.Pair;

/**
 * The pairs of session load and measured load by which an athlete's efforts are put on the common scale. An activity is
 * scaled by the pairs that started before it, whenever they arrived; so a pair that comes, changes or goes makes the
 * scaled activities after it due to be computed again.
 */
@ApplicationScoped
public class SessionLoadCalibration {

    /** What an activity adds to the scale; empty when its effort or its load was not measured. */
    public static Optional<Pair> calibrationPair(Activity activity) {
        return activity.rpe() == null || !measured(activity.loadMethod())
                ? Optional.empty()
                : Optional.of(new Pair(activity.movingSeconds() / 60 * activity.rpe(), activity.load()));
    }

    private static boolean measured(LoadMethod method) {
        return method == LoadMethod.HEART_RATE || method == LoadMethod.PACE;
    }

    public Uni<List<Pair>> pairsBefore(SqlClient client, UUID athleteId, Instant start) {
        return client.preparedQuery("""
                        select moving_seconds / 60 * rpe as session_load, load from activity
                        where athlete_id = $1 and started_at < $2
                          and rpe is not null and load_method in ('HEART_RATE', 'PACE')
                        order by started_at, id
                        """)
                .execute(Tuple.of(athleteId, start.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream()
                        .map(row -> new Pair(row.getDouble("session_load"), row.getDouble("load")))
                        .toList());
    }
}
