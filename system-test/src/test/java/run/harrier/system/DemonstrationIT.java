package run.harrier.system;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.demo.DemoSquad;
import run.harrier.testkit.openapi.OpenApiDocument;

/** The demonstration squad shows a coach one finding of each kind, and one reason of each kind not to be ready. */
@ExtendWith(RunningStack.class)
class DemonstrationIT {
    private static final List<String> ATHLETES = List.of("eva", "finn", "gus", "hana", "ida", "jon", "kai");

    /** What it does not show, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.of(
            "LOAD_RAISED", "it is the lesser of OVERREACHING: one athlete has one of the two, and jon has the worse",
            "SYMPTOMS", "an emergency is nothing to play with: the emergency line in it reads like a real one",
            "SYMPTOMS_STAND", "as SYMPTOMS, of an earlier morning",
            "STRANGE_HEART_RATE", "hana and kai have two other warning signs; it would take running from a third");

    @Test
    void the_demonstration_squad_shows_each_kind_of_finding_and_of_reason(Stack stack) {
        var config = stack.config();
        new DemoSquad(config.address(Part.GATEWAY), config.issuer(), RunningStack.TODAY).fill();
        var people = new People(config);
        var squad = people.as("dana")
                .get("/squads")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        var document = OpenApiDocument.of(given().get(config.address(Part.LOAD) + "/q/openapi?format=json")
                .asString());
        var kinds = kinds(document, "FindingCode");
        kinds.addAll(kinds(document, "ReasonCode"));
        assertThat(kinds).hasSizeGreaterThan(20).containsAll(NOT_SHOWN.keySet());
        kinds.removeAll(NOT_SHOWN.keySet());

        await().untilAsserted(() -> assertThat(shown(people, squad)).isEqualTo(kinds));
    }

    /** The findings of the squad's overview, and the reasons that each athlete sees and the coach of each. */
    private static Set<String> shown(People people, String squad) {
        List<List<String>> findings = people.as("dana")
                .get("/squads/{s}/overview", squad)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findings.code");
        var shown = findings.stream().flatMap(List::stream).collect(toCollection(TreeSet::new));
        for (var athlete : ATHLETES) {
            var id = people.as(athlete)
                    .get("/athletes/me")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("id");
            for (var reader : List.of(athlete, "dana")) {
                List<String> reasons = people.as(reader)
                        .get("/athletes/{a}/readiness", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("reasons.code");
                shown.addAll(reasons);
            }
        }
        return shown;
    }

    /** All values of an enumeration in the document of the service that has it. */
    private static Set<String> kinds(OpenApiDocument document, String schema) {
        var values = document.json().at("/components/schemas/" + schema + "/enum");
        assertThat(values.isArray()).as(schema).isTrue();
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toCollection(TreeSet::new));
    }
}
