package run.harrier.athlete.squad;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A squad. Its coaches and members are written under the lock of this row. */
@Entity
@Table(name = "squad")
class SquadEntity {
    @Id
    UUID squadId;

    String name;

    protected SquadEntity() {}

    SquadEntity(UUID squadId, String name) {
        this.squadId = squadId;
        this.name = name;
    }

    void rename(String to) {
        name = to;
    }
}
