package run.harrier.testkit.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import run.harrier.testkit.database.DatabaseRows;

/**
 * Every operation of a service's OpenAPI document against input that it has to refuse, sent by somebody who may call
 * it: each field of the body and each parameter in turn ({@link BadBodies}, {@link BadValues}), headers that say what
 * is not so, and the example body with bytes of it changed at random. Whatever comes, the answer is no error of the
 * service; a refusal is a problem of a known type that names the field; and after refusals the database holds what it
 * held ({@link DatabaseRows}).
 */
public final class BadInput {
    private static final long SEED = 20_261_122;
    private static final int RANDOM_BODIES = 25;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<Integer> OF_INPUT = Set.of(400, 422);
    /** A longer body is refused before it is read. */
    private static final int LONGEST_JSON = 64 << 10;

    private static final Pattern TYPE = Pattern.compile("urn:harrier:problem:[a-z-]+");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final JsonNode document;
    private final Map<String, String> path;
    private final Map<String, String> callers;

    private BadInput(Map<String, String> path, Map<String, String> callers) {
        this.path = path;
        this.callers = callers;
        this.document = json(
                send(HttpRequest.newBuilder(address("/q/openapi?format=json"))).body());
    }

    /**
     * A test for each operation of the service that the running {@code @QuarkusTest} has started.
     *
     * @param path the value of each path parameter, of things that exist
     * @param callers the token of the caller by relation: ATHLETE, COACH
     */
    public static Stream<DynamicTest> of(Map<String, String> path, Map<String, String> callers) {
        var input = new BadInput(path, callers);
        return input.document.path("paths").properties().stream()
                .flatMap(at -> at.getValue().properties().stream()
                        .filter(op -> METHODS.contains(op.getKey()))
                        .map(op -> input.new Operation(op.getKey(), at.getKey(), op.getValue())))
                .map(op -> DynamicTest.dynamicTest("%s takes nothing bad (seed %d)".formatted(op, SEED), op::refuses));
    }

    /** @param pointer what the answer has to name; null for nothing, empty for the whole body */
    private record Try(
            String name, HttpRequest request, @Nullable String pointer, Set<Integer> expected) {}

    private record Answer(int status, String type, String body) {}

    private final class Operation {
        private final String method;
        private final String template;
        private final JsonNode json;

        Operation(String method, String template, JsonNode json) {
            this.method = method;
            this.template = template;
            this.json = json;
        }

        void refuses() throws SQLException {
            var refused = new ArrayList<Try>();
            var survived = new ArrayList<Try>();
            bodies(refused, survived);
            values(refused, survived);
            headers(refused);
            elsewhere(refused);
            var flaws = new ArrayList<String>();
            survived.stream().filter(one -> judge(one, flaws) >= 400).forEach(refused::add);
            try (var database = DatabaseRows.database()) {
                var before = DatabaseRows.in(database);
                refused.forEach(one -> judge(one, flaws));
                if (!DatabaseRows.in(database)
                        .equals(before)) { // perhaps by an event of another test: then not once more
                    before = DatabaseRows.in(database);
                    refused.forEach(one -> judge(one, flaws));
                    DatabaseRows.in(database)
                            .differingFrom(before)
                            .forEach(table -> flaws.add("something was stored in " + table));
                }
            }
            Assertions.assertThat(flaws.stream().distinct()).as(toString()).isEmpty();
        }

        private int judge(Try one, List<String> flaws) {
            var answer = send(one.request());
            var what = one.name() + " -> " + answer.status() + " "
                    + (answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body());
            if (answer.status() >= 500
                    || (!one.expected().isEmpty() && !one.expected().contains(answer.status()))) {
                flaws.add("status: " + what);
            } else if (answer.status() >= 400) {
                var problem = json(answer.body());
                if (!answer.type().startsWith("application/problem+json")
                        || !TYPE.matcher(problem.path("type").asText()).matches()
                        || problem.path("status").asInt() != answer.status()) {
                    flaws.add("no problem (" + answer.type() + "): " + what);
                } else if (one.pointer() != null && OF_INPUT.contains(answer.status()) && !names(problem, one)) {
                    flaws.add("does not name " + one.pointer() + ": " + what);
                }
            }
            return answer.status();
        }

