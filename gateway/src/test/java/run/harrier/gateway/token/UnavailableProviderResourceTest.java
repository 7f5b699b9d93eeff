package run.harrier.gateway.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.Tokens;

/** Nobody can say whether a token is good: the provider that publishes the keys is not there. */
@QuarkusTest
@TestProfile(UnavailableProviderResourceTest.Away.class)
@WithTestResource(ServiceStubs.class)
class UnavailableProviderResourceTest {

    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://localhost:1/realms/harrier");
        }
    }

    @Test
    void a_token_that_cannot_be_verified_is_neither_let_in_nor_called_bad() {
        given().header("Authorization", "Bearer " + Tokens.person("ana"))
                .get("/api/v1/athletes/me")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("urn:harrier:problem:unavailable"));
    }

    @Test
    void nobody_is_still_nobody() {
        given().get("/api/v1/athletes/me").then().statusCode(401);
    }

    @Test
    void the_gateway_is_ready_all_the_same() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
