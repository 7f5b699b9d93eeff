package run.harrier.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;

/** The body of a request on its way to the owning service. It fails as soon as it is longer than D24 allows. */
final class ForwardedBody implements ReadStream<Buffer> {
    static final long LIMIT_BYTES = 25L << 20;
    static final Problem TOO_LARGE = Problem.tooLarge("A body may have up to 25 MiB as sent.");

    private final ReadStream<Buffer> source;
    private final boolean ofUnknownLength;
    private @Nullable HttpClientRequest sink;
    private @Nullable Handler<Throwable> onFailure;
    private long bytes;
    private long waitingSinceNanos;
    private long waitedNanos;
    private boolean waiting;

    ForwardedBody(ReadStream<Buffer> source, boolean ofUnknownLength) {
        this.source = source;
        this.ofUnknownLength = ofUnknownLength;
    }

    void flowsInto(HttpClientRequest request) {
        sink = request;
        // a failure is answered where the response is awaited; without this it is logged as unhandled too
        request.exceptionHandler(failure -> {});
    }

    long bytes() {
        return bytes;
    }

    /** How long the body was waited for until now. The time in which it was held up by its owner is not the client's. */
    long waitedNanos(long nowNanos) {
        return waitedNanos + (waiting ? nowNanos - waitingSinceNanos : 0);
    }

    boolean isTooLarge() {
        return bytes > LIMIT_BYTES;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        var first = bytes == 0;
        bytes += buffer.length();
        if (isTooLarge()) {
            if (onFailure != null) {
                onFailure.handle(new ProblemException(TOO_LARGE));
            }
            return;
        }
        if (first && ofUnknownLength && sink != null) {
            // the proxy does so for HTTP/1.1 only; over HTTP/2 a body needs neither length nor chunks
            sink.setChunked(true);
        }
        handler.handle(buffer);
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        if (waiting) {
            waitedNanos += System.nanoTime() - waitingSinceNanos;
            waiting = false;
        }
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        if (!waiting) {
            waitingSinceNanos = System.nanoTime();
            waiting = true;
        }
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }
}
