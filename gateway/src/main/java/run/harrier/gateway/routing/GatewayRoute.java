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
 * The way of every request below {@code /api}: a valid token, then an owner, then a body that is not too large (D24);
 * only then does a byte go on. What the gateway answers by itself needs the token too.
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

    void open(@Observes Router router) {
        router.route("/api/*").handler(this::enter);
    }

    private void enter(RoutingContext call) {
        call.request().pause();
        tokens.check(call)
                .onSuccess(ignored -> pass(call))
                .onFailure(failure -> EarlyResponse.answer(call.request(), problem(failure)));
    }

    private void pass(RoutingContext call) {
        var request = call.request();
        var path = path(request);
        if (READS.contains(request.method()) && RoutingTable.isOwn(path)) {
            request.resume();
            call.next();
            return;
        }
        var owner = RoutingTable.ownerOf(path);
        if (owner.isEmpty()) {
            EarlyResponse.answer(request, Problem.notFound("Nothing has this address."));
        } else if (declaresTooMuch(request)) {
            EarlyResponse.answer(request, ForwardedBody.TOO_LARGE);
        } else {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            forwarding.forward(request, owner.get());
        }
    }

    /** As it was sent, without its query. */
    private static String path(HttpServerRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static boolean declaresTooMuch(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > ForwardedBody.LIMIT_BYTES;
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return refusal.problem();
        }
        LOG.error("unexpected failure at the door", failure);
        return Problem.unavailable("Something went wrong at our side.");
    }
}
