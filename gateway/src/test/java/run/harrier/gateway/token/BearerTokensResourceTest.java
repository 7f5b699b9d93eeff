package run.harrier.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.openapi.OpenApiDocument;

@QuarkusTest
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class BearerTokensResourceTest {
    private static final String ANYTHING = "/api/v1/athletes/me";

    @Inject
    MeterRegistry meters;

    static Stream<Arguments> refused() {
        var requests = new TreeMap<String, Supplier<RequestSpecification>>(Map.of(
                "nobody",
                () -> given(),
                "a browser",
                () -> given().header("Accept", "text/html,application/xhtml+xml")
                        .header("User-Agent", "Mozilla/5.0")
                        .redirects()
                        .follow(false),
                "a password",
                () -> given().header("Authorization", "Basic YW5hOmFuYQ=="),
                "two tokens",
                () -> bearer(Tokens.person("ana")).header("Authorization", "Bearer " + Tokens.person("ben"))));
        Tokens.refused("ana").forEach((why, token) -> requests.put("a token: " + why, () -> bearer(token)));
        return requests.entrySet().stream().map(named -> Arguments.of(named.getKey(), named.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void everybody_without_a_valid_access_token_gets_a_problem(String who, Supplier<RequestSpecification> request) {
        for (int i = 0; i < 2; i++) {
            request.get()
                    .get(ANYTHING)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("type", equalTo("urn:harrier:problem:unauthorized"))
                    .body("title", notNullValue())
                    .body("status", equalTo(401))
                    .body("detail", notNullValue());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void the_token_is_asked_for_before_the_address_is_looked_at(String who, Supplier<RequestSpecification> request) {
        request.get().get("/api/v1/nothing").then().statusCode(401);
        request.get().body(new byte[100]).post("/api").then().statusCode(401);
    }

    @Test
    void no_operation_of_the_document_is_done_without_one() {
        var operations = OpenApiDocument.of(given().get("/openapi").asString()).operations();
        assertThat(operations).hasSizeGreaterThan(3);
        for (var operation : operations) {
            var address = operation.path().replaceAll("\\{\\w+}", "0198c9e2-7a40-7c3e-9d11-3f6f6f6f6f6f");
            given().request(operation.method(), address).then().statusCode(401);
            Tokens.refused("ana")
                    .forEach((why, token) -> bearer(token)
                            .request(operation.method(), address)
                            .then()
                            .statusCode(401)
                            .contentType("application/problem+json")
                            .header("WWW-Authenticate", equalTo("Bearer")));
        }
    }

    @Test
    void a_person_and_a_partner_come_in() {
        bearer(Tokens.person("ana")).get(ANYTHING).then().statusCode(200);
        bearer(Tokens.partner("partner-demo", "plan:read")).get(ANYTHING).then().statusCode(200);
    }

    @Test
    void the_scheme_may_be_written_in_any_case() {
        given().header("Authorization", "bearer " + Tokens.person("ana"))
                .get(ANYTHING)
                .then()
                .statusCode(200);
    }

    @Test
    void the_signature_of_a_token_is_checked_once() {
        var token = Tokens.person("verified-once");
        var before = verifications();
        for (int i = 0; i < 5; i++) {
            bearer(token).get(ANYTHING).then().statusCode(200);
        }

        assertThat(verifications() - before).isEqualTo(1);
    }

    @Test
    void a_refused_token_is_not_remembered_as_good() {
        var token = Tokens.wrongSignature("ana");
        var before = verifications();
        bearer(token).get(ANYTHING).then().statusCode(401);
        bearer(token).get(ANYTHING).then().statusCode(401);

        assertThat(verifications() - before).isEqualTo(2);
    }

    private double verifications() {
        return meters.counter("harrier.token.verifications").count();
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
