package run.harrier.gateway.overview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two HTTP servers in the place of the plan-service and the load-service. Their answer depends on the id of the squad;
 * that of a {@link #counted} squad contains how often they were asked.
 */
public final class SquadServiceStubs implements QuarkusTestResourceLifecycleManager {
    static final String THREE = squad(1);
    static final String UNKNOWN_TO_PLANS = squad(2);
    static final String FORBIDDEN_BY_LOAD = squad(3);
    static final String LOAD_FAILS = squad(4);
    static final String PLANS_DROP = squad(5);
    static final String NEITHER_LOAD_NOR_PLANS = squad(6);
    static final String UNREADABLE_DAY = squad(7);
    static final String PLANS_DROP_ONCE = squad(8);

    static final String ANA = squad(101);
    static final String BEN = squad(102);
    static final String CHEN = squad(103);

    private final List<HttpServer> servers = new ArrayList<>();

    /** A squad of so many. */
    static String counted(int size) {
        return squad(1_000_000 + size);
    }

    private static String squad(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "harrier.plan.url", url("week", SquadServiceStubs::weeks),
                "harrier.load.url", url("condition", SquadServiceStubs::conditions),
                "harrier.athlete.url", "http://localhost:1");
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private interface Answers {
        void answer(HttpExchange call, String squad, int times) throws IOException;
    }

    private String url(String last, Answers answers) {
        try {
            var asked = new ConcurrentHashMap<String, AtomicInteger>();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/v1/squads/", call -> {
                var segments = call.getRequestURI().getPath().split("/");
                if (!segments[5].equals(last)
                        || !String.valueOf(call.getRequestHeaders().getFirst("Authorization"))
                                .startsWith("Bearer ey")) {
                    send(call, 500, "not what the gateway asks for");
                } else {
                    var times = asked.computeIfAbsent(segments[4], squad -> new AtomicInteger())
                            .incrementAndGet();
                    answers.answer(call, segments[4], times);
                }
                call.close();
            });
            server.start();
            servers.add(server);
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void weeks(HttpExchange call, String squad, int times) throws IOException {
        if (squad.equals(UNKNOWN_TO_PLANS) || squad.equals(NEITHER_LOAD_NOR_PLANS)) {
            send(call, 404, problem("not-found", 404));
        } else if (squad.equals(UNREADABLE_DAY)) {
            send(call, 400, problem("malformed", 400));
        } else if (squad.equals(PLANS_DROP) || (squad.equals(PLANS_DROP_ONCE) && times == 1)) {
            call.getRequestBody().readAllBytes();
        } else if (squad.compareTo(counted(0)) >= 0) {
            send(
                    call,
                    200,
                    all(size(squad), "{\"athleteId\": \"%s\", \"plannedSeconds\": " + times + ", \"dueSeconds\": 0}"));
        } else {
            send(call, 200, """
                    {"items": [
                      {"athleteId": "%s", "on": "2026-11-25", "plannedSeconds": 18000, "dueSeconds": 6000, "more": 1},
                      {"athleteId": "%s", "on": "2026-11-25", "plannedSeconds": 9000, "dueSeconds": 3000,
                       "offPlan": [{"on": "2026-11-24", "kind": "INTERVAL", "quality": true, "verdict": "MISSED"}]}]}
                    """.formatted(ANA, BEN));
        }
    }

    private static void conditions(HttpExchange call, String squad, int times) throws IOException {
        if (squad.equals(FORBIDDEN_BY_LOAD)) {
            send(call, 403, problem("forbidden", 403));
        } else if (squad.equals(LOAD_FAILS) || squad.equals(NEITHER_LOAD_NOR_PLANS)) {
            send(call, 500, "it broke");
        } else if (squad.compareTo(counted(0)) >= 0) {
            send(
                    call,
                    200,
                    all(
                            size(squad),
                            "{\"athleteId\": \"%s\", \"displayName\": \"asked " + times
                                    + "\", \"readiness\": \"READY\", \"doneSeconds\": 1, \"findings\": []}"));
        } else {
            send(call, 200, """
                    {"items": [
                      {"athleteId": "%s", "displayName": "Chen", "readiness": "UNKNOWN", "doneSeconds": 0,
                       "findings": []},
                      {"athleteId": "%s", "displayName": "ana", "readiness": "READY", "doneSeconds": 6100.4, "doneBeforeSeconds": 6100.4,
                       "acwr": {"value": 1.1, "method": "COUPLED", "coverageDays": 28, "provisional": false},
                       "findings": []},
                      {"athleteId": "%s", "displayName": "Ben", "readiness": "REST", "doneSeconds": 60,
                       "doneBeforeSeconds": 60,
                       "findings": [
                         {"code": "SILENT", "severity": "INFO", "text": "quiet", "coachText": "silent", "confidence": 1},
                         {"code": "OVERREACHING", "severity": "WARN", "text": "much", "coachText": "too much", "confidence": 1}]}]}
                    """.formatted(CHEN, ANA, BEN));
        }
    }

    private static int size(String squad) {
        return Integer.parseInt(squad.substring(24)) - 1_000_000;
    }

    private static String all(int size, String athlete) {
        return IntStream.range(0, size)
                .mapToObj(n -> athlete.formatted(squad(2_000_000 + n)))
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
    }

    private static String problem(String name, int status) {
        return "{\"type\": \"urn:harrier:problem:%s\", \"title\": \"so it is\", \"status\": %d}"
                .formatted(name, status);
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }
}
