package run.harrier.athlete.squad;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An open invitation of an athlete into a squad; it ends by acceptance or by removal (D22). */
@Entity
@Table(name = "invitation")
@IdClass(InvitationEntity.Key.class)
class InvitationEntity {
    record Key(UUID athleteId, UUID id) {}

    @Id
    UUID athleteId;

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "squad_id")
    SquadEntity squad;

    String invitedBy;
    Instant invitedAt;

    protected InvitationEntity() {}

    InvitationEntity(UUID athleteId, UUID id, SquadEntity squad, String invitedBy, Instant invitedAt) {
        this.athleteId = athleteId;
        this.id = id;
        this.squad = squad;
        this.invitedBy = invitedBy;
        this.invitedAt = invitedAt;
    }
}
