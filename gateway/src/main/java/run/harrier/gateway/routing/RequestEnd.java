package run.harrier.gateway.routing;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Runs its actions once, when a request has ended. Vert.x calls no end handler when it cannot read the chunks of a body,
 * or when a response is reset; therefore the end of the connection ends the request too, and so does {@link #now}.
 */
final class RequestEnd {
    private final Deque<Runnable> actions = new ArrayDeque<>();
    private final ChannelFuture closing;
    private final ChannelFutureListener closed = connection -> now();
    private boolean over;

    @SuppressWarnings("FutureReturnValueIgnored") // the future of the connection itself, with one more listener
    RequestEnd(RoutingContext call) {
        closing = ((ConnectionBase) call.request().connection()).channel().closeFuture();
        closing.addListener(closed);
        call.addEndHandler(ended -> now());
    }

    /** All is done on the request's event loop; at once when the client has gone while its token was verified. */
    void then(Runnable action) {
        if (over) {
            action.run();
        } else {
            actions.add(action);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the same
    void now() {
        if (over) {
            return;
        }
        over = true;
        closing.removeListener(closed);
        actions.forEach(Runnable::run);
    }
}
