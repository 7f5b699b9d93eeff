package run.harrier.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;
import run.harrier.gateway.routing.model.RoutingTable;
import run.harrier.gateway.token.BearerTokens;

/**
 * The one route of {@code /api}. A request is forwarded when its token is valid, neither its person nor its service has
 * too many running, a service owns its path, and its body is not declared too large (D24); until then no byte of its
 * body is read. The gateway's own operations need a valid token too.
 */
@Singleton
class GatewayRoute {
    private static final Logger LOG = Logger.getLogger(GatewayRoute.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final BearerTokens tokens;
    private final Forwarding forwarding;
    private final InFlight inFlight;

    GatewayRoute(BearerTokens tokens, Forwarding forwarding, ForwardingConfig config) {
        this.tokens = tokens;
        this.forwarding = forwarding;
        this.inFlight = new InFlight(config.perPerson(), config.connections());
    }

    /** The requests that are counted at the moment. */
    int running() {
        return inFlight.count();
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(this::authenticate);
    }

    private void authenticate(RoutingContext call) {
        call.request().pause();
        if (!hasPlainHeaders(call.request())) {
            EarlyResponse.send(call.request(), Problem.malformed("A header holds a control character."));
            return;
        }
        tokens.check(call).onComplete(checked -> {
            if (call.response().ended() || call.response().closed()) {
                return;
            }
            if (checked.succeeded()) {
                admit(call, checked.result());
            } else {
                EarlyResponse.send(call.request(), problem(checked.cause()));
            }
        });
    }

    private void admit(RoutingContext call, String person) {
        var tooMany = inFlight.enter(person);
        if (tooMany.isPresent()) {
            EarlyResponse.send(call.request(), tooMany.get());
            return;
        }
        var end = new RequestEnd(call);
        end.then(() -> inFlight.leave(person));
        route(call, end);
    }

    private void route(RoutingContext call, RequestEnd end) {
        var request = call.request();
        var path = path(request);
        var owner = RoutingTable.ownerOf(path);
        if (RoutingTable.isOwn(path)) {
            if (READS.contains(request.method())) {
                request.resume();
                call.next();
            } else {
                EarlyResponse.send(request, Problem.methodNotAllowed("This can be read, and nothing else."));
            }
        } else if (owner.isEmpty()) {
            EarlyResponse.send(request, Problem.notFound("Nothing has this address."));
        } else if (declaresTooLargeBody(request)) {
            EarlyResponse.send(request, ForwardedBody.TOO_LARGE);
        } else {
            var tooMany = inFlight.enter(owner.get());
            if (tooMany.isPresent()) {
                EarlyResponse.send(request, tooMany.get());
                return;
            }
            end.then(() -> inFlight.leave(owner.get()));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            forwarding.forward(call, end, owner.get());
        }
    }

    /** HTTP/2 carries what HTTP/1.1 cannot: a line break in a value would be another header, or another line of a log. */
    private static boolean hasPlainHeaders(HttpServerRequest request) {
        return StreamSupport.stream(request.headers().spliterator(), false)
                .allMatch(header -> isPlain(header.getKey()) && isPlain(header.getValue()));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(character -> (character < ' ' && character != '\t') || character == 0x7f);
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
