package run.harrier.gateway.request;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.problem.Problem;

/**
 * Names each request: by the {@code Request-Id} that it brings, if that is well-formed, else by a new one. The name is
 * in the response, in the problems, in the lines of the log, and passes to the services.
 */
@Singleton
public class RequestIds {
    public static final String HEADER = "Request-Id";

    static final int BEFORE_EVERYTHING = -1_000;

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(RequestIds::name).failureHandler(RequestIds::refuse);
    }

    /** Empty for a request that no route has seen. */
    public static String of(HttpServerRequest request) {
        var id = request.response().headers().get(HEADER);
        return id == null ? "" : id;
    }

    private static void name(RoutingContext call) {
        var id = named(call.request().getHeader(HEADER));
        call.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        UnroutedRefusal.isAnsweredBy(call);
        call.addHeadersEndHandler(written -> describe(call));
        call.addEndHandler(ended -> HeadDeadline.awaitNext(call.request()));
        if (hasHosts(call.request())) {
            call.fail(400);
        } else {
            call.next();
        }
    }

    private static boolean hasHosts(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.HOST).size() > 1;
    }

    /** Vert.x refuses a bad {@code Host} before the first route, and so before the request has a name. */
    private static void refuse(RoutingContext call) {
        var isAboutHost = hasHosts(call.request()) || call.request().authority() == null;
        if (call.statusCode() != 400 || !isAboutHost || call.response().ended()) {
            call.next();
            return;
        }
        if (of(call.request()).isEmpty()) {
            call.response().putHeader(HEADER, named(call.request().getHeader(HEADER)));
        }
        var problem = Problem.malformed("A request has one Host, which is the name or the address of a host.");
        call.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(call.response()::putHeader);
        call.response().end(problem.toJson(of(call.request())));
    }

    /** What the gateway itself answers to a token is for its bearer alone, and kept by nobody. */
    private static void describe(RoutingContext call) {
        var headers = call.response().headers();
        if (call.request().path().startsWith("/api/") && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store").add(HttpHeaders.VARY, "Authorization");
        }
    }

    private static String named(@Nullable String sent) {
        return sent != null && WELL_FORMED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
