package run.harrier.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * Answers a body that announces more than {@code quarkus.http.limits.max-body-size} with a 413 problem; Quarkus alone
 * would answer without a body. The body is read and thrown away first, as a client or a gateway does not read an answer
 * while it writes. A body that announces no length is refused by {@link LimitedBody} where it passes the limit.
 */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_THE_LIMIT_OF_QUARKUS = -3;
    private static final int AFTER_THE_LIMIT_OF_QUARKUS = -1;
    /** By this Quarkus hands its limit to the stream of a body, which ends the answer by itself at the limit. */
    private static final String LIMIT_OF_QUARKUS = VertxInputStream.MAX_REQUEST_SIZE_KEY;

    private static final int BEFORE_ANY_READER = 0;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final long most;
    private final ProblemException tooLarge;
    private final JsonText json;

    BodyLimit(
            JsonText json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize most) {
        this.most = most.asLongValue();
        this.tooLarge = ProblemException.tooLarge("A body has at most " + (this.most >> 20) + " MiB here.");
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
            request.setEntityStream(new LimitedBody(request.getEntityStream(), most, tooLarge));
        }
    }

    private void judge(RoutingContext context) {
        var request = context.request();
        if (announced(request.getHeader("Content-Length")) <= most) {
            context.next();
            return;
        }
        request.handler(thrownAway -> {});
        request.endHandler(read -> request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(json.write(tooLarge.problem().of(request.getHeader(Headers.REQUEST_ID)))));
        request.resume();
    }

    private static long announced(String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the server itself has refused it by now
        }
    }
}
