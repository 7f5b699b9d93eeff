package run.harrier.athlete.consent;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.access.AccessAnnouncement;
import run.harrier.athlete.profile.AthleteProfiles;
import run.harrier.platform.http.Page;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.problem.ProblemException;

/** Gives and withdraws consents; each change is published in its transaction (D23). */
@ApplicationScoped
class ConsentService {
    private static final int MOST_PARTNERS = 100;

    private final Consents consents;
    private final AthleteProfiles athletes;
    private final AccessAnnouncement access;

    ConsentService(Consents consents, AthleteProfiles athletes, AccessAnnouncement access) {
        this.consents = consents;
        this.athletes = athletes;
        this.access = access;
    }

    @WithSession
    Uni<Page<ConsentView>> list(UUID athleteId, @Nullable String after, int limit) {
        return consents.page(athleteId, after, limit)
                .map(rows -> Page.of(rows, limit, ConsentView::from, row -> row.clientId));
    }

    @WithSession
    Uni<ConsentView> get(UUID athleteId, String clientId) {
        return consents.findById(new ConsentEntity.Key(athleteId, clientId))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(ConsentView::from);
    }

    @WithTransaction
    Uni<ConsentView> give(UUID athleteId, String clientId, Preconditions asked, NewConsent consent) {
        return athletes.lockForUpdate(athleteId)
                .chain(() -> consents.count("athleteId = ?1 and clientId <> ?2", athleteId, clientId))
                .invoke(ConsentService::requireRoomForPartner)
                .chain(() -> consents.findById(new ConsentEntity.Key(athleteId, clientId)))
                .invoke(present -> asked.require(
                        present == null ? "" : ConsentView.from(present).tag()))
                .chain(present -> present == null
                        ? consents.persist(new ConsentEntity(athleteId, clientId, consent.scopes()))
                        : Uni.createFrom().item(present.allow(consent.scopes())))
                .call(() -> access.publish(Set.of(athleteId)))
                .map(ConsentView::from);
    }

    @WithTransaction
    Uni<Void> withdraw(UUID athleteId, String clientId) {
        return athletes.lockForUpdate(athleteId)
                .chain(() -> consents.remove(athleteId, clientId))
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.notFound();
                    }
                })
                .chain(() -> access.publish(Set.of(athleteId)));
    }

    private static void requireRoomForPartner(long others) {
        if (others >= MOST_PARTNERS) {
            throw ProblemException.conflict("An athlete can consent to " + MOST_PARTNERS + " partners.");
        }
    }
}
