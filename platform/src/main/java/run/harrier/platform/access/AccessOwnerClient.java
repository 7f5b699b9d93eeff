package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.platform.access.AccessClient.SquadAccess;
import run.harrier.platform.problem.ProblemException;

/** Asks the athlete-service, which owns access, with the caller's own token. The answer is not stored. */
@ApplicationScoped
class AccessOwnerClient {
    private final AccessClient client;

    AccessOwnerClient(@RestClient AccessClient client) {
        this.client = client;
    }

    Uni<List<Grant>> grantsToAthlete(UUID athleteId, Caller caller) {
        return client.toAthlete(athleteId, "Bearer " + caller.token())
                .map(AccessClient.AthleteAccess::grants)
                .onFailure()
                .recoverWithUni(e -> noOrAway(e, List.of()));
    }

    /** No relations for a stranger. */
    Uni<SquadAccess> accessToSquad(UUID squadId, Caller caller) {
        return client.toSquad(squadId, "Bearer " + caller.token())
                .onFailure()
                .recoverWithUni(e -> noOrAway(e, new SquadAccess(Set.of(), Set.of())));
    }

    private static <T> Uni<T> noOrAway(Throwable e, T no) {
        return e instanceof WebApplicationException refused
                        && refused.getResponse().getStatus() == 404
                ? Uni.createFrom().item(no)
                : Uni.createFrom()
                        .failure(ProblemException.unavailable(
                                "Your right could not be confirmed just now.", Duration.ofSeconds(5)));
    }
}