        private static boolean names(JsonNode problem, Try one) {
            for (var flaw : problem.path("errors")) {
                var pointer = flaw.path(flaw.has("parameter") ? "parameter" : "pointer")
                        .asText();
                if (pointer.equals(one.pointer()) || pointer.startsWith(one.pointer() + "/")) {
                    return true;
                }
            }
            return false;
        }

        private void bodies(List<Try> refused, List<Try> survived) {
            var example = example();
            if (example == null) {
                return;
            }
            var faults = BadBodies.of(document, content().path("schema"), example, method.equals("patch"));
            for (var fault : faults) {
                var request = request(there(), mediaType(), BodyPublishers.ofString(fault.body()));
                (fault.certain() ? refused : survived)
                        .add(new Try(
                                fault.name(),
                                request,
                                fault.certain() ? fault.pointer() : null,
                                fault.certain() ? refusals(fault.body()) : Set.<Integer>of()));
            }
            var random = new Random(SEED + toString().hashCode());
            for (int i = 0; i < RANDOM_BODIES; i++) {
                var bytes = example.toString().getBytes(StandardCharsets.UTF_8);
                for (int n = random.nextInt(3); n >= 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                var name = "bytes " + new String(bytes, StandardCharsets.ISO_8859_1);
                survived.add(new Try(
                        name,
                        request(there(), mediaType(), BodyPublishers.ofByteArray(bytes)),
                        null,
                        Set.<Integer>of()));
            }
            for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
                var request = request(there(), type, BodyPublishers.ofString(example.toString()));
                refused.add(new Try("the type " + type, request, null, Set.of(415)));
            }
            for (var type : jsonTypes()) {
                for (var nothing : List.of("", " ", "null", " null ", "\ufeff", "\ufeffnull")) {
                    var request = request(there(), type, BodyPublishers.ofString(nothing));
                    refused.add(new Try("nothing but '" + nothing + "' of " + type, request, "", OF_INPUT));
                }
                for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
                    var request = request(there(), type, BodyPublishers.ofByteArray("null".getBytes(encoding)));
                    refused.add(new Try("null in " + encoding + " of " + type, request, "", OF_INPUT));
                }
            }
            for (var type : bodyTypes()) {
                var plain = request(there(), type, BodyPublishers.noBody());
                var gzip = HttpRequest.newBuilder(plain, (name, value) -> true)
                        .header("Content-Encoding", "gzip")
                        .build();
                refused.add(new Try("nothing of " + type, plain, null, OF_INPUT));
                var coded = type.endsWith("json") ? Set.of(415) : OF_INPUT;
                refused.add(new Try("nothing of " + type + " in gzip", gzip, null, coded));
            }
            for (var type : jsonTypes()) {
                var utf16 = request(there(), type + ";charset=utf-16", BodyPublishers.ofString(example.toString()));
                refused.add(new Try("the charset UTF-16 of " + type, utf16, null, Set.of(415)));
            }
            for (var nothing : List.of("", "null")) {
                var request = request(there(), "", BodyPublishers.ofString(nothing));
                refused.add(new Try("nothing but '" + nothing + "' of no type", request, null, Set.of(400, 415, 422)));
            }
            for (var type : List.of("nonsense", "application/", "application/json; charset=nope", "")) {
                var request = request(there(), type, BodyPublishers.ofString(example.toString()));
                survived.add(new Try("the type '" + type + "'", request, null, Set.<Integer>of()));
            }
        }

        private static Set<Integer> refusals(String body) {
            return body.length() > LONGEST_JSON ? Set.of(413) : OF_INPUT;
        }

