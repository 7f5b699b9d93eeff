package run.harrier.gateway.routing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.input.RawHttp;

@QuarkusTest
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class ForwardingResourceTest {
    private static final String ATHLETE = "/api/v1/athletes/0198c9e2-7a40-7c3e-9d11-3f6f6f6f6f6f";

    @TestHTTPResource
    URI gateway;

    @Inject
    GatewayRoute route;

    /** Whatever became of the requests of a test, none of them is counted any longer. */
    @AfterEach
    void no_request_runs_any_more() {
        await().atMost(Duration.ofSeconds(3)).until(() -> route.running() == 0);
    }

    @ParameterizedTest(name = "{1} answers {0}")
    @CsvSource({
        "/intake,     athlete-service",
        "/plans,      plan-service",
        "/activities, load-service",
    })
    void a_request_reaches_its_owner(String path, String owner) {
        ana().get(ATHLETE + path + "?from=2026-11-01&to=2026-11-30")
                .then()
                .statusCode(200)
                .body("owner", equalTo(owner))
                .body("method", equalTo("GET"))
                .body("target", equalTo(ATHLETE + path + "?from=2026-11-01&to=2026-11-30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void every_method_passes(String method) {
        ana().request(method, ATHLETE).then().statusCode(200).body("method", equalTo(method));
    }

    @Test
    void a_head_request_is_answered_without_a_body() {
        var answer = RawHttp.exchange(gateway.getPort(), raw("HEAD", ATHLETE) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /, 404",
        "POST, /openapi, 405",
        "DELETE, /openapi, 405",
        "GET, /openapi/nothing, 404",
        "GET, /api, 404",
        "GET, /api/v2/athletes/me, 404",
    })
    void what_is_not_here_is_refused_in_words(String method, String path, int status) throws IOException {
        RawHttp.assertProblem(RawHttp.exchange(gateway.getPort(), raw(method, path) + "\r\n"), status);
    }

    @Test
    void a_type_that_is_not_to_be_had_is_refused_in_words() throws IOException {
        var image = raw("GET", "/openapi") + "Accept: image/png\r\n\r\n";
        RawHttp.assertProblem(RawHttp.exchange(gateway.getPort(), image), 406);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("run.harrier.testkit.input.RawHttp#unreadable")
    void what_cannot_be_read_is_refused_in_words(String head, int status) throws IOException {
        var answer = RawHttp.exchange(gateway.getPort(), RawHttp.unreadable(head, ATHLETE, Tokens.person("ana")));

        RawHttp.assertProblem(answer, status);
    }

    @ParameterizedTest
    @CsvSource({"GET, no content, 204", "GET, not modified, 304", "HEAD, chunks, 200", "HEAD, nothing, 200"})
    void the_next_answer_follows_at_once_on_one_without_a_body(String method, String wish, int status) {
        var first = raw(method, ATHLETE).replace("Connection: close\r\n", "") + "X-Answer: " + wish + "\r\n\r\n";
        var answers = RawHttp.exchange(gateway.getPort(), first + raw("GET", ATHLETE) + "\r\n");

        assertThat(answers).startsWith("HTTP/1.1 " + status);
        var end = answers.indexOf("\r\n\r\n");
        assertThat(answers.substring(0, end)).doesNotContainIgnoringCase("transfer-encoding");
        assertThat(answers.substring(end)).startsWith("\r\n\r\nHTTP/1.1 200 ").contains("\"owner\"");
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "POST, true", "PATCH, true"})
    void a_request_is_sent_again_when_the_connection_closes_under_it(String method, boolean keyed) throws Exception {
        var wish = "drop first " + UUID.randomUUID();
        var body = "{\"on\": \"2026-11-30\"}".getBytes(UTF_8);
        var request = request(ATHLETE)
                .header("X-Answer", wish)
                .method(method, keyed ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
        if (keyed) {
            request.header("Idempotency-Key", wish);
        }
        ana().get(ATHLETE).then().statusCode(200);
        var answer = client(HttpClient.Version.HTTP_1_1).send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ServiceStubs.arrivals(wish)).isEqualTo(2);
        if (keyed) {
            assertThat(answer.body()).contains("\"bodyHash\":" + Arrays.hashCode(body), "\"idempotency-key\"");
        }
    }

    @Test
    void a_write_without_a_key_is_never_sent_again() {
        var wish = "drop first " + UUID.randomUUID();
        ana().header("X-Answer", wish)
                .body("{}")
                .post(ATHLETE + "/plans")
                .then()
                .statusCode(503);

        assertThat(ServiceStubs.arrivals(wish)).isEqualTo(1);
    }

    @Test
    void a_body_that_comes_too_slowly_is_given_up() {
        var head = raw("POST", ATHLETE + "/activities") + "Content-Length: 100000\r\n\r\n";
        var answer = RawHttp.exchange(gateway.getPort(), head + "a few bytes");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:harrier:problem:request-timeout");
    }

    @Test
    void a_head_that_never_ends_holds_no_connection() {
        var unfinished = "GET " + ATHLETE + " HTTP/1.1\r\nHost: gateway\r\nX-More";
        assertThat(RawHttp.exchange(gateway.getPort(), unfinished)).isEmpty();
        assertThat(RawHttp.exchange(gateway.getPort(), "")).isEmpty();

        var first = raw("GET", ATHLETE).replace("Connection: close\r\n", "") + "X-Answer: no content\r\n\r\n";
        assertThat(RawHttp.exchange(gateway.getPort(), first, "HTTP/1.1 204 ", unfinished))
                .contains("\r\n\r\n")
                .doesNotContain("HTTP/1.1");
    }

    @Test
    void one_person_cannot_hold_the_whole_gateway() throws Exception {
        var waiting = raw("POST", ATHLETE + "/activities") + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < ServiceStubs.PER_PERSON; i++) {
                slow.add(RawHttp.begin(gateway.getPort(), waiting, "HTTP/1.1 100 Continue\r\n\r\n"));
            }

            ana().get(ATHLETE)
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("1"))
                    .body("type", equalTo("urn:harrier:problem:too-many-requests"));
            given().header("Authorization", "Bearer " + Tokens.person("ben"))
                    .get(ATHLETE + "/activities")
                    .then()
                    .statusCode(200);
        } finally {
            for (var socket : slow) {
                socket.getOutputStream().write("hello".getBytes(UTF_8));
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 ");
                socket.close();
            }
        }
        ana().get(ATHLETE).then().statusCode(200);
    }

    @Test
    void a_request_keeps_its_name_to_the_owner_and_back() {
        ana().header("Request-Id", "morning-7")
                .get(ATHLETE)
                .then()
                .header("Request-Id", equalTo("morning-7"))
                .body("headers.request-id", contains("morning-7"));
        ana().header("Request-Id", "morning-8")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("Request-Id", equalTo("morning-8"))
                .header("Cache-Control", equalTo("no-store"))
                .body("instance", equalTo("urn:harrier:request:morning-8"));
        for (var odd : new String[] {"a b", "<script>", "x".repeat(200)}) {
            ana().header("Request-Id", odd)
                    .get(ATHLETE)
                    .then()
                    .header("Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .body("headers.request-id[0]", matchesPattern("[0-9a-f-]{36}"));
        }
    }

    @Test
    void a_page_of_a_listed_origin_may_call_and_no_other() {
        given().header("Origin", ServiceStubs.ORIGIN)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options(ATHLETE)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(ServiceStubs.ORIGIN))
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"));
        ana().header("Origin", ServiceStubs.ORIGIN)
                .get(ATHLETE)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(ServiceStubs.ORIGIN))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options(ATHLETE)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
        var foreign = ana().header("Origin", "https://evil.example")
                .get(ATHLETE)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .extract()
                .headers();
        assertThat(foreign.getValues("Vary")).contains("Origin", "Authorization");
    }

    @Test
    void what_the_gateway_answers_itself_says_by_which_methods() {
        ana().body("{}")
                .post("/api/v1/squads/0198c9e2-7a40-7c3e-9d11-3f6f6f6f6f6f/overview")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD"))
                .body("type", equalTo("urn:harrier:problem:method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Forged: 1", "a\n2026-11-26 09:00:00 INFO all is well", "a\u0000", "a\u001b[2K"})
    void a_header_that_http1_cannot_carry_is_the_clients_error(String value) {
        var authorization = "Bearer " + Tokens.person("ana");

        assertThat(RawHttp.http2(gateway.getPort(), ATHLETE, Map.of("authorization", authorization, "x-odd", "fine")))
                .isEqualTo(0x88);
        assertThat(RawHttp.http2(gateway.getPort(), ATHLETE, Map.of("authorization", authorization, "x-odd", value)))
                .isIn(0x8c, RawHttp.RESET);
        assertThat(RawHttp.http2(gateway.getPort(), ATHLETE, Map.of("authorization", value)))
                .isIn(0x8c, RawHttp.RESET);
    }

    @ParameterizedTest
    @MethodSource("run.harrier.testkit.input.RawHttp#unreadableChunks")
    void chunks_that_cannot_be_read_are_refused_in_words(String chunks) throws IOException {
        // what the gateway answers by the head alone is answered before the chunks are read
        for (var answer : Map.of(ATHLETE + "/activities", 400, "/openapi", 405, "/nothing", 404)
                .entrySet()) {
            var chunked = raw("POST", answer.getKey()).replace("Connection: close\r\n", "")
                    + "Transfer-Encoding: chunked\r\n\r\n" + chunks;

            // the connection is closed: what follows on it cannot be told apart from the body
            RawHttp.assertProblem(RawHttp.exchange(gateway.getPort(), chunked), answer.getValue());
        }
    }

    @Test
    void the_token_the_trace_and_the_key_pass_to_the_owner() {
        var token = Tokens.person("ana");
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        given().header("Authorization", "Bearer " + token)
                .header("traceparent", trace)
                .header("Idempotency-Key", "k1")
                .header("If-None-Match", "\"7\"")
                .get(ATHLETE)
                .then()
                .body("headers.authorization", contains("Bearer " + token))
                .body("headers.traceparent", contains(trace))
                .body("headers.idempotency-key", contains("k1"))
                .body("headers.if-none-match", contains("\"7\""));
    }

    @Test
    void the_owner_learns_the_real_address_of_the_caller_and_nothing_he_claims() {
        ana().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "gopher")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .get(ATHLETE)
                .then()
                .body("headers.x-forwarded-for", contains("127.0.0.1"))
                .body("headers.x-forwarded-host", contains("localhost:" + gateway.getPort()))
                .body("headers.x-forwarded-proto", contains("http"))
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue());
    }

    @Test
    void what_is_between_two_hops_ends_at_the_gateway() {
        var answer = RawHttp.exchange(
                gateway.getPort(),
                raw("GET", ATHLETE)
                        + "Connection: X-Mine\r\nX-Mine: 1\r\nProxy-Authorization: Basic x\r\nTE: trailers\r\n"
                        + "Keep-Alive: timeout=5\r\nCookie: session=1\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("\"authorization\"")
                .doesNotContain("x-mine", "proxy-authorization", "\"te\"", "keep-alive", "cookie");
        ana().header("X-Answer", "headers")
                .get(ATHLETE)
                .then()
                .statusCode(200)
                .header("X-Public", equalTo("for all"))
                .header("X-Private", nullValue())
                .header("Keep-Alive", nullValue())
                .header("Connection", nullValue());
    }

    /** Who names it in Connection neither loses a condition nor lets the body hang. */
    @Test
    void what_is_meant_for_the_service_passes_though_connection_names_it() {
        var answer = RawHttp.exchange(
                gateway.getPort(),
                raw("PUT", ATHLETE)
                        + "Connection: close, Content-Length, If-Match\r\nIf-Match: \"1\"\r\nContent-Type: text/plain\r\n"
                        + "Content-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"if-match\"", "\"content-length\"");
    }

    @Test
    void the_address_of_what_was_created_stays_relative() {
        ana().header("X-Answer", "created")
                .post(ATHLETE + "/plans")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/athletes/1/plans/2"));
    }

    @ParameterizedTest
    @CsvSource({"no content, 204", "not modified, 304"})
    void an_answer_without_a_body_gets_none(String wish, int status) {
        var answer = RawHttp.exchange(gateway.getPort(), raw("GET", ATHLETE) + "X-Answer: " + wish + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
        assertThat(answer.contains("\"7\"")).isEqualTo(status == 304);
    }

    @Test
    void a_compressed_answer_passes_untouched() throws Exception {
        var request = request(ATHLETE).header("X-Answer", "gzip").build();
        var answer = client(HttpClient.Version.HTTP_1_1).send(request, BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).startsWith(0x1f, 0x8b);
    }

    @Test
    void a_compressed_upload_passes_untouched() throws Exception {
        var body = new byte[] {0x1f, (byte) 0x8b, 8, 1, 2, 3};
        var request = request(ATHLETE + "/activities")
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/vnd.ant.fit")
                .POST(BodyPublishers.ofByteArray(body));
        var answer = client(HttpClient.Version.HTTP_1_1).send(request.build(), BodyHandlers.ofString());

        assertThat(answer.body())
                .contains(
                        "\"content-encoding\":[\"gzip\"]",
                        "\"content-type\":[\"application/vnd.ant.fit\"]",
                        "\"bodyBytes\":6",
                        "\"bodyHash\":" + Arrays.hashCode(body));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void bodies_of_any_length_pass_over_either_version_of_http(HttpClient.Version version) throws Exception {
        for (int length : new int[] {0, 1, 100_000, (int) ForwardedBody.LIMIT_BYTES}) {
            var body = new byte[length];
            Arrays.fill(body, (byte) 7);
            var declared = request(ATHLETE + "/activities").POST(BodyPublishers.ofByteArray(body));
            var chunked = request(ATHLETE + "/activities").POST(unknownLength(body));
            for (var request : new HttpRequest.Builder[] {declared, chunked}) {
                var answer = client(version).send(request.build(), BodyHandlers.ofString());
                assertThat(answer.version()).isEqualTo(version);
                assertThat(answer.body()).contains("\"bodyBytes\":" + length, "\"bodyHash\":" + Arrays.hashCode(body));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void an_answer_of_unknown_length_passes(HttpClient.Version version) throws Exception {
        var request = request(ATHLETE).header("X-Answer", "chunks").build();

        assertThat(client(version).send(request, BodyHandlers.ofByteArray()).body())
                .hasSize(1_000_000);
    }

    /** Frames without a byte, which no limit on the size of headers counts: the time of a head ends them. */
    @Test
    void headers_over_http2_that_never_end_are_cut() throws Exception {
        assertThat(RawHttp.http2Continuations(gateway.getPort(), 1_000_000)).isBetween(1, 999_999);
        ana().get(ATHLETE).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void a_body_over_25_mib_is_refused_declared_or_not_D24(HttpClient.Version version) throws Exception {
        var body = new byte[30_000_000];
        for (var publisher : new HttpRequest.BodyPublisher[] {BodyPublishers.ofByteArray(body), unknownLength(body)}) {
            var request = request(ATHLETE + "/activities").POST(publisher).build();
            assertTooLarge(client(version).send(request, BodyHandlers.ofString()));
        }
        ana().get(ATHLETE).then().statusCode(200);
    }

    @Test
    void a_body_that_is_declared_too_large_is_refused_before_it_is_sent_D24() {
        for (var length : List.of("26214401", "2147483648", "9223372036854775807")) {
            var head = raw("POST", ATHLETE + "/activities") + "Content-Length: " + length + "\r\n\r\n";

            assertThat(RawHttp.problem(gateway.getPort(), head)).contains("HTTP/1.1 413 ", "problem:too-large");
        }
    }

    @Test
    void a_client_that_waits_for_leave_to_send_gets_it_from_the_gateway() {
        var waiting = raw("POST", ATHLETE + "/activities") + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        var answer = RawHttp.exchange(gateway.getPort(), waiting, "HTTP/1.1 100 Continue\r\n\r\n", "hello");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("\"bodyBytes\":5")
                .doesNotContain("\"expect\"", "100 Continue");
    }

    @Test
    void what_an_owner_says_of_its_failure_passes() {
        ana().header("X-Answer", "failure").get(ATHLETE).then().statusCode(500).body(equalTo("it broke"));
    }

    @Test
    void an_owner_that_hangs_up_is_away() {
        ana().header("X-Answer", "drop")
                .get(ATHLETE + "/load")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("urn:harrier:problem:unavailable"))
                .body("title", notNullValue())
                .body("status", equalTo(503))
                .body("detail", equalTo("The load-service is away, or did not answer in time."));
    }

    @Test
    void an_answer_that_breaks_off_is_never_taken_for_a_whole_one() {
        var request = request(ATHLETE).header("X-Answer", "half").build();

        assertThatThrownBy(() -> client(HttpClient.Version.HTTP_1_1).send(request, BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        ana().get(ATHLETE).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1/teams",
                "/api/v1/athletes/1/plans/../load",
                "/api/v1/athletes/..%2f..%2f..%2fq%2fmetrics",
                "/api/v1/athletes/%2e%2e/%2e%2e/%2e%2e/api/q/health",
                "/api/v1/athletes//1",
                "/api/v1/athletes/1;x/plans",
                "/api//v1/athletes/1",
                "http://localhost/api/v1/athletes/1",
            })
    void an_address_that_nobody_owns_is_not_found(String target) {
        assertThat(RawHttp.get(gateway.getPort(), target, Tokens.person("ana")))
                .startsWith("HTTP/1.1 404 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("urn:harrier:problem:not-found")
                .doesNotContain("\"owner\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/api/../q/health",
                "/api/v1/../../q/health/ready",
                "/api/%2e%2e/q/metrics",
                "//api/v1/athletes/1",
                "/api/v1/athletes/../../../q/metrics",
                "/%61pi/v1/athletes/1",
                "/x/../api/v1/athletes/1",
                "/api/v1/athletes\\1",
                "/q/../api/v1/athletes/1",
            })
    void no_spelling_leads_from_elsewhere_to_an_owner(String target) {
        assertThat(RawHttp.get(gateway.getPort(), target, Tokens.person("ana")))
                .startsWith("HTTP/1.1 ")
                .doesNotContain("\"owner\"");
    }

    private void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:harrier:problem:too-large", "25 MiB");
    }

    private static RequestSpecification ana() {
        return given().header("Authorization", "Bearer " + Tokens.person("ana"));
    }

    private static String raw(String method, String target) {
        return method + " " + target + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer "
                + Tokens.person("ana") + "\r\n";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Tokens.person("ana"));
    }

    private static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).build();
    }

    private static HttpRequest.BodyPublisher unknownLength(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }
}
