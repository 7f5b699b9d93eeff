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
import run.harrier.gateway.overview.model.OffPlan;
import run.harrier.gateway.request.RequestIds;

/** Asks the plan-service for the planned week of a squad's athletes. */
interface WeekClient {

    @GET
    @Path("/api/v1/squads/{squadId}/week")
    Uni<RestResponse<String>> week(
            @PathParam("squadId") UUID squadId,
            @QueryParam("on") @Nullable String on,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(RequestIds.HEADER) String requestId);

    record Weeks(List<AthleteWeek> items) {}

    record AthleteWeek(
            UUID athleteId,
            long plannedSeconds,
            long dueSeconds,
            @Nullable List<OffPlan.Session> offPlan) {}
}
