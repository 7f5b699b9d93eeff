package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The athletes of all squads. */
@ApplicationScoped
class SquadMembers implements PanacheRepositoryBase<SquadMemberEntity, SquadMemberEntity.Key> {

    /** The members with their names, in the order of the names. */
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
