package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All open invitations. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<InvitationEntity, InvitationEntity.Key> {
    /** The invitation when it is the person's own or of a squad that they coach or assist in; else null. */
    Uni<InvitationEntity> visible(UUID id, String subject) {
        return find("""
                        id = ?1
                        and (athleteId in (select a.athleteId from AthleteEntity a where a.subject = ?2)
                             or squad.squadId in (select c.squadId from SquadCoachEntity c where c.subject = ?2))
                        """, id, subject).firstResult();
    }

    /** The person's own invitations, the oldest first, one more than the limit. */
    Uni<List<InvitationEntity>> ofSubject(String subject, @Nullable String after, int limit) {
        return page(find("""
                        athleteId in (select a.athleteId from AthleteEntity a where a.subject = ?1)
                        and id > ?2 order by id
                        """, subject, Squads.startOf(after)), limit);
    }

    /** The invitations of a squad, the oldest first, one more than the limit. */
    Uni<List<InvitationEntity>> ofSquad(UUID squadId, @Nullable String after, int limit) {
        return page(find("squad.squadId = ?1 and id > ?2 order by id", squadId, Squads.startOf(after)), limit);
    }

    Uni<Boolean> remove(InvitationEntity invitation) {
        return delete("athleteId = ?1 and id = ?2", invitation.athleteId, invitation.id)
                .map(rows -> rows == 1);
    }

    private static Uni<List<InvitationEntity>> page(PanacheQuery<InvitationEntity> query, int limit) {
        return query.range(0, limit).list();
    }
}
