package run.harrier.athlete.fitness;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.http.Cursor;

/** All results; an athlete has a few dozen of them. */
@ApplicationScoped
class Results implements PanacheRepositoryBase<ResultEntity, ResultEntity.Key> {

    Uni<List<ResultEntity>> of(UUID athleteId) {
        return find("athleteId", athleteId).list();
    }

    /** The newest first, one more than the limit. */
    Uni<List<ResultEntity>> page(UUID athleteId, @Nullable String after, int limit) {
        if (after == null) {
            return find("athleteId = ?1 order by onDay desc, id desc", athleteId)
                    .range(0, limit)
                    .list();
        }
        var last = Last.of(Cursor.decode(after));
        return find(
                        "athleteId = ?1 and (onDay < ?2 or (onDay = ?2 and id < ?3)) order by onDay desc, id desc",
                        athleteId,
                        last.onDay,
                        last.id)
                .range(0, limit)
                .list();
    }

    Uni<Boolean> remove(UUID athleteId, UUID id) {
        return delete("athleteId = ?1 and id = ?2", athleteId, id).map(rows -> rows == 1);
    }

    static String key(ResultEntity result) {
        return result.onDay + " " + result.id;
    }

    private record Last(LocalDate onDay, UUID id) {
        static Last of(String key) {
            var parts = key.split(" ", -1);
            try {
                return new Last(CursorDay.of(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException e) {
                throw Cursor.invalid();
            }
        }
    }
}
