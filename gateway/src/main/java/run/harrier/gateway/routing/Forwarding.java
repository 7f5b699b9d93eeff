package run.harrier.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.routing.model.OwningService;

/**
 * Streams a request to its owning service and the response back, the bodies unchanged in both directions. When the
 * service cannot be reached or does not answer in time, the response is a 503 problem; every response of the service is
 * passed on as it is, errors too.
 */
@Singleton
class Forwarding {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final String BODY = "body";

    private final Map<OwningService, HttpProxy> proxies;

    Forwarding(
            Vertx vertx,
            OwningServices owners,
            ForwardingConfig config,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.connections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        proxies = Arrays.stream(OwningService.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        owner -> proxy(client, owners.url(owner), new ForwardingInterceptor(owner, !untraced))));
    }

    void forward(HttpServerRequest request, OwningService owner) {
        Objects.requireNonNull(proxies.get(owner)).handle(request);
    }

    private static HttpProxy proxy(HttpClient client, URI url, ForwardingInterceptor interceptor) {
        var ssl = "https".equals(url.getScheme());
        var usualPort = ssl ? 443 : 80;
        var origin = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : usualPort)
                .setSsl(ssl);
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> client.request(origin)
                        .onSuccess(request -> body(context).flowsInto(request)))
                .addInterceptor(interceptor);
    }

    private static ForwardedBody body(ProxyContext context) {
        return Objects.requireNonNull(context.get(BODY, ForwardedBody.class));
    }

    /** Sets the headers of a request and of its response, limits its body, and turns a failure into a problem. */
    private record ForwardingInterceptor(OwningService owner, boolean traced) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            PassedHeaders.toOwner(request.headers(), request.proxiedRequest(), traced);
            var length = request.getBody().length();
            var body = new ForwardedBody(request.getBody().stream(), length < 0);
            context.set(BODY, body);
            request.setBody(Body.body(body, length));
            return context.sendRequest().recover(failure -> Future.succeededFuture(failed(context, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            PassedHeaders.toClient(context.response().headers());
            return context.sendResponse();
        }

        private ProxyResponse failed(ProxyContext context, Throwable failure) {
            if (body(context).isTooLarge()) {
                return problem(context, ForwardedBody.TOO_LARGE);
            }
            LOG.warnf("%s did not answer: %s", owner.serviceName(), failure.toString());
            return problem(
                    context,
                    Problem.unavailable("The " + owner.serviceName() + " is away, or did not answer in time."));
        }

        private static ProxyResponse problem(ProxyContext context, Problem problem) {
            var request = context.request();
            EarlyResponse.discardRest(request.proxiedRequest());
            var response = request.response().setStatusCode(problem.status());
            problem.headers().forEach(response::putHeader);
            return response.setBody(Body.body(Buffer.buffer(problem.toJson())));
        }
    }
}
