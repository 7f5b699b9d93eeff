package run.harrier.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;

/** With a document that is never fresh enough, so that each request reads the services' documents again. */
@QuarkusTest
@TestProfile(StaleOpenApiResourceTest.Impatient.class)
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class StaleOpenApiResourceTest {

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("harrier.openapi.max-age", "0s");
        }
    }

    @Test
    void the_last_document_stays_while_a_service_is_away() {
        var before = given().get("/openapi").then().statusCode(200).extract().asString();
        given().header("Authorization", "Bearer " + Tokens.person("ana"))
                .header("X-Answer", "forget")
                .get("/api/v1/athletes/1/load")
                .then()
                .statusCode(200);

        var after = given().get("/openapi").then().statusCode(200).extract().asString();
        assertThat(after).isEqualTo(before);
    }
}
