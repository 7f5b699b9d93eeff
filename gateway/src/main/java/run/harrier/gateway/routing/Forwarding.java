package run.harrier.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.gateway.routing.model.OwningService;

/**
 * Streams a request to its owning service and the response back, the bodies unchanged in both directions. When the
 * service cannot be reached or does not answer in time, the response is a 503 problem; every response of the service is
 * passed on as it is, errors too.
 */
@Singleton
class Forwarding {
    private final Vertx vertx;
    private final OwningServices owners;
    private final ForwardingConfig config;
    private final boolean traced;
    private final HttpClient kept;
    private final HttpClient fresh;

    Forwarding(
            Vertx vertx,
            OwningServices owners,
            ForwardingConfig config,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
        this.vertx = vertx;
        this.owners = owners;
        this.config = config;
        this.traced = !untraced;
        this.kept = vertx.httpClientBuilder()
                .with(options(config)
                        .setKeepAliveTimeout((int) config.keepAlive().toSeconds()))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.connections()))
                .withConnectHandler(this::limitLife)
                .build();
        this.fresh = vertx.httpClientBuilder()
                .with(options(config).setKeepAlive(false))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.connections()))
                .build();
    }

    void forward(RoutingContext call, RequestEnd end, OwningService owner) {
        var url = owners.url(owner);
        var ssl = "https".equals(url.getScheme());
        var usualPort = ssl ? 443 : 80;
        var target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : usualPort)
                .setSsl(ssl)
                .setMethod(call.request().method())
                .setURI(call.request().uri());
        new Exchange(call, end, config, traced, owner, target, kept, fresh).start();
    }

    private static HttpClientOptions options(ForwardingConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis());
    }

    /** So that a new replica of a service gets its share of the traffic; spread, so that not all are renewed at once. */
    private void limitLife(HttpConnection connection) {
        var life = config.connectionLife().toMillis();
        var spread = life / 6;
        var timer = vertx.setTimer(
                life - spread + ThreadLocalRandom.current().nextLong(2 * spread + 1),
                ended -> connection.shutdown(config.longest().toMillis(), TimeUnit.MILLISECONDS));
        connection.closeHandler(closed -> vertx.cancelTimer(timer));
    }
}
