package run.harrier.athlete.fitness;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import run.harrier.athlete.fitness.model.FitnessEvidence.FitnessOverride;
import run.harrier.athlete.fitness.model.Vdot;

/** The number that a coach set from a day on (D11). */
@Entity
@Table(name = "fitness_override")
@IdClass(FitnessOverrideEntity.Key.class)
class FitnessOverrideEntity {
    record Key(UUID athleteId, LocalDate fromDay) {}

    @Id
    UUID athleteId;

    @Id
    LocalDate fromDay;

    double vdot;
    String reason;
    String setBy;

    protected FitnessOverrideEntity() {}

    FitnessOverrideEntity(UUID athleteId, LocalDate fromDay) {
        this.athleteId = athleteId;
        this.fromDay = fromDay;
    }

    FitnessOverrideEntity set(NewFitnessOverride to, String by) {
        vdot = to.vdot();
        reason = to.reason().strip();
        setBy = by;
        return this;
    }

    FitnessOverride toModel() {
        return new FitnessOverride(fromDay, new Vdot(vdot), reason);
    }
}
