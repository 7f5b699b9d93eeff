package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The coaches and assistants of all squads. */
@ApplicationScoped
class SquadCoaches implements PanacheRepositoryBase<SquadCoachEntity, SquadCoachEntity.Key> {

    Uni<List<SquadCoachEntity>> of(UUID squadId) {
        return find("squadId = ?1 order by role desc, subject", squadId).list();
    }

    Uni<Boolean> hasCoach(UUID squadId, String subject) {
        return count("squadId = ?1 and subject = ?2 and role = ?3", squadId, subject, SquadCoachEntity.Role.COACH)
                .map(rows -> rows > 0);
    }
}
