package run.harrier.athlete.fitness;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.Origin;

/** A measurement of the heart: at most one for each athlete, day and origin. */
@Entity
@Table(name = "heart_rate")
@IdClass(HeartRateEntity.Key.class)
class HeartRateEntity {
    record Key(UUID athleteId, LocalDate measuredOn, Origin origin) {}

    @Id
    UUID athleteId;

    @Id
    LocalDate measuredOn;

    @Id
    @Enumerated(EnumType.STRING)
    Origin origin;

    int maxBpm;
    int restBpm;

    @Nullable
    Integer thresholdBpm;

    protected HeartRateEntity() {}

    HeartRateEntity(Key key) {
        this.athleteId = key.athleteId();
        this.measuredOn = key.measuredOn();
        this.origin = key.origin();
    }

    HeartRateEntity set(NewHeartRate to) {
        maxBpm = to.maxBpm();
        restBpm = to.restBpm();
        thresholdBpm = to.thresholdBpm();
        return this;
    }

    HeartRate toModel() {
        return new HeartRate(measuredOn, maxBpm, restBpm, thresholdBpm, origin);
    }
}
