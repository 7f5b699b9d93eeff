package run.harrier.athlete.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestSquad.anySquad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import run.harrier.devstack.test.Backing;
import run.harrier.devstack.test.Tokens;

/** Every operation of the OpenAPI document against everybody who may not call it (D21). */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class AccessMatrixResourceTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    record Op(String method, String path, JsonNode json) {
        List<String> relations() {
            var relations = new ArrayList<String>();
            json.path("x-allowed-relations").forEach(relation -> relations.add(relation.asText()));
            return relations;
        }

        boolean about(String parameter) {
            return path.contains("{" + parameter + "}");
        }

        int call(String token, UUID athlete, UUID squad) {
            var there = path.replace("{athleteId}", athlete.toString())
                    .replace("{squadId}", squad.toString())
                    .replace("{from}", "2026-01-01")
                    .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
            var request = given();
            if (token != null) {
                request.auth().oauth2(token);
            }
            if (json.has("requestBody")) {
                request.contentType("application/json").body("{broken");
            }
            return request.request(method.toUpperCase(java.util.Locale.ROOT), there)
                    .statusCode();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void every_operation_says_who_may_call_it_and_shows_a_body() throws Exception {
        var operations = operations();
        assertThat(operations).hasSizeGreaterThan(25);
        for (var op : operations) {
            assertThat(op.json().has("x-allowed-relations"))
                    .as(op + " says who")
                    .isTrue();
            assertThat(op.json().path("summary").asText())
                    .as(op + " has a summary")
                    .isNotBlank();
            assertThat(op.json().path("description").asText())
                    .as(op + " is described")
                    .contains("May be called by");
            assertThat(op.json().path("responses").has("401"))
                    .as(op + " can be 401")
                    .isTrue();
            op.json()
                    .path("requestBody")
                    .path("content")
                    .forEach(content -> assertThat(
                                    content.path("examples").path("example").has("value"))
                            .as(op + " shows a body")
                            .isTrue());
        }
    }

    /** D21, said a second time: the matrix below follows what the operations say themselves. */
    @Test
    void nothing_is_open_to_more_than_the_rule_allows() throws Exception {
        for (var op : operations()) {
            if (op.about("athleteId")) {
                assertThat(op.relations()).as(op + " is for the athlete").contains("ATHLETE");
                if (!op.method().equals("get")) {
                    assertThat(op.relations()).as(op + " writes").doesNotContain("ASSISTANT");
                }
                if (op.path().contains("/consents") || op.path().contains("/join-code")) {
                    assertThat(op.relations()).as(op + " is private").containsExactly("ATHLETE");
                }
                assertThat(op.json().has("x-partner-scope"))
                        .as(op + " has a scope if and only if it is for partners")
                        .isEqualTo(op.relations().contains("PARTNER"));
            } else if (op.about("squadId")) {
                assertThat(op.relations()).as(op + " is for a coach").contains("COACH");
                if (!op.method().equals("get") && !(op.method().equals("delete") && op.about("subject"))) {
                    assertThat(op.relations()).as(op + " writes").containsExactly("COACH");
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> nobody_does_what_is_not_theirs() throws Exception {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.join(athlete);
        var assistant = squad.nameAssistant();
        athlete.caller().put(athlete.path("/intake"), """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                 "habits": "UNKNOWN"}""").statusCode(200);
        athlete.caller().put(athlete.path("/heart-rate"), """
                {"maxBpm": 190, "restBpm": 50, "origin": "RACE", "measuredOn": "2026-01-01"}""").statusCode(200);
        var otherCoach = anySquad().coach();
        var otherAthlete = anyAthlete().subject();
        var removed = squad.nameAssistant();
        squad.caller().delete(squad.path("/coaches/" + removed)).statusCode(204);

        var people = new LinkedHashMap<String, String>();
        people.put("ATHLETE", athlete.subject());
        people.put("COACH", squad.coach());
        people.put("ASSISTANT", assistant);

        var tests = new ArrayList<DynamicTest>();
        for (var op : operations()) {
            tests.add(dynamicTest(op + " by nobody", () -> {
                assertThat(op.call(null, athlete.id(), squad.id())).isEqualTo(401);
                assertThat(op.call(Tokens.expired(athlete.subject()), athlete.id(), squad.id()))
                        .isEqualTo(401);
                assertThat(op.call(Tokens.wrongAudience(athlete.subject()), athlete.id(), squad.id()))
                        .isEqualTo(401);
            }));
            tests.add(dynamicTest(
                    op + " by a partner without the scope",
                    () -> assertThat(op.call(Tokens.partner("partner-demo", "none"), athlete.id(), squad.id()))
                            .isIn(op.json().path("x-partner-scope").asText().equals("*") ? Set.of(404) : Set.of(403))));
            if (op.relations().isEmpty()) {
                continue;
            }
            for (var stranger : List.of(anySubject(), otherCoach, otherAthlete, removed)) {
                tests.add(dynamicTest(
                        op + " by a stranger",
                        () -> assertThat(op.call(Tokens.person(stranger), athlete.id(), squad.id()))
                                .isEqualTo(404)));
            }
            tests.add(dynamicTest(
                    op + " of what is unknown",
                    () -> assertThat(op.call(Tokens.person(athlete.subject()), UUID.randomUUID(), UUID.randomUUID()))
                            .isEqualTo(404)));
            if (op.json().has("x-partner-scope")) {
                var scope = op.json().path("x-partner-scope").asText();
                tests.add(dynamicTest(
                        op + " by a partner without consent",
                        () -> assertThat(op.call(Tokens.partner("partner-demo", scope), athlete.id(), squad.id()))
                                .isEqualTo(404)));
            }
            var known = op.about("athleteId") ? people.keySet() : Set.of("COACH", "ASSISTANT");
            var forbidden = new HashSet<>(known);
            op.relations().forEach(forbidden::remove);
            for (var relation : forbidden) {
                tests.add(dynamicTest(
                        op + " by " + relation,
                        () -> assertThat(op.call(Tokens.person(people.get(relation)), athlete.id(), squad.id()))
                                .isEqualTo(403)));
            }
            for (var relation : op.relations()) {
                if (people.containsKey(relation)
                        && op.method().equals("get")
                        && !op.about("resultId")
                        && !op.about("clientId")) {
                    tests.add(dynamicTest(
                            op + " by " + relation + " is answered",
                            () -> assertThat(op.call(Tokens.person(people.get(relation)), athlete.id(), squad.id()))
                                    .isEqualTo(200)));
                }
                if (people.containsKey(relation) && op.json().has("requestBody")) {
                    tests.add(dynamicTest(
                            op + " by " + relation + " gets as far as the body",
                            () -> assertThat(op.call(Tokens.person(people.get(relation)), athlete.id(), squad.id()))
                                    .isEqualTo(400)));
                }
            }
        }
        return tests;
    }

    private static List<Op> operations() throws Exception {
        var document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        var operations = new ArrayList<Op>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Op(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }
}
