package run.harrier.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * Answers a body that announces more than {@code quarkus.http.limits.max-body-size}, or {@value #MOST_OF_JSON} bytes of
 * JSON, with a 413 problem; Quarkus alone would answer without a body. The body is read and thrown away first, as a
 * client or a gateway does not read an answer while it writes. A body that announces no length is refused by
 * {@link LimitedBody} where it passes the limit.
 */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_THE_LIMIT_OF_QUARKUS = -3;
    private static final int AFTER_THE_LIMIT_OF_QUARKUS = -1;
    /** By this Quarkus hands its limit to the stream of a body, which ends the answer by itself at the limit. */
    private static final String LIMIT_OF_QUARKUS = VertxInputStream.MAX_REQUEST_SIZE_KEY;

    private static final int BEFORE_ANY_READER = 0;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** In bytes: nothing that is written as JSON is longer, and a tree of more holds up everybody else. */
    static final int MOST_OF_JSON = 64 << 10;

    private final Limit limit;
    private final Limit limitOfJson =
            new Limit(MOST_OF_JSON, ProblemException.tooLarge("JSON has at most " + (MOST_OF_JSON >> 10) + " KiB."));
    private final JsonText json;

    private record Limit(long most, ProblemException tooLarge) {}

    BodyLimit(
            JsonText json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize most) {
        this.limit = new Limit(
                most.asLongValue(),
                ProblemException.tooLarge("A body has at most " + (most.asLongValue() >> 20) + " MiB here."));
        this.json = json;
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_THE_LIMIT_OF_QUARKUS).handler(this::judge);
        router.route().order(AFTER_THE_LIMIT_OF_QUARKUS).handler(context -> {
            context.put(LIMIT_OF_QUARKUS, Long.MAX_VALUE);
            context.next();
        });
    }

    @SuppressWarnings("deprecation") // the replacement of readBody reads forms only
    @ServerRequestFilter(readBody = true, priority = BEFORE_ANY_READER)
    public void guard(ContainerRequestContext request) {
        if (WITH_BODY.contains(request.getMethod())) {
            var least = limitOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
            request.setEntityStream(new LimitedBody(request.getEntityStream(), least.most, least.tooLarge));
        }
    }

    private void judge(RoutingContext context) {
        var request = context.request();
        var least = limitOf(request.getHeader(HttpHeaders.CONTENT_TYPE));
        if (announced(request.getHeader(HttpHeaders.CONTENT_LENGTH)) <= least.most) {
            context.next();
            return;
        }
        if (request.getHeader("Expect") != null) {
            // the client waits for leave to send, and gets the answer instead; what it sends all the same is not read
            request.response().putHeader("Connection", "close");
            answer(request, least).onComplete(sent -> request.connection().close());
            return;
        }
        request.handler(thrownAway -> {});
        request.endHandler(read -> answer(request, least));
        request.resume();
    }

    private Future<Void> answer(HttpServerRequest request, Limit limit) {
        return request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(json.write(limit.tooLarge.problem().of(request.getHeader(Headers.REQUEST_ID))));
    }

    private Limit limitOf(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json") ? limitOfJson : limit;
    }

    private static long announced(@Nullable String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the server itself has refused it by now
        }
    }
}
