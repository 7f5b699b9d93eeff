package run.harrier.gateway.overview;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.overview.model.AthleteOverview.Acwr;
import run.harrier.gateway.overview.model.AthleteOverview.Finding;
import run.harrier.gateway.request.RequestIds;

/** Asks the load-service for the condition of a squad's athletes. */
interface ConditionClient {

    @GET
    @Path("/api/v1/squads/{squadId}/condition")
    Uni<RestResponse<String>> condition(
            @PathParam("squadId") UUID squadId,
            @QueryParam("on") @Nullable String on,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(RequestIds.HEADER) String requestId);

    record Conditions(List<AthleteCondition> items) {}

    record AthleteCondition(
            UUID athleteId,
            String displayName,
            String readiness,
            boolean warningSign,
            @Nullable Acwr acwr,
            @Nullable Double doneSeconds,
            @Nullable Double doneBeforeSeconds,
            List<Finding> findings) {}
}
