package run.harrier.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * What every answer of the API has, refusals too: its {@code Request-Id}, which the gateway or the caller gave or which
 * is new, and the rule that nobody keeps health data. With an {@code ETag} the caller alone may keep an answer, and
 * must ask before it is used again.
 */
@ApplicationScoped
class EveryAnswer {
    private static final int BEFORE_EVERYTHING = -1_000;
    private static final List<CharSequence> PRECONDITIONS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final JsonText json;

    EveryAnswer(JsonText json) {
        this.json = json;
    }

    void describe(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(EveryAnswer::name).failureHandler(this::refuse);
        router.route("/api/*").order(BEFORE_EVERYTHING + 1).handler(call -> {
            call.addHeadersEndHandler(headers -> describe(call));
            call.next();
        });
    }

    private static void name(RoutingContext call) {
        give(call);
        UnroutedRefusals.isAnsweredBy(call);
        PRECONDITIONS.forEach(name -> join(call.request().headers(), name));
        if (hasHosts(call.request())) {
            call.fail(400);
        } else {
            call.next();
        }
    }

    private static boolean hasHosts(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.HOST).size() > 1;
    }

    /** A list that comes in several lines is one list (RFC 9110, 5.3); an operation would see its first line only. */
    private static void join(MultiMap headers, CharSequence name) {
        var lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, String.join(", ", lines));
        }
    }

    /** Vert.x refuses a bad {@code Host} before the first route, and so before the request has a name. */
    private void refuse(RoutingContext call) {
        var isAboutHost = hasHosts(call.request()) || call.request().authority() == null;
        if (call.statusCode() != 400 || !isAboutHost || call.response().ended()) {
            call.next();
            return;
        }
        give(call);
        var problem = ProblemException.malformed("A request has one Host, which is the name or the address of a host.")
                .problem()
                .of(call.request().getHeader(Headers.REQUEST_ID));
        call.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(json.write(problem));
    }

    private static void give(RoutingContext call) {
        var id = named(call.request().getHeader(Headers.REQUEST_ID));
        call.request().headers().set(Headers.REQUEST_ID, id);
        call.response().putHeader(Headers.REQUEST_ID, id);
        MDC.put("requestId", id);
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
