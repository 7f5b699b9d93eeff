package run.harrier.plan.generation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.devstack.test.Backing;
import run.harrier.devstack.test.Tokens;
import run.harrier.plan.AthleteService;
import run.harrier.plan.TestClock;

/** Plans over HTTP, from a wish to what is kept. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PlanResourceTest {
    @Inject
    AthleteService athletes;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void a_wish_against_a_rule_is_422_with_the_rule() {
        generate(athletes.anyAthlete(), "{\"kind\": \"RACE\", \"start\": \"2026-11-23\"}")
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:harrier:problem:against-rule"))
                .body("rule", equalTo("S1"));
    }

    private static ValidatableResponse generate(UUID athlete, String wish) {
        return given().auth()
                .oauth2(Tokens.person("ana"))
                .contentType("application/json")
                .body(wish)
                .post("/api/v1/athletes/" + athlete + "/plans")
                .then();
    }
}
