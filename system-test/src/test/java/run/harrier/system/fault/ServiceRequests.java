package run.harrier.system.fault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;
import run.harrier.system.RunningStack;

/** What an athlete who uploads nothing may ask of each service, through the gateway and directly: reads and writes. */
record ServiceRequests(SignedUpAthlete runner, String squad, StackConfig config) {
    private static final int PATIENCE_MILLIS = 10_000;
    /** A service that does not answer fails the test. */
    private static final RestAssuredConfig PATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", PATIENCE_MILLIS)
                    .setParam("http.socket.timeout", PATIENCE_MILLIS));

    private record Ask(
            Part service,
            String method,
            String path,
            @Nullable String body) {
        static Ask read(Part service, String path) {
            return new Ask(service, "GET", path, null);
        }
    }

    /** The athlete gets a squad, so that there is an overview to ask for. */
    static ServiceRequests of(SignedUpAthlete runner, StackConfig config) {
        var asked = new ServiceRequests(runner, "", config);
        var squad = asked.send(
                        config.address(Part.GATEWAY),
                        new Ask(Part.ATHLETE, "POST", "/squads", "{\"name\": \"A\"}"),
                        null)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new ServiceRequests(runner, squad, config);
    }

    private List<Ask> reads() {
        var athlete = "/athletes/" + runner.athleteId();
        return List.of(
                Ask.read(Part.ATHLETE, athlete),
                Ask.read(Part.ATHLETE, "/athletes/me"),
                Ask.read(Part.ATHLETE, athlete + "/results"),
                Ask.read(Part.ATHLETE, athlete + "/fitness"),
                Ask.read(Part.ATHLETE, "/squads"),
                Ask.read(Part.PLAN, athlete + "/sessions"),
                Ask.read(Part.LOAD, athlete + "/wellness?from=2026-09-01&to=2026-09-07"),
                Ask.read(Part.LOAD, athlete + "/readiness"),
                Ask.read(Part.GATEWAY, "/squads/" + squad + "/overview"));
    }

    private List<Ask> writes() {
        var athlete = "/athletes/" + runner.athleteId();
        var today = RunningStack.TODAY;
        return List.of(
                new Ask(Part.ATHLETE, "POST", "/squads", "{\"name\": \"B\"}"),
                new Ask(Part.ATHLETE, "PATCH", athlete, "{\"displayName\": \"somebody else\"}"),
                new Ask(Part.ATHLETE, "POST", athlete + "/results", """
                        {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1100, "on": "%s"}""".formatted(today)),
                new Ask(Part.PLAN, "POST", athlete + "/plans", """
                        {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"}}""".formatted(
                                today, today.plusWeeks(12).minusDays(1))),
                new Ask(Part.LOAD, "POST", athlete + "/activities", """
                        {"sport": "RUN", "startedAt": "%sT01:00:00Z", "durationSeconds": 3000}""".formatted(today)),
                new Ask(Part.LOAD, "PUT", athlete + "/wellness/" + today, "{\"sleepHours\": 7}"));
    }

    /** What the reads say now; nothing that is written in vain changes it. */
    Map<String, String> answers() {
        return reads().stream()
                .collect(Collectors.toMap(
                        Ask::path,
                        ask -> send(config.address(Part.GATEWAY), ask, null)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()));
    }

    /** Each is a 503 problem that says when to come again. */
    void allAreUnavailable() {
        for (var ask : Stream.concat(reads().stream(), writes().stream()).toList()) {
            for (var door : Stream.of(Part.GATEWAY, ask.service()).distinct().toList()) {
                isUnavailable(door, ask, null);
                if (ask.method().equals("POST")) {
                    isUnavailable(door, ask, UUID.randomUUID().toString());
                }
            }
        }
    }

    private void isUnavailable(Part door, Ask ask, @Nullable String key) {
        var answer = send(config.address(door), ask, key);
        assertThat(List.of(
                        answer.statusCode(),
                        String.valueOf(answer.header("Content-Type")),
                        answer.header("Retry-After") != null))
                .as(door.label() + " " + ask + ": " + answer.asString())
                .isEqualTo(List.of(503, "application/problem+json", true));
    }

    /** Each read comes to say this; until then it says 503 and nothing else. */
    void awaitAnswers(Map<String, String> expected) {
        for (var ask : reads()) {
            for (var door : Stream.of(Part.GATEWAY, ask.service()).distinct().toList()) {
                var name = door.label() + " " + ask;
                var answer = await(name)
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> send(config.address(door), ask, null), said -> {
                            assertThat(said.statusCode()).as(name).isIn(200, 503);
                            return said.statusCode() == 200;
                        });
                assertThat(answer.asString()).as(name).isEqualTo(expected.get(ask.path()));
            }
        }
    }

    private Response send(URI door, Ask ask, @Nullable String key) {
        var request = given().config(PATIENT)
                .auth()
                .oauth2(runner.token())
                .contentType(ask.method().equals("PATCH") ? "application/merge-patch+json" : "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (ask.body() != null) {
            request.body(ask.body());
        }
        return request.request(ask.method(), door + "/api/v1" + ask.path());
    }
}
