package run.harrier.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Three HTTP servers in the place of the services. Each answers with its name and the method, target, headers and size of
 * the body that it received. The header {@code X-Answer} of a request asks for another answer; after {@code forget} the
 * server no longer has an OpenAPI document.
 */
public final class ServiceStubs implements QuarkusTestResourceLifecycleManager {
    /** A page of this origin may call. */
    public static final String ORIGIN = "https://app.example";
    /** So many requests of one person may run at once. */
    public static final int PER_PERSON = 8;

    private static final Map<String, Integer> TIMES_DROPPED = new ConcurrentHashMap<>();
    private static final Set<String> FORGETFUL = ConcurrentHashMap.newKeySet();

    private final List<HttpServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "harrier.head-timeout",
                "500ms",
                "harrier.cors.origins",
                ORIGIN,
                "harrier.forwarding.per-person",
                String.valueOf(PER_PERSON),
                "harrier.forwarding.body-grace",
                "500ms",
                "harrier.athlete.url",
                url("athlete-service"),
                "harrier.plan.url",
                url("plan-service"),
                "harrier.load.url",
                url("load-service"));
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
        FORGETFUL.clear();
    }

    /** How often {@code wish} has come. */
    public static int arrivals(String wish) {
        return TIMES_DROPPED.getOrDefault(wish, 0);
    }

    private String url(String name) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", call -> answer(name, call));
            server.createContext("/q/openapi", call -> describe(name, call));
            server.start();
            servers.add(server);
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(String name, HttpExchange call) throws IOException {
        var asked = String.valueOf(call.getRequestHeaders().getFirst("X-Answer"));
        if (asked.startsWith("drop first ") && TIMES_DROPPED.merge(asked, 1, Integer::sum) == 1) {
            call.getRequestBody().readAllBytes();
            call.close();
            return;
        }
        switch (asked) {
            case "created" -> {
                call.getResponseHeaders().set("Location", "/api/v1/athletes/1/plans/2");
                send(call, 201, echo(name, call));
            }
            case "no content" -> {
                call.getRequestBody().readAllBytes();
                call.sendResponseHeaders(204, -1);
            }
            case "not modified" -> {
                call.getResponseHeaders().set("ETag", "\"7\"");
                call.sendResponseHeaders(304, -1);
            }
            case "gzip" -> {
                call.getResponseHeaders().set("Content-Encoding", "gzip");
                send(call, 200, gzip(echo(name, call)));
            }
            case "chunks" -> {
                call.sendResponseHeaders(200, 0);
                for (int i = 0; i < 100; i++) {
                    call.getResponseBody().write("0123456789".repeat(1000).getBytes(StandardCharsets.UTF_8));
                }
            }
            case "headers" -> {
                call.getResponseHeaders().set("Connection", "close, X-Private");
                call.getResponseHeaders().set("X-Private", "between us");
                call.getResponseHeaders().set("Keep-Alive", "timeout=5");
                call.getResponseHeaders().set("X-Public", "for all");
                send(call, 200, echo(name, call));
            }
            case "forget" -> {
                FORGETFUL.add(name);
                send(call, 200, echo(name, call));
            }
            case "failure" -> send(call, 500, "it broke".getBytes(StandardCharsets.UTF_8));
            case "drop" -> call.getRequestBody().readNBytes(1);
            case "half" -> {
                call.sendResponseHeaders(200, 1000);
                call.getResponseBody().write(new byte[500]);
                call.getResponseBody().flush();
            }
            case "silence" -> sleep();
            default -> send(call, 200, echo(name, call));
        }
        call.close();
    }

    private static void describe(String name, HttpExchange call) throws IOException {
        if (FORGETFUL.contains(name)) {
            call.sendResponseHeaders(500, -1);
            call.close();
            return;
        }
        try (var document = ServiceStubs.class.getResourceAsStream("/openapi/" + name + ".json")) {
            send(call, 200, document.readAllBytes());
        }
        call.close();
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
    }

    private static byte[] echo(String name, HttpExchange call) throws IOException {
        var headers = new JsonObject();
        call.getRequestHeaders().forEach((key, values) -> headers.put(key.toLowerCase(Locale.ROOT), values));
        var body = call.getRequestBody().readAllBytes();
        return new JsonObject()
                .put("owner", name)
                .put("method", call.getRequestMethod())
                .put("target", call.getRequestURI().toString())
                .put("headers", headers)
                .put("bodyBytes", body.length)
                .put("bodyHash", Arrays.hashCode(body))
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static void sleep() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
