package run.harrier.gateway.routing;

import io.vertx.core.http.HttpServerRequest;
import run.harrier.gateway.problem.Problem;

/**
 * An answer given before the request was read to its end. The rest of the body is read and dropped, so that a client
 * that is still sending gets the answer instead of a broken connection; up to a bound, then the connection is cut.
 */
final class EarlyResponse {
    private static final long PATIENCE_BYTES = 2 * ForwardedBody.LIMIT_BYTES;

    private EarlyResponse() {}

    static void answer(HttpServerRequest request, Problem problem) {
        var response = request.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.end(problem.toJson());
        discardRest(request);
    }

    static void discardRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var dropped = new long[1];
        request.handler(buffer -> {
            dropped[0] += buffer.length();
            if (dropped[0] > PATIENCE_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
