package run.harrier.gateway.routing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.request.RequestIds;
import run.harrier.gateway.routing.model.OwningService;

/**
 * One request on its way to its owning service, and the response on its way back. A request that was not answered at
 * all, because the connection closed under it, is sent once more on a connection of its own when it is safe or carries
 * an {@code Idempotency-Key}. What takes too long is given up: a body that comes too slowly with a 408, a service that
 * is silent with a 503, a response that has begun by breaking it off.
 */
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** What is kept of a body to be sent again: the largest JSON that is written, but no upload. */
    private static final int MOST_REPEATED_BYTES = 64 << 10;

    private static final long TICK_MILLIS = 250;

    private final RoutingContext call;
    private final RequestEnd end;
    private final ForwardingConfig config;
    private final boolean traced;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final OwningService owner;
    private final RequestOptions target;
    private final HttpClient kept;
    private final HttpClient fresh;
    private final long startedNanos = System.nanoTime();

    private final ForwardedBody body;
    private @Nullable HttpClientRequest sent;
    private @Nullable Buffer repeatable;
    private boolean mayRepeat;
    private boolean over;
    private long movedBytes;
    private long movedNanos = startedNanos;

    Exchange(
            RoutingContext call,
            RequestEnd end,
            ForwardingConfig config,
            boolean traced,
            OwningService owner,
            RequestOptions target,
            HttpClient kept,
            HttpClient fresh) {
        this.call = call;
        this.end = end;
        this.config = config;
        this.traced = traced;
        this.request = call.request();
        this.response = call.response();
        this.owner = owner;
        this.target = target;
        this.kept = kept;
        this.fresh = fresh;
        this.body = new ForwardedBody(request, declaredLength() < 0);
    }

    void start() {
        var timer = call.vertx().setPeriodic(TICK_MILLIS, tick -> watch());
        end.then(() -> {
            call.vertx().cancelTimer(timer);
            over = true;
            if (!response.ended()) {
                abandon();
            }
        });
        if (SAFE.contains(request.method()) && declaredLength() <= 0 && !isChunked()) {
            repeatable = Buffer.buffer();
            EarlyResponse.discardRest(request);
        } else if (request.getHeader(IDEMPOTENCY_KEY) != null
                && declaredLength() >= 0
                && declaredLength() <= MOST_REPEATED_BYTES) {
            collect();
            return;
        }
        mayRepeat = repeatable != null;
        send(kept);
    }

    private void collect() {
        var whole = Buffer.buffer();
        body.handler(whole::appendBuffer).exceptionHandler(failure -> {}).endHandler(ended -> {
            repeatable = whole;
            mayRepeat = true;
            send(kept);
        });
        body.resume();
    }

    private void send(HttpClient client) {
        client.request(target).onComplete(opened -> {
            if (over) {
                if (opened.succeeded()) {
                    opened.result().reset();
                }
            } else if (opened.failed()) {
                unanswered(opened.cause());
            } else {
                send(opened.result());
            }
        });
    }

    private void send(HttpClientRequest toOwner) {
        sent = toOwner;
        toOwner.headers().addAll(request.headers());
        PassedHeaders.toOwner(toOwner.headers(), request, traced);
        // a failure is answered where the response is awaited; without this it is logged as unhandled too
        toOwner.exceptionHandler(failure -> {});
        toOwner.response().onComplete(answered -> {
            if (over) {
                return;
            }
            if (answered.succeeded()) {
                mayRepeat = false;
                pass(answered.result());
            } else if (mayRepeat && isClosed(answered.cause())) {
                mayRepeat = false;
                send(fresh);
            } else {
                unanswered(answered.cause());
            }
        });
        if (repeatable != null) {
            end(toOwner, repeatable);
        } else {
            stream(toOwner);
        }
    }

    private void end(HttpClientRequest toOwner, Buffer whole) {
        if (whole.length() > 0) {
            toOwner.end(whole);
        } else {
            toOwner.end();
        }
    }

    private void stream(HttpClientRequest toOwner) {
        body.flowsInto(toOwner);
        if (isChunked()) {
            toOwner.setChunked(true);
        }
        body.pipe().endOnFailure(false).to(toOwner).onFailure(failure -> {
            toOwner.reset();
            EarlyResponse.discardRest(request);
        });
    }

    private void pass(HttpClientResponse answer) {
        PassedHeaders.toClient(answer.headers());
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        for (var header : answer.headers()) {
            if (!HttpHeaders.TRANSFER_ENCODING.toString().equalsIgnoreCase(header.getKey())
                    && !RequestIds.HEADER.equalsIgnoreCase(header.getKey())) {
                response.headers().add(header.getKey(), header.getValue());
            }
        }
        if (hasNoBody(answer)) {
            answer.resume();
            response.end();
        } else if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null && request.version() == HttpVersion.HTTP_1_0) {
            answer.body().onComplete(read -> {
                if (read.succeeded()) {
                    response.end(read.result());
                } else {
                    breakOff();
                }
            });
        } else {
            if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
                response.setChunked(true);
            }
            answer.pipe().endOnFailure(false).to(response).onFailure(failure -> breakOff());
        }
    }

    private boolean hasNoBody(HttpClientResponse answer) {
        return HttpMethod.HEAD.equals(request.method()) || answer.statusCode() == 204 || answer.statusCode() == 304;
    }

    private void unanswered(Throwable failure) {
        if (body.isTooLarge()) {
            refuse(ForwardedBody.TOO_LARGE);
            return;
        }
        LOG.warnf("%s did not answer: %s", owner.serviceName(), failure.toString());
        refuse(Problem.unavailable("The " + owner.serviceName() + " is away, or did not answer in time."));
    }

    /** A response that began is never ended as if it were whole. */
    private void breakOff() {
        abandon();
        response.reset();
        end.now();
    }

    private void refuse(Problem problem) {
        over = true;
        abandon();
        EarlyResponse.send(request, problem);
    }

    private void abandon() {
        if (sent != null) {
            sent.reset();
        }
    }

    private void watch() {
        if (over) {
            return;
        }
        var now = System.nanoTime();
        var moved = body.bytes() + response.bytesWritten();
        if (moved != movedBytes) {
            movedBytes = moved;
            movedNanos = now;
        }
        var isLate = now - startedNanos > config.longest().toNanos();
        var isSilent = now - movedNanos > config.idleTimeout().toNanos();
        if (response.headWritten()) {
            if (isLate || isSilent) {
                over = true;
                breakOff();
            }
        } else if (isTooSlow(now) || (isLate && !request.isEnded())) {
            over = true;
            abandon();
            EarlyResponse.sendLast(
                    request,
                    Problem.timeout("The body came too slowly: at least " + config.leastBytesPerSecond()
                            + " bytes a second, all of it within "
                            + config.longest().toSeconds() + " s."));
        } else if (isLate || isSilent) {
            unanswered(new IOException("nothing came for too long"));
        }
    }

    private boolean isTooSlow(long now) {
        var waitedNanos = body.waitedNanos(now);
        return !request.isEnded()
                && waitedNanos > config.bodyGrace().toNanos()
                && body.bytes() < TimeUnit.NANOSECONDS.toMillis(waitedNanos) * config.leastBytesPerSecond() / 1000;
    }

    private boolean isChunked() {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Below zero when the request does not say it. */
    private long declaredLength() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof IOException
                || failure instanceof StreamResetException;
    }
}
