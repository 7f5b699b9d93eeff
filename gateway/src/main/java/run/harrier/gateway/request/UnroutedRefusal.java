package run.harrier.gateway.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.problem.Problem;

/**
 * Makes a problem of a refusal that no route has seen: of a line, a header or an address that cannot be read or is too
 * long, or of chunks that cannot be read. Vert.x and Quarkus refuse these with an empty body, or by closing the
 * connection, and let nobody else answer, so this looks at the bytes that leave; whatever a route answers has a
 * {@code Request-Id}. The connection is closed then, as nobody knows where the next request would begin. Over HTTP/2 and
 * TLS such a refusal stays empty.
 */
final class UnroutedRefusal extends ChannelDuplexHandler {
    /** No empty refusal is longer; what is, need not be looked at. */
    private static final int MOST_BYTES = 128;

    private static final Pattern EMPTY =
            Pattern.compile("HTTP/1\\.[01] (4\\d\\d) [^\r]*\r\n(?:(?:connection: [a-z-]+|content-length: 0)\r\n)+\r\n");

    private @Nullable HttpServerResponse response;

    /** Remembers the response by which a route answers, for when the rest of its request cannot be read. */
    static void isAnsweredBy(RoutingContext call) {
        if (call.request().version() != HttpVersion.HTTP_2
                && call.request().connection() instanceof ConnectionBase connection) {
            var refusal = connection.channel().pipeline().get(UnroutedRefusal.class);
            if (refusal != null) {
                refusal.response = call.response();
            }
        }
    }

    /**
     * Vert.x closes a connection whose chunks cannot be read, and asks nobody. This comes before that, also for an answer
     * that waits to be flushed.
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the connection ends with this
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (isUnreadable(failure) && response != null && !response.headWritten()) {
            var refused = Problem.malformed("The chunks of the body cannot be read.");
            context.writeAndFlush(
                    Unpooled.wrappedBuffer(answer(refused, response.headers().get(RequestIds.HEADER))));
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
                context.write(
                                Unpooled.wrappedBuffer(
                                        answer(problem, UUID.randomUUID().toString())),
                                written.unvoid())
                        .addListener(ChannelFutureListener.CLOSE);
                return;
            }
        }
        context.write(message, written);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("Nothing has this address.");
            case 413 -> Problem.tooLarge("The body is longer than the server reads.");
            case 414 -> Problem.uriTooLong();
            case 431 -> Problem.headersTooLarge();
            default -> Problem.malformed("The first line, a header or the address holds what it may not.");
        };
    }

    private static byte[] answer(Problem problem, String id) {
        var json = problem.toJson(id);
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
                        RequestIds.HEADER,
                        id,
                        json)
                .getBytes(UTF_8);
    }
}
