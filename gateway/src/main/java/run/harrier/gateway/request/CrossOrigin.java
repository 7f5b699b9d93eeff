package run.harrier.gateway.request;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the pages of the listed origins call from a browser (CORS); none without a list. What a browser asks before a
 * call is answered without a token, as it cannot send one then. A page of another origin gets no leave.
 */
@Singleton
class CrossOrigin {
    private static final int BEFORE_TOKENS = RequestIds.BEFORE_EVERYTHING + 1;

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT =
            "Authorization, Content-Type, Content-Encoding, Idempotency-Key, If-Match, If-None-Match, Request-Id, traceparent";
    private static final String READ =
            "ETag, Location, Retry-After, Request-Id, Allow, Idempotency-Replayed, WWW-Authenticate, Content-Disposition,"
                    + " RateLimit, RateLimit-Policy";
    private static final String ANSWER_KEPT_SECONDS = "3600";

    private final Set<String> origins;

    CrossOrigin(@ConfigProperty(name = "harrier.cors.origins") Optional<List<String>> origins) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
    }

    void register(@Observes Router router) {
        if (!origins.isEmpty()) {
            router.route().order(BEFORE_TOKENS).handler(this::judge);
        }
    }

    private void judge(RoutingContext call) {
        var response = call.response().putHeader("Vary", "Origin");
        var origin = call.request().getHeader("Origin");
        if (origin == null || !origins.contains(origin)) {
            call.next();
            return;
        }
        response.putHeader("Access-Control-Allow-Origin", origin);
        var isAsked = HttpMethod.OPTIONS.equals(call.request().method())
                && call.request().getHeader("Access-Control-Request-Method") != null;
        if (isAsked) {
            response.putHeader("Access-Control-Allow-Methods", METHODS)
                    .putHeader("Access-Control-Allow-Headers", SENT)
                    .putHeader("Access-Control-Max-Age", ANSWER_KEPT_SECONDS)
                    .setStatusCode(204)
                    .end();
        } else {
            response.putHeader("Access-Control-Expose-Headers", READ);
            call.next();
        }
    }
}
