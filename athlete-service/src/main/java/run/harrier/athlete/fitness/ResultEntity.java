package run.harrier.athlete.fitness;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.athlete.fitness.model.Validity;

/** A race or a time trial; it is never changed. */
@Entity
@Table(name = "result")
@IdClass(ResultEntity.Key.class)
class ResultEntity {
    record Key(UUID athleteId, UUID id) {}

    @Id
    UUID athleteId;

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Result.Kind kind;

    double distanceMetres;
    long durationMillis;
    LocalDate onDay;

    @Nullable
    Integer rpe;

    protected ResultEntity() {}

    ResultEntity(UUID athleteId, UUID id, NewResult result) {
        this.athleteId = athleteId;
        this.id = id;
        this.kind = result.kind();
        this.distanceMetres = result.distanceMetres();
        this.durationMillis = result.duration().toMillis();
        this.onDay = result.on();
        this.rpe = result.rpe();
    }

    /** The result as evidence of fitness; empty when the formula does not know the distance. */
    Optional<Result> toEvidence() {
        return validity().givesNumber()
                ? Optional.of(new Result(id, kind, distanceMetres, duration(), onDay))
                : Optional.empty();
    }

    Validity validity() {
        return Validity.of(distanceMetres, duration());
    }

    private Duration duration() {
        return Duration.ofMillis(durationMillis);
    }
}
