package run.harrier.athlete.profile;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The intakes, one for each athlete who has answered. */
@ApplicationScoped
class Intakes implements PanacheRepositoryBase<IntakeEntity, UUID> {}
