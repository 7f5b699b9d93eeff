package run.harrier.platform;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.input.RawHttp;
import run.harrier.testkit.server.PostgresAndKafka;

/** The plumbing over HTTP, PostgreSQL and Kafka, on the smallest service that uses all of it. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class PlatformResourceTest {
    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void nobody_without_a_valid_token_gets_further_than_401() {
        var path = "/api/v1/athletes/" + anAthlete() + "/revisions";
        given().get(path).then().statusCode(401).header("WWW-Authenticate", "Bearer");
        for (var token : Tokens.refused("ana").values()) {
            given().auth()
                    .oauth2(token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:harrier:problem:unauthorized"));
        }
    }

    @Test
    void relations_decide_before_the_body_is_read() {
        var athlete = anAthlete();
        grant(athlete, "ana", "ATHLETE");
        grant(athlete, "coach", "COACH");
        confirm(athlete);
        add(athlete, Tokens.person("ana"), "{\"n\": 1}").statusCode(422);
        add(athlete, Tokens.person("coach"), "{broken").statusCode(403).body("type", problem("forbidden"));
        read(athlete, Tokens.person("coach")).statusCode(200).body("$", contains("COACH"));
    }

    @Test
    void a_partner_needs_the_scope_in_its_token_and_the_athletes_consent() {
        var athlete = anAthlete();
        grant(athlete, "partner-demo", "PARTNER", "plan:read");
        grant(athlete, "other-partner", "PARTNER", "load:read");
        confirm(athlete);
        read(athlete, Tokens.partner("partner-demo", "load:read"))
                .statusCode(403)
                .body("type", problem("insufficient-scope"));
        read(UUID.randomUUID(), Tokens.partner("partner-demo", "load:read")).statusCode(403);
        read(athlete, Tokens.partner("partner-demo", "plan:read")).statusCode(200);
        read(athlete, Tokens.partner("other-partner", "plan:read")).statusCode(404);
    }

    @Test
    void a_right_that_is_missing_or_was_not_confirmed_is_asked_of_its_owner_and_503_while_that_is_away() {
        var athlete = anAthlete();
        read(athlete, Tokens.person("ana")).statusCode(503).header("Retry-After", "5");
        grant(athlete, "ana", "ATHLETE");
        confirm(athlete, OffsetDateTime.now().minusSeconds(61));
        read(athlete, Tokens.person("ana")).statusCode(503);
        confirm(athlete);
        read(athlete, Tokens.person("ana")).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\": \"MOVED\", \"n\": 1, \"more\": 2}",
                "{\"reason\": \"MOVED\", \"n\": \"1\"}",
                "{\"reason\": \"MOVED\", \"n\": 1.5}",
                "{\"reason\": \"MOVED\", \"n\": null}",
                "{\"reason\": \"MOVED\", \"n\": 1, \"n\": 2}",
                "{\"reason\": \"MOVED\", \"n\": 1} trailing",
                "{\"reason\": ",
                "[]"
            })
    void a_body_that_does_not_fit_is_400(String body) {
        var athlete = anAthleteOf("ana");
        add(athlete, Tokens.person("ana"), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", problem("malformed"));
    }

    @Test
    void an_impossible_value_is_422_with_its_pointer() {
        var athlete = anAthleteOf("ana");
        add(athlete, Tokens.person("ana"), "{\"reason\": \"MOVED\", \"n\": 0}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/n"));
    }

    @Test
    void what_is_committed_arrives_once_in_order_however_often_it_is_delivered() {
        var athlete = anAthleteOf("ana");
        IntStream.rangeClosed(1, 20)
                .forEach(n -> add(athlete, Tokens.person("ana"), "{\"reason\": \"MOVED\", \"n\": %d}".formatted(n))
                        .statusCode(201)
                        .header("Location", matchesPattern("/api/v1/athletes/" + athlete + "/revisions/.*")));
        await().untilAsserted(() -> assertThat(effects(athlete))
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList()));
        await().untilAsserted(() -> assertThat(count("select count(*) from outbox where athlete_id = $1", athlete))
                .isZero());
        var session = UUID.randomUUID();
        var event = UUID.randomUUID();
        for (int copy = 0; copy < 5; copy++) {
            send(athlete, event, 100, revised(athlete, session));
        }
        send(athlete, UUID.randomUUID(), 99, revised(athlete, session));
        send(athlete, UUID.randomUUID(), 101, revised(athlete, session));
        await().untilAsserted(() -> assertThat(effects(athlete)).hasSize(22));
        assertThat(count("select count(*) from inbox where athlete_id = $1", athlete))
                .isEqualTo(23);
    }

    @Test
    void a_poison_message_holds_nobody_up() {
        var athlete = anAthlete();
        send(athlete, UUID.randomUUID(), 1, "{\"athleteId\": 12");
        send(athlete, UUID.randomUUID(), 2, revised(athlete, UUID.randomUUID()));
        await().untilAsserted(() -> assertThat(effects(athlete)).containsExactly(7));
    }

    /** U12. */
    @Test
    void the_same_key_and_body_get_the_first_answer_and_another_body_is_refused() {
        var athlete = anAthleteOf("ana");
        var first = addOnce(athlete, "k-1", "{\"reason\": \"MOVED\", \"n\": 1}").statusCode(201);
        var again = addOnce(athlete, "k-1", "{\"reason\": \"MOVED\", \"n\": 1}").statusCode(201);
        assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
        assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
        assertThat(again.extract().header("ETag"))
                .isEqualTo(first.extract().header("ETag"))
                .isNotNull();
        addOnce(athlete, "k-1", "{\"reason\": \"MOVED\", \"n\": 2}")
                .statusCode(422)
                .body("type", problem("idempotency-key-reused"));
        await().untilAsserted(() -> assertThat(effects(athlete)).containsExactly(1));
        assertThat(first.extract().header("Idempotency-Replayed")).isNull();
        assertThat(again.extract().header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_without_a_body_gets_the_first_answer() {
        var athlete = anAthleteOf("ana");
        var path = "/api/v1/athletes/" + athlete + "/revisions/again";
        var ana = given().auth()
                .oauth2(Tokens.person("ana"))
                .contentType("application/json")
                .header("Idempotency-Key", "empty");
        var first = ana.post(path).then().statusCode(200).extract().asString();
        var again = ana.post(path).then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(again.extract().asString()).isEqualTo(first);
        ana.body("{}").post(path).then().statusCode(200).header("Idempotency-Replayed", "true");
    }

    @Test
    void an_answer_that_is_given_again_has_the_tag_of_its_encoding() {
        var path = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions/again";
        var tag = Pattern.compile("ETag: \"(.*)\"");
        var plain = tag.matcher(again(path, "identity"));
        var zipped = tag.matcher(again(path, "gzip"));
        assertThat(plain.find() && zipped.find()).isTrue();
        assertThat(zipped.group(1)).isEqualTo(plain.group(1) + "-gzip");
    }

    private static String again(String path, String encoding) {
        return post(path, "Idempotency-Key: k\r\nAccept-Encoding: " + encoding + "\r\n");
    }

    @Test
    void a_request_has_one_key_and_its_characters_are_counted_as_a_person_counts_them() {
        var path = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions/again";
        assertThat(keys(path, "one", "two"))
                .startsWith("HTTP/1.1 400")
                .contains("\"parameter\":\"Idempotency-Key\"", "sent 2 times");
        assertThat(keys(path, "same", "same")).startsWith("HTTP/1.1 400");
        for (var character : List.of("k", "\u00e9", "\u2640", "\ud83c\udfc3")) {
            assertThat(keys(path, character.repeat(255))).as(character).startsWith("HTTP/1.1 200");
            assertThat(keys(path, character.repeat(256))).as(character).startsWith("HTTP/1.1 400");
        }
    }

    private static String keys(String path, String... keys) {
        return post(
                path,
                Arrays.stream(keys)
                        .map(key -> "Idempotency-Key: " + new String(key.getBytes(UTF_8), ISO_8859_1) + "\r\n")
                        .collect(Collectors.joining()));
    }

    private static String post(String path, String headers) {
        return RawHttp.exchange(
                RestAssured.port,
                "POST " + path + " HTTP/1.1\r\nHost: platform\r\nAuthorization: Bearer " + Tokens.person("ana")
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("run.harrier.testkit.input.RawHttp#unreadable")
    void what_cannot_be_read_is_refused_in_words(String head, int status) throws IOException {
        var path = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions";
        var answer = RawHttp.exchange(RestAssured.port, RawHttp.unreadable(head, path, Tokens.person("ana")));

        RawHttp.assertProblem(answer, status);
    }

    @ParameterizedTest
    @MethodSource("run.harrier.testkit.input.RawHttp#unreadableChunks")
    void chunks_that_cannot_be_read_are_refused_in_words(String chunks) throws IOException {
        var revisions = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions";
        // what is nowhere is answered before the chunks are read
        for (var answer : Map.of(revisions, 400, revisions + "/text", 400, "/nothing", 404)
                .entrySet()) {
            var head = head(answer.getKey()) + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";

            RawHttp.assertProblem(RawHttp.exchange(RestAssured.port, head + chunks), answer.getValue());
        }
    }

    @Test
    void a_client_that_waits_for_leave_to_send_too_much_is_refused_at_once() throws IOException {
        var path = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions/text";
        for (var length : List.of("2000000", "9223372036854775807")) {
            var head = head(path) + "Expect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n";

            RawHttp.assertProblem(RawHttp.exchange(RestAssured.port, head), 413);
        }
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nothing",
            value = {
                "[null]                                              | ``",
                "null                                                | ``",
                "7                                                   | ``",
                "{'part': 7}                                         | /part",
                "{'part': [null]}                                    | /part",
                "{'part': {'n': null}}                               | /part/n",
                "{'part': {'n': 'x'}}                                | /part/n",
                "{'part': {'n': 0}}                                  | /part/n",
                "{'part': {}}                                        | /part/n",
                "{'part': {'n': 1, 'odd/~': 2}}                      | /part/odd~1~0",
                "{'parts': [null]}                                   | /parts/0",
                "{'parts': [{'n': 1}, null]}                         | /parts/1",
                "{'parts': [{'n': 1}, 7]}                            | /parts/1",
                "{'parts': [{'n': 1}, [null]]}                       | /parts/1",
                "{'parts': {'n': 1}}                                 | /parts",
                "{'parts': [{'n': 1}, {'n': []}]}                    | /parts/1/n",
                "{'parts': [{'n': 1}, {'n': 1, 'text': 'too long'}]} | /parts/1/text",
                "{'parts': [{'n': 1, 'parts': [{'n': 1}, {'n': 0}]}]} | /parts/0/parts/1/n",
                "{'parts': [{'n': 1, 'parts': [{'n': 1}, null]}]}    | /parts/0/parts/1",
                "{'parts': [{'n': 1, 'parts': [{'n': 1}, {'n': {}}]}]} | /parts/0/parts/1/n",
                "{'rows': [[1], [1, null]]}                          | /rows/1/1",
                "{'rows': [[1], [1, 0]]}                             | /rows/1/1",
                "{'rows': [[1], [1, 'x']]}                           | /rows/1/1",
                "{'rows': [[1], null]}                               | /rows/1",
                "{'rows': [[1], 7]}                                  | /rows/1",
                "{'named': {'a/b~': {'n': 0}}}                       | /named/a~1b~0/n",
                "{'named': {'a/b~': {'n': 'x'}}}                     | /named/a~1b~0/n",
                "{'named': {'a': null}}                              | /named/a",
                "{'named': {'too long': {'n': 1}}}                   | /named/too long",
                "{'named': {'a': [7]}}                               | /named/a",
                "{'days': [null]}                                    | /days",
                "{'days': ['MONDAY', 'MONDAY', 'MON']}               | /days/2",
                "{'days': ['MONDAY', 7]}                             | /days/1",
                "{'days': 'MONDAY'}                                  | /days",
                "{'set': [{'n': 1}, {'n': 1}, {'n': 'x'}]}           | /set/2/n",
                "{'set': [{'n': 1}, {'n': 0}]}                       | /set",
                "{'set': [{'n': 1}, null]}                           | /set",
                "{'on': '2026-02-30'}                                | /on",
                "{'on': '2200-01-01'}                                | /on",
                "{'on': [2026, 9, 6]}                                | /on",
                "{'part': {'n': 1, 'n': 2}}                          | /part/n",
                "{'parts': [{'n': 1}, {'n': nope}]}                  | /parts/1/n",
            })
    void what_is_wrong_in_a_body_is_named_by_a_pointer_into_it(String body, String pointer) {
        given().auth()
                .oauth2(Tokens.person("ana"))
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/api/v1/athletes/" + anAthleteOf("ana") + "/shapes")
                .then()
                .statusCode(oneOf(400, 422))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_refusal_of_a_type_says_which_are_taken() throws IOException {
        var shapes = "/api/v1/athletes/" + anAthleteOf("ana") + "/shapes";
        for (var type : List.of("Content-Type: text/plain\r\n", "Content-Type: application/json;charset=utf-16\r\n")) {
            var sent = type + "Content-Length: 2\r\nConnection: close\r\n\r\n{}";
            var post = RawHttp.exchange(RestAssured.port, head(shapes) + sent);
            var patch = RawHttp.exchange(RestAssured.port, head(shapes).replace("POST", "PATCH") + sent);

            RawHttp.assertProblem(post, 415);
            assertThat(post).contains("\r\nAccept: application/json\r\n");
            RawHttp.assertProblem(patch, 415);
            assertThat(patch).contains("\r\nAccept-Patch: application/merge-patch+json, application/json\r\n");
        }
    }

    private static String head(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: platform\r\nAuthorization: Bearer " + Tokens.person("ana") + "\r\n";
    }

    @Test
    void a_request_that_was_mended_keeps_its_key() {
        var athlete = anAthleteOf("ana");
        addOnce(athlete, "mended", "{\"reason\": \"MOVED\", \"n\": 0}").statusCode(422);
        addOnce(athlete, "mended", "{").statusCode(400);
        addOnce(athlete, "mended", "{\"reason\": \"MOVED\", \"n\": 1}").statusCode(201);
    }

    @Test
    void a_parameter_that_is_not_declared_is_400_for_those_who_may_ask() {
        var athlete = anAthleteOf("ana");
        var path = "/api/v1/athletes/" + athlete + "/revisions?form=2026-11-23";
        given().auth()
                .oauth2(Tokens.person("ana"))
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("form"));
    }

    @Test
    void access_decided_in_the_operations_query_is_decided_before_its_body_is_read() {
        var athlete = anAthleteOf("ana");
        grant(athlete, "coach", "COACH");
        grant(athlete, "partner-demo", "PARTNER", "plan:write");
        note(athlete, Tokens.person("ana"), "k", "").statusCode(400);
        note(athlete, Tokens.person("coach"), "k", "").statusCode(403).body("type", problem("forbidden"));
        note(athlete, Tokens.partner("partner-demo", "plan:read"), "k", "")
                .statusCode(403)
                .body("type", problem("insufficient-scope"));
        note(athlete, Tokens.partner("partner-demo", "plan:write"), "k", "text").statusCode(200);
        note(athlete, Tokens.partner("other-partner", "plan:write"), "k", "").statusCode(503);
        note(anAthlete(), Tokens.person("ana"), "k", "").statusCode(503);
    }

    @Test
    void an_answer_that_was_kept_is_for_those_who_may_still_ask() {
        var athlete = anAthleteOf("ana");
        note(athlete, Tokens.person("ana"), "kept", "text").statusCode(200);
        note(athlete, Tokens.person("ana"), "kept", "text").statusCode(200);
        run("delete from access where athlete_id = $1", Tuple.of(athlete));
        note(athlete, Tokens.person("ana"), "kept", "text").statusCode(503);
    }

    @Test
    void the_second_caller_of_an_upload_waits_for_the_answer_of_the_first() throws Exception {
        var athlete = anAthleteOf("ana");
        try (var callers = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            var answers = callers.invokeAll(java.util.Collections.nCopies(
                    4,
                    () -> note(athlete, Tokens.person("ana"), "at-once", "text")
                            .statusCode(200)
                            .extract()
                            .asString()));
            assertThat(answers.stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void an_answer_names_its_request_and_is_kept_by_nobody() {
        var path = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions";
        given().auth()
                .oauth2(Tokens.person("ana"))
                .header("Request-Id", "morning-7")
                .get(path)
                .then()
                .statusCode(200)
                .header("Request-Id", "morning-7")
                .header("Cache-Control", "no-store")
                .header("Vary", "Authorization, Accept-Encoding");
        given().header("Request-Id", "morning-8")
                .get(path)
                .then()
                .statusCode(401)
                .header("Request-Id", "morning-8")
                .header("Cache-Control", "no-store")
                .body("instance", equalTo("urn:harrier:request:morning-8"));
        given().header("Request-Id", "not well-formed")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        var athlete = anAthleteOf("ana");
        given().auth()
                .oauth2(Tokens.person("ana"))
                .patch("/api/v1/athletes/" + athlete + "/revisions")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD, POST");
        given().auth()
                .oauth2(Tokens.person("ana"))
                .get("/api/v1/athletes/" + athlete + "/revisions/text")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void a_text_shows_what_it_holds_and_has_one_spelling() {
        var athlete = anAthleteOf("ana");
        for (var hidden : List.of("a\\u0085b", "a\\u2028b", "a\\u202eb", "\\u200b", "\\u3164")) {
            add(athlete, Tokens.person("ana"), "{\"reason\": \"" + hidden + "\", \"n\": 1}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/reason"));
        }
        add(athlete, Tokens.person("ana"), "{\"reason\": \"Zoe\\u0308\", \"n\": 1}")
                .statusCode(201)
                .body("reason", equalTo("Zo\u00eb"));
    }

    @Test
    void a_body_larger_than_the_service_takes_is_413() {
        var path = "/api/v1/athletes/" + anAthleteOf("ana") + "/revisions/text";
        var body = new byte[2 << 20];
        var request = given().auth().oauth2(Tokens.person("ana")).contentType("text/plain");
        request.body(body)
                .post(path)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", problem("too-large"));
        request.body(new java.io.ByteArrayInputStream(body)).post(path).then().statusCode(413);
    }

    @Test
    void json_has_limits_of_its_own_in_length_depth_and_names() {
        var athlete = anAthleteOf("ana");
        var ana = Tokens.person("ana");
        for (var tooMuch : List.of(" ".repeat(64 << 10), "\"" + "x".repeat(64 << 10) + "\": 1, ")) {
            add(athlete, ana, "{" + tooMuch + "\"reason\": \"moved\", \"n\": 1}")
                    .statusCode(413)
                    .body("type", problem("too-large"))
                    .body("detail", equalTo("JSON has at most 64 KiB."));
        }
        for (var malformed : List.of(
                "\"reason\": " + "[".repeat(1000) + "]".repeat(1000),
                "\"reason\": " + "{\"a\":".repeat(33) + "1" + "}".repeat(33),
                "\"" + "x".repeat(1000) + "\": 1")) {
            add(athlete, ana, "{" + malformed + "}").statusCode(400).body("type", problem("malformed"));
        }
        add(athlete, ana, "{" + " ".repeat(63 << 10) + "\"reason\": \"moved\", \"n\": 1}")
                .statusCode(201);
    }

    private static ValidatableResponse note(UUID athlete, String token, String key, String text) {
        return given().auth()
                .oauth2(token)
                .contentType("text/plain")
                .header("Idempotency-Key", key)
                .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/athletes/" + athlete + "/revisions/text")
                .then();
    }

    private static ValidatableResponse add(UUID athlete, String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/athletes/" + athlete + "/revisions")
                .then();
    }

    private static ValidatableResponse addOnce(UUID athlete, String key, String body) {
        return given().auth()
                .oauth2(Tokens.person("ana"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/athletes/" + athlete + "/revisions")
                .then();
    }

    private static ValidatableResponse read(UUID athlete, String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/athletes/" + athlete + "/revisions")
                .then();
    }

    private static org.hamcrest.Matcher<String> problem(String name) {
        return equalTo("urn:harrier:problem:" + name);
    }

    private static UUID anAthlete() {
        return UUID.randomUUID();
    }

    private UUID anAthleteOf(String subject) {
        var athlete = anAthlete();
        grant(athlete, subject, "ATHLETE");
        confirm(athlete);
        return athlete;
    }

    private void grant(UUID athlete, String subject, String relation, String... scopes) {
        run(
                "insert into access (athlete_id, subject, relation, scopes) values ($1, $2, $3, $4)",
                Tuple.of(athlete, subject, relation, scopes));
    }

    private void confirm(UUID athlete) {
        confirm(athlete, OffsetDateTime.now());
    }

    /** In real time: a confirmation is not measured by the business clock, which stands still in tests (D23). */
    private void confirm(UUID athlete, OffsetDateTime upTo) {
        run(
                "insert into shard_confirmation values ($1, $2) on conflict (shard) do update set confirmed_at = $2",
                Tuple.of(Shard.of(athlete), upTo));
    }

    private void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    private long count(String sql, UUID athlete) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(athlete))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<Integer> effects(UUID athlete) {
        return pool
                .preparedQuery("select n from effect where athlete_id = $1 order by arrived")
                .execute(Tuple.of(athlete))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getInteger(0))
                .toList();
    }

    private static String revised(UUID athlete, UUID session) {
        return """
                {"athleteId": "%s", "sessionId": "%s", "n": 7, "reason": "MOVED", "on": "2026-09-10"}""".formatted(athlete, session);
    }

    private void send(UUID athlete, UUID event, long sequence, String data) {
        var record = new ProducerRecord<>(Topic.PLAN_EVENTS, Shard.of(athlete), athlete.toString(), data);
        record.headers()
                .add(EventHeader.ID, event.toString().getBytes())
                .add(EventHeader.SUBJECT, athlete.toString().getBytes())
                .add(EventHeader.TYPE, "run.harrier.plan-revised.v1".getBytes())
                .add(EventHeader.TIME, "2026-09-10T08:00:00Z".getBytes())
                .add(EventHeader.SEQUENCE, Long.toString(sequence).getBytes());
        try (var producer = new KafkaProducer<>(
                java.util.Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }
}
