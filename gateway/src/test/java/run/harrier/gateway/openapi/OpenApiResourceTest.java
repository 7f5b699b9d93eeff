package run.harrier.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.openapi.OpenApiDocument;
import run.harrier.testkit.openapi.Operation;

@QuarkusTest
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class OpenApiResourceTest {

    @Test
    void one_document_describes_all_of_harrier_to_everybody() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", equalTo("max-age=60"))
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Harrier"))
                .body("servers.url", equalTo(List.of("/")))
                .body("paths", hasKey("/api/v1/athletes/{athleteId}/fitness"))
                .body("paths", hasKey("/api/v1/athletes/{athleteId}/sessions"))
                .body("paths", hasKey("/api/v1/athletes/{athleteId}/load"))
                .body("paths", hasKey("/openapi"))
                .body("paths", hasKey("/api/v1/squads/{squadId}/overview"))
                .body("paths.keySet()", hasSize(5))
                .body("paths.'/api/v1/athletes/{athleteId}/load'.get.operationId", equalTo("LoadResource_get"))
                .body("tags.name", hasItem("Sessions"))
                .body("components.securitySchemes.keySet()", equalTo(Set.of("bearer")))
                .body(
                        "components.schemas.keySet()",
                        equalTo(Set.of(
                                "Zone",
                                "FitnessView",
                                "Problem",
                                "Plan_Zone",
                                "Step",
                                "SessionView",
                                "Load_Step",
                                "DayView",
                                "OverviewView",
                                "AthleteView",
                                "WeekView",
                                "OffPlanSession",
                                "OverviewAcwr",
                                "OverviewFinding",
                                "Severity")));
    }

    /** The gateway's own operations only; the services' tests check theirs. */
    @Test
    void its_own_operations_say_all_that_those_of_the_services_say() {
        var document = OpenApiDocument.of(given().get("/openapi").asString());
        assertThat(document.operations()).hasSize(4);
        assertThat(document.flaws())
                .filteredOn(flaw -> flaw.contains("overview"))
                .isEmpty();
        assertThat(document.wrongExamples()).isEmpty();
        assertThat(document.operations())
                .filteredOn(operation -> operation.path().endsWith("/overview"))
                .extracting(Operation::relations)
                .containsExactly(Set.of("ASSISTANT", "COACH"));
    }

    @Test
    void every_reference_leads_somewhere() {
        var document = new JsonObject(given().get("/openapi").asString());
        var references = references(document);

        assertThat(references).hasSizeGreaterThan(10);
        for (String reference : references) {
            Object node = document;
            for (String step : reference.substring("#/".length()).split("/")) {
                node = ((JsonObject) node).getValue(step);
                assertThat(node).as(reference).isNotNull();
            }
        }
    }

    private static List<String> references(Object node) {
        var found = new ArrayList<String>();
        switch (node) {
            case JsonObject object -> {
                for (Map.Entry<String, Object> entry : object) {
                    if (entry.getKey().equals("$ref")) {
                        found.add((String) entry.getValue());
                    }
                    found.addAll(references(entry.getValue()));
                }
            }
            case JsonArray array -> array.forEach(item -> found.addAll(references(item)));
            case null, default -> {}
        }
        return found;
    }
}
