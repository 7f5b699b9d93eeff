package run.harrier.athlete.heartrate;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The measurements of all hearts; an athlete has a few dozen. */
@ApplicationScoped
public class HeartRateMeasurements implements PanacheRepositoryBase<HeartRateEntity, HeartRateEntity.Key> {

    public Uni<List<HeartRateEntity>> of(UUID athleteId) {
        return find("athleteId = ?1 order by measuredOn, origin", athleteId).list();
    }

    /** How many other measurements the athlete has. */
    public Uni<Long> countBeside(HeartRateEntity.Key key) {
        return count(
                "athleteId = ?1 and not (measuredOn = ?2 and origin = ?3)",
                key.athleteId(),
                key.measuredOn(),
                key.origin());
    }
}
