package run.harrier.athlete.squad;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who coaches a squad or assists in it. */
@Entity
@Table(name = "squad_coach")
@IdClass(SquadCoachEntity.Key.class)
class SquadCoachEntity {
    record Key(UUID squadId, String subject) {}

    enum Role {
        COACH,
        ASSISTANT
    }

    @Id
    UUID squadId;

    @Id
    String subject;

    @Nullable
    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    protected SquadCoachEntity() {}

    SquadCoachEntity(UUID squadId, String subject, @Nullable String name, Role role) {
        this.squadId = squadId;
        this.subject = subject;
        this.name = name;
        this.role = role;
    }

    SquadCoachEntity change(Role newRole) {
        role = newRole;
        return this;
    }
}
