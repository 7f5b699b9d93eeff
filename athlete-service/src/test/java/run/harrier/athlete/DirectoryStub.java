package run.harrier.athlete;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's admin REST of a realm where everybody signs in and every client has an id, but for the names that begin
 * with {@code nobody}. Who is called {@code ana} is the subject {@code ana} with the address {@code ana@harrier.test}. Of {@code away}
 * it says nothing but 503. A client whose id begins with {@code browser} cannot act on its own.
 */
public final class DirectoryStub implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger TOKENS = new AtomicInteger();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            keycloak.createContext("/realms/harrier/protocol/openid-connect/token", call -> {
                var form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var isKnown =
                        form.contains("client_id=harrier-directory") && form.contains("grant_type=client_credentials");
                answer(
                        call,
                        isKnown ? 200 : 401,
                        "{\"access_token\": \"t%d\", \"expires_in\": 300, \"scope\": \"\"}"
                                .formatted(TOKENS.incrementAndGet()));
            });
            keycloak.createContext("/admin/realms/harrier/users", call -> {
                var asked = query(call);
                var name = asked.getOrDefault(
                        "username", asked.getOrDefault("email", "").replace("@harrier.test", ""));
                find(
                        call,
                        name,
                        "{\"id\": \"%1$s\", \"username\": \"%1$s\", \"enabled\": true, \"totp\": false, \"emailVerified\": "
                                + !name.equals("unverified") + "}");
            });
            keycloak.createContext(
                    "/admin/realms/harrier/clients",
                    call -> find(
                            call,
                            query(call).get("clientId"),
                            "{\"id\": \"1\", \"clientId\": \"%s\", \"enabled\": true, \"serviceAccountsEnabled\": "
                                    + !query(call).get("clientId").startsWith("browser") + "}"));
            keycloak.start();
            server = keycloak;
            return Map.of(
                    "harrier.directory.url",
                    "http://localhost:" + keycloak.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void find(HttpExchange call, String name, String found) throws IOException {
        var authorization = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        var status = name.equals("away") ? 503 : authorization.startsWith("Bearer t") ? 200 : 401;
        answer(call, status, name.startsWith("nobody") ? "[]" : "[" + found.formatted(name) + "]");
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static Map<String, String> query(HttpExchange call) {
        return Arrays.stream(call.getRequestURI().getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
