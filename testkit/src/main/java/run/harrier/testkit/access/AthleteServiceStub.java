package run.harrier.testkit.access;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * An owner of rights who knows nobody: a right that is missing here is missing. What a test has PUT at a path of
 * {@code harrier.athlete.url} is all that it knows, and is its answer to a GET.
 */
public final class AthleteServiceStub implements QuarkusTestResourceLifecycleManager {
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var knowingNobody = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            knowingNobody.createContext("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                if (exchange.getRequestMethod().equals("PUT")) {
                    known.put(path, exchange.getRequestBody().readAllBytes());
                }
                var answer = known.get(path);
                if (answer == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                }
                exchange.close();
            });
            knowingNobody.start();
            server = knowingNobody;
            return Map.of(
                    "harrier.athlete.url",
                    "http://localhost:" + knowingNobody.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the owner says that the caller is this to a squad of these members. */
    public static void says(UUID squad, String relation, List<String> members) {
        RestAssured.given()
                .baseUri(ConfigProvider.getConfig().getValue("harrier.athlete.url", String.class))
                .contentType("application/json")
                .body(Map.of("relations", List.of(relation), "members", members))
                .put("/api/v1/squads/" + squad + "/access")
                .then()
                .statusCode(200);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
