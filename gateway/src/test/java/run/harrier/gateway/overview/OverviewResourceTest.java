package run.harrier.gateway.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;

/** The squad's morning (U1): one call to each service, joined, worst first. */
@QuarkusTest
@WithTestResource(OidcIssuer.class)
@WithTestResource(SquadServiceStubs.class)
class OverviewResourceTest {

    @Test
    void the_worst_comes_first_and_then_the_names() {
        overview(SquadServiceStubs.THREE, "")
                .statusCode(200)
                .contentType("application/json")
                .body("items.displayName", contains("Ben", "ana", "Chen"))
                .body("items[0].athleteId", equalTo(SquadServiceStubs.BEN))
                .body("items[0].readiness", equalTo("REST"))
                .body("items[0].findings.code", contains("OVERREACHING", "OFF_PLAN", "SILENT"))
                .body("items[0].findings[0].severity", equalTo("WARN"))
                .body("items[0].findings[0].text", equalTo("much"))
                .body("items[0].findings[0].coachText", equalTo("too much"))
                .body("items[0].findings[0].confidence", equalTo(1f))
                .body(
                        "items[0].findings[1].coachText",
                        equalTo(
                                "Tuesday's intervals were missed. 1 of 50 planned minutes run from Monday to yesterday."))
                .body("items[0].week.offPlan.verdict", contains("MISSED"))
                .body("items[0].week.offPlan[0].kind", equalTo("INTERVAL"))
                .body("items[0].week.offPlan[0].on", equalTo("2026-11-24"))
                .body("items[0].acwr", nullValue())
                .body("items[1].acwr.value", equalTo(1.1f))
                .body("items[1].acwr.method", equalTo("COUPLED"))
                .body("items[1].week.plannedSeconds", equalTo(18000))
                .body("items[1].week.doneSeconds", equalTo(6100))
                .body("items[1].findings", hasSize(0))
                .body("items[1].week.offPlan", hasSize(0))
                .body("items[2].week.plannedSeconds", equalTo(0));
    }

    @Test
    void top_shortens_it() {
        overview(SquadServiceStubs.THREE, "?top=1&on=2026-11-25")
                .statusCode(200)
                .body("items.displayName", contains("Ben"));
        for (var top : new String[] {"0", "-1", "many", "5001", "1e3", "99999999999"}) {
            overview(SquadServiceStubs.THREE, "?top=" + top)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:harrier:problem:malformed"))
                    .body("errors.parameter", contains("top"));
        }
        overview(SquadServiceStubs.THREE, "?topp=1").statusCode(400).body("errors.parameter", contains("topp"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 3000})
    void a_squad_of_any_size_is_one_call_to_each_service(int size) {
        for (int times = 1; times <= 2; times++) {
            overview(SquadServiceStubs.counted(size), "")
                    .statusCode(200)
                    .body("items", hasSize(size))
                    .body("items[0].displayName", equalTo("asked " + times))
                    .body("items[%d].week.plannedSeconds".formatted(size - 1), equalTo(times));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "00000000-0000-7000-8000-000000000002, 404, not-found",
        "00000000-0000-7000-8000-000000000003, 403, forbidden",
        "00000000-0000-7000-8000-000000000006, 404, not-found",
        "00000000-0000-7000-8000-000000000007, 400, malformed",
        "nonsense,                             404, not-found",
    })
    void a_refusal_is_passed_on(String squad, int status, String name) {
        overview(squad, "")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:" + name));
    }

    @Test
    void half_an_overview_is_none() {
        away(SquadServiceStubs.LOAD_FAILS, "load-service");
        away(SquadServiceStubs.PLANS_DROP, "plan-service");
    }

    @Test
    void nobody_comes_in_without_a_token() {
        given().get(path(SquadServiceStubs.THREE))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:unauthorized"));
        given().header("Authorization", "Bearer " + Tokens.expired("coach"))
                .get(path(SquadServiceStubs.THREE))
                .then()
                .statusCode(401);
    }

    @Test
    void a_connection_that_closes_under_a_request_is_no_service_that_is_away() {
        overview(SquadServiceStubs.PLANS_DROP_ONCE, "").statusCode(200);
    }

    @Test
    void nothing_else_is_done_with_it() {
        given().header("Authorization", "Bearer " + Tokens.person("coach"))
                .post(path(SquadServiceStubs.THREE))
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }

    private static void away(String squad, String service) {
        overview(squad, "")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString(service));
    }

    private static ValidatableResponse overview(String squad, String query) {
        return given().header("Authorization", "Bearer " + Tokens.person("coach"))
                .get(path(squad) + query)
                .then();
    }

    private static String path(String squad) {
        return "/api/v1/squads/" + squad + "/overview";
    }
}
