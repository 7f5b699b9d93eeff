package run.harrier.gateway.request;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose next request does not have its whole head in time: the first one since the connection was
 * accepted, each later one since its first byte. An encrypted connection is left to the time limit of the handshake.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {
    /** The end of a head, and of the preface of HTTP/2. */
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private static final byte TLS_HANDSHAKE = 0x16;

    private final Duration most;
    private boolean isInHead = true;
    private int endsRead;
    private @Nullable ScheduledFuture<?> closing;

    HeadDeadline(Duration most) {
        this.most = most;
    }

    /** Begins to wait for the next head, once a request and its response have ended. */
    static void awaitNext(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2
                && request.isEnded()
                && request.connection() instanceof ConnectionBase connection) {
            var deadline = connection.channel().pipeline().get(HeadDeadline.class);
            if (deadline != null) {
                deadline.isInHead = true;
                deadline.endsRead = 0;
            }
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        start(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isInHead && message instanceof ByteBuf bytes && bytes.isReadable()) {
            start(context);
            look(bytes);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void look(ByteBuf bytes) {
        if (bytes.getByte(bytes.readerIndex()) == TLS_HANDSHAKE && endsRead == 0) {
            stop();
            return;
        }
        for (int i = bytes.readerIndex(); i < bytes.writerIndex() && endsRead < END.length; i++) {
            var next = bytes.getByte(i);
            endsRead = next == END[endsRead] ? endsRead + 1 : next == END[0] ? 1 : 0;
        }
        if (endsRead == END.length) {
            stop();
        }
    }

    private void start(ChannelHandlerContext context) {
        if (closing == null) {
            closing = context.executor().schedule(() -> close(context), most.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end of a connection
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void stop() {
        isInHead = false;
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }
}
