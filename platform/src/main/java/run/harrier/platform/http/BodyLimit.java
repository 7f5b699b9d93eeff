package run.harrier.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * Says 413 as a problem to a body that announces more than {@code quarkus.http.limits.max-body-size}; Quarkus alone
 * would answer without a word. The body is read and thrown away first: a client, or a gateway, that still writes does
 * not hear an answer. A body that announces no length is stopped by Quarkus where it passes the limit.
 */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_THE_LIMIT_OF_QUARKUS = -3;

    private final long most;
    private final Buffer problem;

    BodyLimit(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize most)
            throws JsonProcessingException {
        this.most = most.asLongValue();
        this.problem = Buffer.buffer(json.writeValueAsBytes(
                ProblemException.tooLarge("A body has at most " + (this.most >> 20) + " MiB here.")
                        .problem()));
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_THE_LIMIT_OF_QUARKUS).handler(this::judge);
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
                .end(problem));
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
