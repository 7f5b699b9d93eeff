package run.harrier.athlete.heartrate;

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
public class HeartRateEntity {
    public record Key(UUID athleteId, LocalDate measuredOn, Origin origin) {}

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

    public HeartRateEntity(Key key) {
        this.athleteId = key.athleteId();
        this.measuredOn = key.measuredOn();
        this.origin = key.origin();
    }

    public HeartRateEntity set(NewHeartRate to) {
        maxBpm = to.maxBpm();
        restBpm = to.restBpm();
        thresholdBpm = to.thresholdBpm();
        return this;
    }

    public HeartRate toModel() {
        return new HeartRate(measuredOn, maxBpm, restBpm, thresholdBpm, origin);
    }
}
