package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The newest readiness of each athlete, as far as it carries a notice: pain, a strange heart rate, or fatigue that stays.
 * After a notice no hard session is restored (D19, S116), for a week or until a later day is without one.
 */
@ApplicationScoped
public class ReadinessNotices {
    private static final int NOTICE_DAYS = 7;

    public Uni<Void> put(SqlConnection transaction, UUID athleteId, LocalDate day, boolean notice) {
        return transaction
                .preparedQuery("""
                        insert into readiness as r (athlete_id, day, notice) values ($1, $2, $3)
                        on conflict (athlete_id) do update set day = excluded.day, notice = excluded.notice
                        where r.day <= excluded.day
                        """)
                .execute(Tuple.of(athleteId, day, notice))
                .replaceWithVoid();
    }

    /** Whether no hard session may be restored. */
    public Uni<Boolean> stand(SqlConnection transaction, UUID athleteId, LocalDate today) {
        return transaction
                .preparedQuery("select 1 from readiness where athlete_id = $1 and notice and day > $2")
                .execute(Tuple.of(athleteId, today.minusDays(NOTICE_DAYS)))
                .map(rows -> rows.rowCount() > 0);
    }
}
