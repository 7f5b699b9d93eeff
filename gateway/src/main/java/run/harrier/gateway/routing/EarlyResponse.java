package run.harrier.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.request.RequestIds;

/**
 * A response that is sent before the request was read to its end. The rest of the body is read and dropped, so that a
 * client that is still sending reads the response instead of a broken connection. When the rest is longer than twice
 * the limit of a body, or takes longer than ten seconds, the connection is closed.
 */
final class EarlyResponse {
    private static final long MOST_DROPPED_BYTES = 2 * ForwardedBody.LIMIT_BYTES;

    private static final long LONGEST_DROP_MILLIS = 10_000;

    private EarlyResponse() {}

    static void send(HttpServerRequest request, Problem problem) {
        head(request, problem).end(problem.toJson(RequestIds.of(request)));
        discardRest(request);
    }

    /** The same, and then the connection is closed; over HTTP/2, where others share it, only the stream of the request. */
    static void sendLast(HttpServerRequest request, Problem problem) {
        var response = head(request, problem);
        if (request.version() == HttpVersion.HTTP_2) {
            response.end(problem.toJson(RequestIds.of(request))).onComplete(sent -> response.reset());
        } else {
            response.putHeader(HttpHeaders.CONNECTION, "close")
                    .end(problem.toJson(RequestIds.of(request)))
                    .onComplete(sent -> request.connection().close());
        }
    }

    private static HttpServerResponse head(HttpServerRequest request, Problem problem) {
        var response = request.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        return response;
    }

    static void discardRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var patience = Vertx.currentContext()
                .owner()
                .setTimer(LONGEST_DROP_MILLIS, late -> request.connection().close());
        request.handler(new Discarding(request.connection()))
                .exceptionHandler(gone -> Vertx.currentContext().owner().cancelTimer(patience))
                .endHandler(ended -> Vertx.currentContext().owner().cancelTimer(patience));
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
