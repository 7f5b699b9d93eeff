package run.harrier.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;
import run.harrier.gateway.routing.model.RoutingTable;
import run.harrier.gateway.token.BearerTokens;

/**
 * The one route of {@code /api}. A request is forwarded when its token is valid, a service owns its path, and its body
 * is not declared too large (D24); until then no byte of its body is read. The gateway's own operations need a valid
 * token too.
 */
@Singleton
class GatewayRoute {
    private static final Logger LOG = Logger.getLogger(GatewayRoute.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final BearerTokens tokens;
    private final Forwarding forwarding;

    GatewayRoute(BearerTokens tokens, Forwarding forwarding) {
        this.tokens = tokens;
        this.forwarding = forwarding;
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(this::authenticate);
    }

    private void authenticate(RoutingContext call) {
        call.request().pause();
        tokens.check(call)
                .onSuccess(ignored -> route(call))
                .onFailure(failure -> EarlyResponse.send(call.request(), problem(failure)));
    }

    private void route(RoutingContext call) {
        var request = call.request();
        var path = path(request);
        if (READS.contains(request.method()) && RoutingTable.isOwn(path)) {
            request.resume();
            call.next();
            return;
        }
        var owner = RoutingTable.ownerOf(path);
        if (owner.isEmpty()) {
            EarlyResponse.send(request, Problem.notFound("Nothing has this address."));
        } else if (declaresTooLargeBody(request)) {
            EarlyResponse.send(request, ForwardedBody.TOO_LARGE);
        } else {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            forwarding.forward(request, owner.get());
        }
    }

    /** The path as it was sent, without the query. */
    private static String path(HttpServerRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static boolean declaresTooLargeBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > ForwardedBody.LIMIT_BYTES;
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        LOG.error("unexpected failure in the gateway", failure);
        return Problem.unavailable("Something went wrong at our side.");
    }
}
