package run.harrier.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;

@QuarkusTest
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class MetricsResourceTest {

    @Test
    void requests_are_counted_and_no_label_names_an_athlete() {
        var id = UUID.randomUUID().toString();
        given().header("Authorization", "Bearer " + Tokens.person("ana"))
                .get("/api/v1/athletes/" + id + "/plans")
                .then()
                .statusCode(200);
        given().get("/api/v1/athletes/" + id).then().statusCode(401);

        var metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("http_server_requests_seconds_count", "harrier_token_verifications_total")
                .doesNotContain(id);
    }
}
