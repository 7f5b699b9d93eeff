package run.harrier.gateway.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A provider of which the test says which signing keys it publishes. The keys lie in system properties, as the test and
 * this server are of different class loaders.
 */
public final class ProviderStub implements QuarkusTestResourceLifecycleManager {
    private static final String PUBLISHED = "harrier.test.provider.keys";
    private static final String FETCHED = "harrier.test.provider.fetched";

    private HttpServer server;

    /** A JSON Web Key Set; nothing makes the provider fail. */
    static void publish(String keys) {
        System.setProperty(PUBLISHED, keys);
    }

    static int timesFetched() {
        return Integer.getInteger(FETCHED, 0);
    }

    static String issuer() {
        return System.getProperty("harrier.test.provider.issuer");
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publish("{\"keys\": []}");
        var issuer = "http://localhost:" + server.getAddress().getPort();
        System.setProperty("harrier.test.provider.issuer", issuer);
        server.createContext("/.well-known/openid-configuration", call -> answer(call, """
                        {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                         "authorization_endpoint": "%1$s/auth"}
                        """.formatted(issuer)));
        server.createContext("/keys", call -> {
            System.setProperty(FETCHED, String.valueOf(timesFetched() + 1));
            answer(call, System.getProperty(PUBLISHED));
        });
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", issuer);
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(json.isEmpty() ? 503 : 200, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
