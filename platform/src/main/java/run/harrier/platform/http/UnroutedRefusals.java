package run.harrier.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * Makes a problem of a refusal that no route has seen: of a line, a header or an address that cannot be read or is too
 * long, or of chunks that cannot be read. Vert.x and Quarkus refuse these with an empty body, or by closing the
 * connection, and let nobody else answer; a transport is the one place where somebody else sees the bytes that leave.
 * Whatever a route answers has a {@code Request-Id}. The connection is closed then, as nobody knows where the next
 * request would begin.
 */
public final class UnroutedRefusals implements VertxServiceProvider {
    /** No empty refusal is longer; what is, need not be looked at. */
    private static final int MOST_BYTES = 128;

    private static final Pattern EMPTY =
            Pattern.compile("HTTP/1\\.[01] (4\\d\\d) [^\r]*\r\n(?:(?:connection: [a-z-]+|content-length: 0)\r\n)+\r\n");

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Listening());
    }

    /** Remembers the response by which a route answers, for when the rest of its request cannot be read. */
    static void isAnsweredBy(RoutingContext call) {
        if (call.request().version() != HttpVersion.HTTP_2
                && call.request().connection() instanceof ConnectionBase connection) {
            var refusal = connection.channel().pipeline().get(Refusal.class);
            if (refusal != null) {
                refusal.response = call.response();
            }
        }
    }

    private static final class Listening extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean isDomainSocket, ServerBootstrap bootstrap) {
            super.configure(options, isDomainSocket, bootstrap);
            bootstrap.handler(new Accepting());
        }
    }

    /** In the pipeline of the listening socket, what is read are the accepted connections. */
    @ChannelHandler.Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(new Refusal());
            }
            context.fireChannelRead(accepted);
        }
    }

    private static final class Refusal extends ChannelDuplexHandler {
        private @Nullable HttpServerResponse response;

        /**
         * Vert.x closes a connection whose chunks cannot be read, and asks nobody. This comes before that, also for an answer
         * that waits to be flushed.
         */
        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the connection ends with this
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            if (isUnreadable(failure) && response != null && !response.headWritten()) {
                var refused = ProblemException.malformed("The chunks of the body cannot be read.")
                        .problem()
                        .of(response.headers().get(Headers.REQUEST_ID));
                context.write(Unpooled.wrappedBuffer(answer(refused)));
            }
            context.flush();
            context.fireExceptionCaught(failure);
        }

        /** A length of a chunk that is no number is the one failure of the decoder without a type of its own. */
        private static boolean isUnreadable(Throwable failure) {
            return failure instanceof DecoderException || failure instanceof IllegalArgumentException;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // who wrote has the promise
        public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
            if (message instanceof ByteBuf bytes && bytes.readableBytes() <= MOST_BYTES) {
                var refusal = EMPTY.matcher(bytes.toString(ISO_8859_1));
                if (refusal.matches()) {
                    bytes.release();
                    var problem = problem(Integer.parseInt(refusal.group(1)));
                    context.write(Unpooled.wrappedBuffer(answer(problem)), written.unvoid())
                            .addListener(ChannelFutureListener.CLOSE);
                    return;
                }
            }
            context.write(message, written);
        }
    }

    private static Problem problem(int status) {
        var refused = switch (status) {
            case 404 -> ProblemException.notFound();
            case 413 -> ProblemException.tooLarge("The body is longer than the server reads.");
            case 414 -> ProblemException.uriTooLong();
            case 431 -> ProblemException.headersTooLarge();
            default -> ProblemException.malformed("The first line, a header or the address holds what it may not.");
        };
        return refused.problem().of(UUID.randomUUID().toString());
    }

    /** No bean is there yet that writes JSON. */
    private static byte[] answer(Problem problem) {
        var instance = String.valueOf(problem.instance());
        var json = new JsonObject()
                .put("type", problem.type().toString())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", instance)
                .encode();
        return """
                HTTP/1.1 %d %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                Cache-Control: no-store\r
                Connection: close\r
                %s: %s\r
                \r
                %s""".formatted(
                        problem.status(),
                        problem.title(),
                        Problem.MEDIA_TYPE,
                        json.getBytes(UTF_8).length,
                        Headers.REQUEST_ID,
                        instance.substring(instance.lastIndexOf(':') + 1),
                        json)
                .getBytes(UTF_8);
    }
}
