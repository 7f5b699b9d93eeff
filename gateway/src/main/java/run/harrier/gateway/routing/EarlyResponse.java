package run.harrier.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import run.harrier.gateway.problem.Problem;

/**
 * A response that is sent before the request was read to its end. The rest of the body is read and dropped, so that a
 * client that is still sending reads the response instead of a broken connection. When the rest is longer than twice
 * the limit of a body, the connection is closed.
 */
final class EarlyResponse {
    private static final long MOST_DROPPED_BYTES = 2 * ForwardedBody.LIMIT_BYTES;

    private EarlyResponse() {}

    static void send(HttpServerRequest request, Problem problem) {
        var response = request.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.end(problem.toJson());
        discardRest(request);
    }

    static void discardRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        request.handler(new Discarding(request.connection()));
        request.resume();
    }

    private static final class Discarding implements Handler<Buffer> {
        private final HttpConnection connection;
        private long droppedBytes;

        private Discarding(HttpConnection connection) {
            this.connection = connection;
        }

        @Override
        public void handle(Buffer buffer) {
            droppedBytes += buffer.length();
            if (droppedBytes > MOST_DROPPED_BYTES) {
                connection.close();
            }
        }
    }
}
