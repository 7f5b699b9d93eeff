package run.harrier.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of the API has, refusals too: its {@code Request-Id}, which the gateway or the caller gave or which
 * is new, and the rule that nobody keeps health data. With an {@code ETag} the caller alone may keep an answer, and
 * must ask before it is used again.
 */
@ApplicationScoped
class EveryAnswer {
    private static final int BEFORE_EVERYTHING = -1_000;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    void describe(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(EveryAnswer::name);
        router.route("/api/*").order(BEFORE_EVERYTHING + 1).handler(call -> {
            call.addHeadersEndHandler(headers -> describe(call));
            call.next();
        });
    }

    private static void name(RoutingContext call) {
        var id = named(call.request().getHeader(Headers.REQUEST_ID));
        call.request().headers().set(Headers.REQUEST_ID, id);
        call.response().putHeader(Headers.REQUEST_ID, id);
        MDC.put("requestId", id);
        call.next();
    }

    private static String named(@Nullable String sent) {
        return sent != null && WELL_FORMED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    private static void describe(RoutingContext call) {
        var headers = call.response().headers();
        headers.set(HttpHeaders.CACHE_CONTROL, headers.contains(HttpHeaders.ETAG) ? "private, no-cache" : "no-store")
                .set(HttpHeaders.VARY, "Authorization, Accept-Encoding");
    }
}
