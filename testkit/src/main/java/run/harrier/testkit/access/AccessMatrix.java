package run.harrier.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import run.harrier.testkit.openapi.OpenApiDocument;
import run.harrier.testkit.openapi.Operation;
import run.harrier.testkit.openapi.Operation.Body;

/**
 * Every operation that a running service describes, against everybody: who has no valid token gets 401, strangers get
 * what an unknown id gets (404), a wrong relation or a missing scope 403, all before the body is looked at; whoever may
 * call it gets as far as the body, and is answered when that is the document's own example. An id of somebody else, in
 * the path or the body, answers as an unknown one.
 */
public final class AccessMatrix {
    private static final List<String> PEOPLE = List.of("ATHLETE", "COACH", "ASSISTANT");
    private static final String ALL_SCOPES =
            "profile:read fitness:read results:write plan:read load:read activities:read activities:write wellness:read"
                    + " wellness:write";

    private static final Body NONE = new Body("", BodyPublishers.noBody());

    private final OpenApiDocument document;
    private final AccessScenario scene;
    private final Function<Operation, AccessScenario> fresh;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> refused;

    private AccessMatrix(AccessScenario scene, Function<Operation, AccessScenario> fresh) {
        this.document = OpenApiDocument.of(
                RestAssured.given().get("/q/openapi?format=json").asString());
        this.scene = scene;
        this.fresh = fresh;
        this.refused = Tokens.refused(scene.athlete());
    }

    /**
     * @param scene nothing happens to it
     * @param fresh a scene that the operation may change, with all that it needs to be done
     */
    public static Stream<DynamicNode> of(AccessScenario scene, Function<Operation, AccessScenario> fresh) {
        return new AccessMatrix(scene, fresh).tests();
    }

    private Stream<DynamicNode> tests() {
        var operations = document.operations();
        var before = readable(operations);
        return Stream.of(
                        Stream.<DynamicNode>of(dynamicTest(
                                "the document is whole",
                                () -> assertThat(document.flaws()).isEmpty())),
                        operations.stream().<DynamicNode>map(this::container),
                        Stream.<DynamicNode>of(dynamicTest(
                                "who was refused has changed nothing",
                                () -> assertThat(readable(operations)).isEqualTo(before))))
                .flatMap(Function.identity());
    }

    private DynamicNode container(Operation operation) {
        return dynamicContainer(
                operation.toString(),
                Stream.of(
                        test(operation, "says what D21 says", this::saysTheRule),
                        test(operation, "needs a valid token", this::needsToken),
                        test(operation, "is unknown to strangers", this::isUnknownToStrangers),
                        test(operation, "is forbidden to the wrong relation", this::isForbidden),
                        test(operation, "asks a partner for scope and consent", this::asksPartners),
                        test(operation, "lets a client act for a person within its scopes", this::servesDelegates),
                        test(operation, "has no way to what is somebody else's", this::hidesForeignIds),
                        test(operation, "is open to whom it is for", this::isOpen)));
    }

    /** The report of a failure does not name dynamic tests, so the failure does. */
    private static DynamicTest test(Operation operation, String name, Consumer<Operation> check) {
        return dynamicTest(name, () -> {
            try {
                check.accept(operation);
            } catch (AssertionError e) {
                throw new AssertionError(operation + " " + name + ": " + e.getMessage(), e);
            }
        });
    }

    private void saysTheRule(Operation operation) {
        assertThat(operation.relations()).isEqualTo(new TreeSet<>(AccessRule.relations(operation)));
        assertThat(operation.scope()).isEqualTo(AccessRule.scope(operation));
    }

    private void needsToken(Operation operation) {
        isUnauthorized("nobody", ask(operation, "", scene.ids(), true));
        refused.forEach((why, token) -> isUnauthorized(why, ask(operation, token, scene.ids(), true)));
    }

