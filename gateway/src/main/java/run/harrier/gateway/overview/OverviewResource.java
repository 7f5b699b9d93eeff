package run.harrier.gateway.overview;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;
import run.harrier.gateway.request.RequestIds;

/**
 * A coach's first look at the squad in the morning (U1). The services decide who may see it, and their problems are
 * passed on.
 */
@Path("/api/v1/squads/{squadId}/overview")
@Tag(name = "Overview")
public class OverviewResource {
    private static final int LARGEST_SQUAD = 5_000;
    private static final Set<String> PARAMETERS = Set.of("on", "top");

    private final OverviewService service;

    OverviewResource(OverviewService service) {
        this.service = service;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "bearer")
    @Operation(
            operationId = "getOverview",
            summary = "Read the morning of a squad",
            description = "Each athlete's readiness, load and week, and what a coach should know of it with the figures"
                    + " behind it: load, readiness, pain, silence, runs that were missed, shortened or harder than planned. Who"
                    + " has a warning sign comes first, then by number and kind of the warnings, then by what to watch. On each athlete's own today unless"
                    + " asked otherwise. Not paged, whatever the squad's size: `top` shortens it.\n\n"
                    + "May be called by: coach, assistant.",
            extensions =
                    @Extension(name = "x-allowed-relations", value = "[\"COACH\", \"ASSISTANT\"]", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The athletes of the squad",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OverviewView.class),
                            example = """
            {"items": [{"athleteId": "0198c9e2-7a40-7c3e-9d11-3f6f6f6f6f6f", "displayName": "Ana",
              "readiness": "EASE_OFF", "warningSign": false,
              "acwr": {"value": 1.42, "method": "COUPLED", "coverageDays": 28, "provisional": false},
              "week": {"plannedSeconds": 18000, "doneSeconds": 9120, "offPlan": [
                {"on": "2026-11-24", "kind": "INTERVAL", "quality": true, "verdict": "HARDER"}]},
              "findings": [{"code": "OVERREACHING", "severity": "WARN", "text": "Your last seven days were 1.42 times \
            your four-week average. Take the next days easy, or free.", "coachText": "This week: 1.42 × the four-week \
            average (0.8–1.3 is usual), form −18; this morning's signs agree.", "confidence": 1.0},
                {"code": "HARDER_THAN_PLANNED", "severity": "WATCH", "text": "Tuesday's intervals were harder than \
            planned. Hold back next time: you should have been able to do one more.", "coachText": "Tuesday's intervals \
            were harder than planned.", "confidence": 1.0}]}]}"""))
    @APIResponse(responseCode = "400", ref = "400")
    @APIResponse(responseCode = "401", ref = "401")
    @APIResponse(responseCode = "403", ref = "403")
    @APIResponse(responseCode = "404", ref = "404")
    @APIResponse(responseCode = "503", ref = "503")
    public Uni<OverviewView> overview(
            @PathParam("squadId") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String squadId,
            @QueryParam("on")
                    @Parameter(
                            description = "The day; each athlete's own today without it",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String on,
            @QueryParam("top")
                    @Parameter(
                            description = "Only so many, those who need the coach most",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "5000"))
                    @Nullable
                    String top,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context UriInfo uri,
            @Context HttpServerRequest request) {
        uri.getQueryParameters().forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                throw new ProblemException(Problem.malformed(name, "There is no such parameter."));
            }
            if (values.size() > 1) {
                throw new ProblemException(Problem.malformed(name, "It is given more than once."));
            }
        });
        return service.overview(id(squadId), on, count(top), authorization, RequestIds.of(request));
    }

    @ServerExceptionMapper
    RestResponse<String> problem(UpstreamProblemException e) {
        return ResponseBuilder.create(RestResponse.Status.fromStatusCode(e.status()), e.body())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.notFound("No squad has this id."));
        }
    }

    private static Optional<Integer> count(@Nullable String top) {
        if (top == null) {
            return Optional.empty();
        }
        if (top.matches("[1-9][0-9]{0,3}") && Integer.parseInt(top) <= LARGEST_SQUAD) {
            return Optional.of(Integer.valueOf(top));
        }
        throw new ProblemException(Problem.malformed("top", "top is a number from 1 to " + LARGEST_SQUAD + "."));
    }
}
