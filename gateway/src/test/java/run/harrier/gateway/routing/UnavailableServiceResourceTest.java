package run.harrier.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;

/** The plan-service is not there; the gateway waits half a second for the other services. */
@QuarkusTest
@TestProfile(UnavailableServiceResourceTest.Away.class)
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class UnavailableServiceResourceTest {

    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("harrier.plan.url", "http://localhost:1", "harrier.forwarding.idle-timeout", "500ms");
        }
    }

    @Test
    void an_owner_that_is_down_is_a_503() {
        assertAway("plan-service", get("/api/v1/athletes/1/plans", "nothing"));
        assertAway(
                "plan-service",
                given().header("Authorization", "Bearer " + Tokens.person("ana"))
                        .body(new byte[1_000_000])
                        .post("/api/v1/athletes/1/plans"));
    }

    @Test
    void an_owner_that_does_not_answer_in_time_is_a_503() {
        assertAway("load-service", get("/api/v1/athletes/1/load", "silence"));
    }

    @Test
    void the_other_owners_go_on() {
        get("/api/v1/athletes/1", "nothing").then().statusCode(200).body("owner", equalTo("athlete-service"));
    }

    @Test
    void the_gateway_is_ready_without_its_owners() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void a_document_that_would_not_be_whole_is_not_given() {
        given().get("/openapi")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("urn:harrier:problem:unavailable"))
                .body("detail", equalTo("The plan-service is away, so the document would not be whole."));
    }

    private static Response get(String path, String wish) {
        return given().header("Authorization", "Bearer " + Tokens.person("ana"))
                .header("X-Answer", wish)
                .get(path);
    }

    private static void assertAway(String service, Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("urn:harrier:problem:unavailable"))
                .body("detail", equalTo("The " + service + " is away, or did not answer in time."));
    }
}
