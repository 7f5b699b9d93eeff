package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;

/** The caller's own access to an athlete or a squad, as the athlete-service knows it; 404 for a stranger. */
@Path("/api/v1")
@RegisterRestClient(configKey = "athlete-service")
interface AccessClient {

    @GET
    @Path("/athletes/{athleteId}/access")
    Uni<AthleteAccess> toAthlete(
            @PathParam("athleteId") UUID athleteId, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @GET
    @Path("/squads/{squadId}/access")
    Uni<SquadAccess> toSquad(
            @PathParam("squadId") UUID squadId, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    record AthleteAccess(List<Grant> grants) {}

    /** @param members the athletes who are in the squad now */
    record SquadAccess(Set<Relation> relations, Set<UUID> members) {}
}
