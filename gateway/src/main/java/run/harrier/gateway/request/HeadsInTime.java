package run.harrier.gateway.request;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each accepted connection a {@link HeadDeadline} and an {@link UnroutedRefusal}. Vert.x itself has a limit for silence only, so that a client
 * which sends the head of a request byte by byte would keep its connection for ever; a transport is the one place where
 * Vert.x lets somebody else see a connection before its first request.
 */
public final class HeadsInTime implements VertxServiceProvider {
    private static final Duration USUAL = Duration.ofSeconds(10);

    @Override
    public void init(VertxBuilder builder) {
        var most = ConfigProvider.getConfig()
                .getOptionalValue("harrier.head-timeout", Duration.class)
                .orElse(USUAL);
        builder.findTransport(new LimitedTransport(most));
    }

    private static final class LimitedTransport extends JDKTransport {
        private final Duration most;

        private LimitedTransport(Duration most) {
            this.most = most;
        }

        @Override
        public void configure(NetServerOptions options, boolean isDomainSocket, ServerBootstrap bootstrap) {
            super.configure(options, isDomainSocket, bootstrap);
            bootstrap.handler(new Accepting(most));
        }
    }

    /** In the pipeline of the listening socket, what is read are the accepted connections. */
    @ChannelHandler.Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        private final Duration most;

        private Accepting(Duration most) {
            this.most = most;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(new HeadDeadline(most), new UnroutedRefusal());
            }
            context.fireChannelRead(accepted);
        }
    }
}