    private static void isUnauthorized(String why, HttpResponse<String> answer) {
        isProblem(why, answer, 401, "unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).as(why).hasValue("Bearer");
    }

    private void isUnknownToStrangers(Operation operation) {
        if (operation.relations().isEmpty()) {
            return;
        }
        var unknown = ask(operation, scene.token("ATHLETE", operation), scene.withUnknownOwners(), true);
        isProblem("of what is unknown", unknown, 404, "not-found");
        var strangers = operation.isAbout("athleteId") || operation.isAbout("invitationId")
                ? scene.strangers()
                : Stream.concat(scene.strangers().stream(), Stream.of(scene.athlete()))
                        .toList();
        for (var stranger : strangers) {
            isLike(stranger, ask(operation, Tokens.person(stranger), scene.ids(), true), unknown);
        }
    }

    private void isForbidden(Operation operation) {
        if (operation.relations().isEmpty()) {
            return;
        }
        for (var relation : PEOPLE) {
            var isSomethingToIt =
                    operation.isAbout("athleteId") || operation.isAbout("invitationId") || !relation.equals("ATHLETE");
            if (isSomethingToIt && !operation.relations().contains(relation)) {
                isProblem(
                        relation,
                        ask(operation, scene.token(relation, operation), scene.ids(), true),
                        403,
                        "forbidden");
            }
        }
    }

    private void asksPartners(Operation operation) {
        var scope = operation.scope();
        if (scope.equals("*") && operation.relations().isEmpty()) {
            isDone("a client without consent", operation, Tokens.partner("stranger-client"), scene);
            return;
        }
        if (!scope.equals("*")) {
            var others = Stream.of(ALL_SCOPES.split(" "))
                    .filter(other -> !other.equals(scope))
                    .toArray(String[]::new);
            var tokens = List.of(
                    Tokens.partner(scene.partner(), others),
                    Tokens.partner(scene.partner()),
                    Tokens.delegated(scene.athlete(), scene.partner(), others),
                    Tokens.delegated(scene.coach(), scene.partner()));
            for (var token : tokens) {
                for (var ids : List.of(scene.ids(), scene.withUnknownOwners())) {
                    isProblem("without the scope", ask(operation, token, ids, true), 403, "insufficient-scope");
                }
            }
        }
        if (!scope.isEmpty()) {
            for (var client : List.of("stranger-client", scene.athlete(), scene.narrowPartner())) {
                if (!scope.equals("*") || !client.equals(scene.narrowPartner())) {
                    var token = Tokens.partner(client, ALL_SCOPES);
                    isProblem(client, ask(operation, token, scene.ids(), true), 404, "not-found");
                }
            }
        }
    }

    /** A client that acts for a person gets as far as the person, when the scope is its own. */
    private void servesDelegates(Operation operation) {
        if (!operation.scope().isEmpty() && operation.reads()) {
            var token = Tokens.delegated(scene.athlete(), "another-client", operation.scope());
            isDone("a client for the athlete", operation, token, scene);
            if (operation.relations().isEmpty()) {
                return;
            }
            var stranger = Tokens.delegated(scene.otherAthlete(), scene.partner(), operation.scope());
            isProblem("a client for a stranger", ask(operation, stranger, scene.ids(), true), 404, "not-found");
        }
    }

    private void hidesForeignIds(Operation operation) {
        for (var parameter : operation.parameters()) {
            var isChosenByCaller = operation.method().equals("PUT") && !document.isUuid(operation, parameter);
            var foreign = scene.foreign().get(parameter);
            if (foreign == null && document.isUuid(operation, parameter)) {
                throw new AssertionError("the scene has no " + parameter + " of somebody else");
            }
            if (foreign != null && !isChosenByCaller) {
                isUnknown(operation, parameter, foreign);
            }
        }
        for (var field : document.idFields(operation)) {
            var foreign = scene.foreign().get(field);
            if (foreign == null) {
                throw new AssertionError("the scene has no " + field + " of somebody else");
            }
            isUnknown(operation, field, foreign);
        }
    }

    /** By everybody who may call it, with a good body. */
    private void isUnknown(Operation operation, String name, String foreign) {
        var nothing = document.isUuid(operation, name)
                ? UUID.randomUUID().toString()
                : foreign.matches("20\\d\\d-\\d\\d-\\d\\d")
                        ? "19" + foreign.substring(2) // a day has to be one
                        : foreign.replaceAll("[0-9]", "1").replaceAll("[A-Z]", "X");
        for (var relation : operation.relations()) {
            var unknown = ask(operation, scene.token(relation, operation), scene.with(name, nothing), false);
            assertThat(unknown.statusCode())
                    .as(relation + " and unknown " + name)
                    .isIn(403, 404);
            isLike(
                    relation + " and somebody else's " + name,
                    ask(operation, scene.token(relation, operation), scene.with(name, foreign), false),
                    unknown);
        }
    }

    private void isOpen(Operation operation) {
        if (operation.relations().isEmpty()) {
            var anybody = operation.reads()
                    ? scene.token("ATHLETE", operation)
                    : Tokens.person("anybody-" + UUID.randomUUID());
            isDone("anybody", operation, anybody, scene);
        }
        for (var relation : operation.relations()) {
            if (operation.hasBody()) {
                var answer = ask(operation, scene.token(relation, operation), scene.ids(), true);
                isProblem(relation, answer, 400, "malformed");
            }
            var stage = operation.reads() ? scene : fresh.apply(operation);
            isDone(relation, operation, stage.token(relation, operation), stage);
        }
    }

    private void isDone(String who, Operation operation, String token, AccessScenario stage) {
        for (var body : operation.hasBody() ? operation.examples(stage.ids()) : List.of(NONE)) {
            var answer = send(operation, token, stage.ids(), body);
            assertThat(answer.statusCode()).as(who + ": " + answer.body()).isBetween(200, 299);
        }
    }

    /** What the people who may read it read of the scene, by operation. */
    private Map<String, String> readable(List<Operation> operations) {
        var answers = new TreeMap<String, String>();
        operations.stream()
                .filter(Operation::reads)
                .filter(operation -> !operation.relations().isEmpty())
                .forEach(operation -> {
                    var reader = operation.relations().contains("ATHLETE") ? "ATHLETE" : "COACH";
                    answers.put(
                            operation.toString(),
                            ask(operation, scene.token(reader, operation), scene.ids(), false)
                                    .body());
                });
        return answers;
    }

    private static void isLike(String who, HttpResponse<String> answer, HttpResponse<String> unknown) {
        assertThat(answer.statusCode()).as(who).isEqualTo(unknown.statusCode());
        assertThat(answer.body()).as(who).isEqualTo(unknown.body());
    }

    private static void isProblem(String who, HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(who + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(who)
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .as(who)
                .contains("\"urn:harrier:problem:" + name + "\"", "\"status\":" + status)
                .doesNotContain("null");
    }

    private HttpResponse<String> ask(Operation operation, String token, Map<String, String> ids, boolean broken) {
        if (!operation.hasBody()) {
            return send(operation, token, ids, NONE);
        }
        return send(
                operation,
                token,
                ids,
                broken ? operation.broken() : operation.examples(ids).getFirst());
    }

    private HttpResponse<String> send(Operation operation, String token, Map<String, String> ids, Body body) {
        var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + operation.at(ids));
        var request = HttpRequest.newBuilder(address)
                .method(operation.method(), body.content())
                .header("Request-Id", "matrix"); // problems name it, and have to be the same
        if (operation.hasBody()) {
            request.header("Content-Type", body.mediaType());
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(String.valueOf(answer.statusCode()))
                    .as("documented for " + operation + ": " + answer.body())
                    .isIn(Set.copyOf(operation.statuses()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
