package run.harrier.load.athlete;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import run.harrier.contracts.FitnessChanged;
import run.harrier.contracts.ProfileChanged;
import run.harrier.platform.inbox.Received;

/** The athletes as their owner last told of them: who they are, and their thresholds over all days. */
@ApplicationScoped
public class Athletes {
    private final ObjectMapper json;

    Athletes(ObjectMapper json) {
        this.json = json;
    }

    /** The effect of {@code profile changed}. */
    public Uni<Void> apply(ProfileChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        insert into athlete (athlete_id, display_name, birth_date, sex, time_zone)
                        values ($1, $2, $3, $4, $5)
                        on conflict (athlete_id) do update
                        set display_name = excluded.display_name, birth_date = excluded.birth_date,
                            sex = excluded.sex, time_zone = excluded.time_zone
                        """)
                .execute(Tuple.of(
                        event.athleteId(), event.displayName(), event.birthDate(), event.sex(), event.timeZone()))
                .replaceWithVoid();
    }

    /** The effect of {@code fitness changed}: the new timeline instead of the old. */
    public Uni<Void> apply(FitnessChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        insert into threshold_timeline (athlete_id, timeline, heart_rate)
                        values ($1, $2::text::jsonb, $3::text::jsonb)
                        on conflict (athlete_id) do update
                        set timeline = excluded.timeline, heart_rate = excluded.heart_rate
                        """)
                .execute(Tuple.of(event.athleteId(), write(event.timeline()), write(event.heartRate())))
                .replaceWithVoid();
    }

    private String write(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of an event that cannot be written", e);
        }
    }
}
