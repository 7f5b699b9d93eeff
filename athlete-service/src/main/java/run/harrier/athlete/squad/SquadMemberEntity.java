package run.harrier.athlete.squad;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** An athlete who has joined a squad. */
@Entity
@Table(name = "squad_member")
@IdClass(SquadMemberEntity.Key.class)
class SquadMemberEntity {
    record Key(UUID athleteId, UUID squadId) {}

    @Id
    UUID athleteId;

    @Id
    UUID squadId;

    protected SquadMemberEntity() {}

    SquadMemberEntity(UUID athleteId, UUID squadId) {
        this.athleteId = athleteId;
        this.squadId = squadId;
    }
}
