package run.harrier.athlete.fitness;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.http.Cursor;

/** The numbers set by hand, at most one for each athlete and day. */
@ApplicationScoped
class FitnessOverrides implements PanacheRepositoryBase<FitnessOverrideEntity, FitnessOverrideEntity.Key> {

    Uni<List<FitnessOverrideEntity>> of(UUID athleteId) {
        return find("athleteId", athleteId).list();
    }

    /** The newest first, one more than the limit. */
    Uni<List<FitnessOverrideEntity>> page(UUID athleteId, @Nullable String after, int limit) {
        return (after == null
                        ? find("athleteId = ?1 order by fromDay desc", athleteId)
                        : find(
                                "athleteId = ?1 and fromDay < ?2 order by fromDay desc",
                                athleteId,
                                CursorDay.of(Cursor.decode(after))))
                .range(0, limit)
                .list();
    }

    Uni<FitnessOverrideEntity> get(UUID athleteId, LocalDate from) {
        return findById(new FitnessOverrideEntity.Key(athleteId, from));
    }

    Uni<Boolean> remove(UUID athleteId, LocalDate from) {
        return delete("athleteId = ?1 and fromDay = ?2", athleteId, from).map(rows -> rows == 1);
    }
}
