package run.harrier.athlete.profile;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import run.harrier.athlete.profile.model.JoinCode;
import run.harrier.platform.problem.ProblemException;

/** The athletes' profiles. Every event of an athlete is published under the lock of the athlete's row. */
@ApplicationScoped
public class AthleteProfiles implements PanacheRepositoryBase<AthleteEntity, UUID> {

    public Uni<AthleteEntity> get(UUID athleteId) {
        return findById(athleteId).onItem().ifNull().failWith(ProblemException::notFound);
    }

    /** Until the transaction ends no other one writes data of the athlete. */
    public Uni<AthleteEntity> lockForUpdate(UUID athleteId) {
        return find("athleteId", athleteId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    public Uni<AthleteEntity> ofSubject(String subject) {
        return find("subject", subject).firstResult().onItem().ifNull().failWith(ProblemException::notFound);
    }

    public Uni<AthleteEntity> ofJoinCode(JoinCode code) {
        return find("joinCode", code.value()).firstResult().onItem().ifNull().failWith(AthleteProfiles::noSuchCode);
    }

    /** 404: no athlete has the code. */
    public static ProblemException noSuchCode() {
        return ProblemException.notFound(
                "No athlete has this join code. Look for a typing error, or ask whether there is a newer one.");
    }
}