        private void values(List<Try> refused, List<Try> survived) {
            var body = example() == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
            for (var parameter : json.path("parameters")) {
                var name = parameter.path("name").asText();
                var schema = parameter.path("schema");
                switch (parameter.path("in").asText()) {
                    case "query" -> {
                        for (var value : BadValues.ofQuery(name, resolved(schema))) {
                            refused.add(new Try(
                                    name + "=" + value,
                                    request(query(name, value), mediaType(), body),
                                    name,
                                    OF_INPUT));
                        }
                        refused.add(new Try(
                                name + " twice",
                                request(query(name, "1") + "&" + name + "=1", mediaType(), body),
                                name,
                                Set.of(400)));
                        for (var value : BadValues.ODD) {
                            survived.add(new Try(
                                    name + "=" + value,
                                    request(query(name, value), mediaType(), body),
                                    null,
                                    Set.<Integer>of()));
                        }
                    }
                    case "path" -> {
                        for (var value : BadValues.ofPath(name)) {
                            var there = there(Map.of(name, value));
                            refused.add(new Try(
                                    "{" + name + "} is " + value,
                                    request(there, mediaType(), body),
                                    null,
                                    Set.of(400, 404, 405, 422)));
                        }
                    }
                    default -> {}
                }
            }
            var names = json.path("parameters").findValuesAsText("name");
            if (names.contains("from") && names.contains("to")) {
                for (var range : List.of("from=2026-03-02&to=2026-03-01", "from=2020-01-01&to=2023-01-04")) {
                    refused.add(new Try(range, request(there() + "?" + range, mediaType(), body), "to", OF_INPUT));
                }
            }
        }

        private void headers(List<Try> refused) {
            var example = example();
            var body = example == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
            if (method.equals("post")) {
                for (var key : List.of("k".repeat(300), " ")) {
                    var request = HttpRequest.newBuilder(request(there(), mediaType(), body), (name, value) -> true)
                            .header("Idempotency-Key", key)
                            .build();
                    refused.add(new Try("a key of " + key.length(), request, "Idempotency-Key", Set.of(400)));
                }
            }
            if (!json.path("parameters").findValuesAsText("name").contains("If-Match")) {
                return;
            }
            for (var tag : List.of("nonsense", "\"", "\"-1\", W/\"1\",,", "é")) {
                var sent = example == null ? BodyPublishers.noBody() : BodyPublishers.ofString(example.toString());
                var request = HttpRequest.newBuilder(request(there(), mediaType(), sent), (name, value) -> true)
                        .header("If-Match", tag)
                        .build();
                refused.add(new Try("If-Match: " + tag, request, null, Set.of(400, 412)));
            }
        }

        private void elsewhere(List<Try> refused) {
            var unknown = request(there() + "/unheard-of/thing", mediaType(), BodyPublishers.noBody());
            refused.add(new Try("an unknown path", unknown, null, Set.of(404, 405)));
            var trace = HttpRequest.newBuilder(address(there())).method("UNHEARDOF", BodyPublishers.noBody());
            refused.add(new Try("an unknown method", trace.build(), null, Set.of(401, 404, 405)));
        }

        private HttpRequest request(String there, String type, BodyPublisher body) {
            var relations = json.path("x-allowed-relations").toString();
            var caller = !relations.contains("ATHLETE") && relations.contains("COACH") ? "COACH" : "ATHLETE";
            var request = HttpRequest.newBuilder(address(there))
                    .header("Authorization", "Bearer " + callers.get(caller))
                    .method(method.toUpperCase(java.util.Locale.ROOT), body);
            if (json.has("requestBody") && !type.isEmpty()) {
                request.header("Content-Type", type);
            }
            return request.build();
        }

        private String there() {
            return there(Map.of());
        }

        private String there(Map<String, String> otherwise) {
            var there = template;
            for (var parameter :
                    Pattern.compile("\\{(\\w+)}").matcher(template).results().toList()) {
                var name = parameter.group(1);
                var value = otherwise.getOrDefault(name, path.getOrDefault(name, ""));
                Assertions.assertThat(value)
                        .as("a value for {%s} of %s", name, template)
                        .isNotEmpty();
                there = there.replace(parameter.group(), encoded(value));
            }
            return there;
        }

        private String query(String name, String value) {
            return there() + "?" + name + "=" + encoded(value);
        }

        private @Nullable ObjectNode example() {
            return content().at("/examples/example/value") instanceof ObjectNode example ? example : null;
        }

        private JsonNode content() {
            return json.path("requestBody").path("content").path(mediaType());
        }

        /** The first JSON type that the operation takes. */
        private String mediaType() {
            return jsonTypes().stream().findFirst().orElse("application/json");
        }

        private List<String> jsonTypes() {
            return bodyTypes().stream().filter(type -> type.endsWith("json")).toList();
        }

        private List<String> bodyTypes() {
            return json.path("requestBody").path("content").properties().stream()
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static URI address(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse("none"),
                    answer.body());
        } catch (IOException e) {
            return new Answer(599, "none", "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
