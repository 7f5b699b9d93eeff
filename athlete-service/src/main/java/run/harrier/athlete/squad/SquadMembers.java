package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who runs in which squad. */
@ApplicationScoped
class SquadMembers implements PanacheRepositoryBase<SquadMemberEntity, SquadMemberEntity.Key> {

    /** With their names, by name. */
    Uni<List<SquadView.Member>> named(UUID squadId) {
        return find("""
                        select m.athleteId, a.displayName from SquadMemberEntity m
                        join AthleteEntity a on a.athleteId = m.athleteId
                        where m.squadId = ?1 order by a.displayName, a.athleteId
                        """, squadId).project(SquadView.Member.class).list();
    }

    Uni<Boolean> remove(UUID squadId, UUID athleteId) {
        return delete("athleteId = ?1 and squadId = ?2", athleteId, squadId).map(rows -> rows == 1);
    }
}
