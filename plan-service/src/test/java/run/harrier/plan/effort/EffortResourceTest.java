package run.harrier.plan.effort;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.server.PostgresAndKafka;

/** S5 over HTTP. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class EffortResourceTest {

    @Test
    void an_effort_has_its_talk_test_and_zones() {
        get("?rpe=9")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].rpe", equalTo(9))
                .body("items[0].name", equalTo("very hard"))
                .body("items[0].talkTest", equalTo("SINGLE_WORDS"))
                .body("items[0].talkTestText", equalTo("One word, then a breath."))
                .body("items[0].strain", equalTo("HARD"))
                .body("items[0].zones", contains("INTERVAL", "REPETITION"));
    }

    @Test
    void a_zone_has_its_efforts() {
        get("?zone=THRESHOLD").statusCode(200).body("items.rpe", contains(5, 6, 7, 8));
        get("?zone=THRESHOLD&rpe=3").statusCode(200).body("items", hasSize(0));
        get("").statusCode(200).body("items.rpe", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    @Test
    void what_is_no_effort_or_zone_is_refused_with_its_name() {
        get("?rpe=11").statusCode(400).body("errors.parameter", contains("rpe"));
        get("?rpe=0").statusCode(400).body("errors.parameter", contains("rpe"));
        get("?zone=FASTER").statusCode(400).body("errors.parameter", contains("zone"));
    }

    @Test
    void any_token_will_do_and_none_will_not() {
        given().header("Authorization", "Bearer " + Tokens.partner("somebodys-client"))
                .get("/api/v1/efforts")
                .then()
                .statusCode(200);
        given().get("/api/v1/efforts").then().statusCode(401);
    }

    private static ValidatableResponse get(String query) {
        return given().header("Authorization", "Bearer " + Tokens.person("anybody"))
                .get("/api/v1/efforts" + query)
                .then();
    }
}
