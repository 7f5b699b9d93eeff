package run.harrier.athlete.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;

/** The scopes that an athlete has given to a partner's client. */
@Entity
@Table(name = "consent")
@IdClass(ConsentEntity.Key.class)
class ConsentEntity {
    record Key(UUID athleteId, String clientId) {}

    @Id
    UUID athleteId;

    @Id
    String clientId;

    String[] scopes;

    protected ConsentEntity() {}

    ConsentEntity(UUID athleteId, String clientId, Set<String> scopes) {
        this.athleteId = athleteId;
        this.clientId = clientId;
        allow(scopes);
    }

    final ConsentEntity allow(Set<String> allowed) {
        scopes = allowed.stream().sorted().toArray(String[]::new);
        return this;
    }
}
