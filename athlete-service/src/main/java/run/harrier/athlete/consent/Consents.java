package run.harrier.athlete.consent;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.http.Cursor;

/** All consents, one for each athlete and partner's client. */
@ApplicationScoped
class Consents implements PanacheRepositoryBase<ConsentEntity, ConsentEntity.Key> {

    /** By client id, one more than the limit. */
    Uni<List<ConsentEntity>> page(UUID athleteId, @Nullable String after, int limit) {
        var last = after == null ? "" : Cursor.decode(after);
        if (last.indexOf(0) >= 0) {
            throw Cursor.invalid();
        }
        return find("athleteId = ?1 and clientId > ?2 order by clientId", athleteId, last)
                .range(0, limit)
                .list();
    }

    Uni<Boolean> remove(UUID athleteId, String clientId) {
        return delete("athleteId = ?1 and clientId = ?2", athleteId, clientId).map(rows -> rows == 1);
    }
}
