package run.harrier.athlete.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestAthlete.as;
import static run.harrier.athlete.TestAthlete.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.DirectoryStub;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.testkit.server.PostgresAndKafka;

@QuarkusTest
@WithTestResource(value = DirectoryStub.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class ConsentResourceTest {
    @Inject
    AthleteEvents events;

    @Test
    void a_client_that_does_not_exist_gets_no_consent() {
        var athlete = anyAthlete();
        athlete.caller()
                .put(athlete.path("/consents/nobodys-client"), "{\"scopes\": [\"profile:read\"]}")
                .statusCode(422)
                .body("detail", containsString("typing error"));
        athlete.caller()
                .put(athlete.path("/consents/away"), "{\"scopes\": [\"profile:read\"]}")
                .statusCode(503)
                .header("Retry-After", "5");
        athlete.caller().get(athlete.path("/consents")).body("items", hasSize(0));
    }

    /** A consent is for a client that acts on its own; a person's token needs none, whoever holds it. */
    @ParameterizedTest
    @ValueSource(strings = {"harrier-dev", "harrier-directory", "browser-app"})
    void a_client_that_is_no_partner_gets_no_consent(String client) {
        var athlete = anyAthlete();
        athlete.caller()
                .put(athlete.path("/consents/" + client), "{\"scopes\": [\"profile:read\"]}")
                .statusCode(422)
                .body("errors.parameter", contains("clientId"))
                .body("detail", containsString("no partner"));
        athlete.caller().get(athlete.path("/consents")).body("items", hasSize(0));
    }

    @Test
    void a_consent_replaces_the_one_before_and_is_published_until_it_is_withdrawn() {
        var athlete = anyAthlete();
        var consent = athlete.path("/consents/partner-demo");
        athlete.caller()
                .put(consent, "{\"scopes\": [\"plan:read\", \"activities:write\"]}")
                .statusCode(200);
        athlete.caller()
                .put(consent, "{\"scopes\": [\"plan:read\"]}")
                .statusCode(200)
                .body("clientId", equalTo("partner-demo"))
                .body("scopes", contains("plan:read"));
        athlete.caller().get(consent).statusCode(200).body("scopes", contains("plan:read"));
        athlete.caller().get(athlete.path("/consents")).body("items", hasSize(1));
        athlete.caller().delete(consent).statusCode(204);
        athlete.caller().delete(consent).statusCode(404);
        athlete.caller().get(consent).statusCode(404);

        var self = new Grant(athlete.subject(), Relation.ATHLETE, null, null);
        var published = events.of(athlete.id(), 5);
        assertThat(((AccessChanged) published.get(3)).grants())
                .containsExactly(self, new Grant("partner-demo", Relation.PARTNER, null, Set.of("plan:read")));
        assertThat(((AccessChanged) published.get(4)).grants()).containsExactly(self);
    }

    @Test
    void a_partner_is_a_stranger_again_when_the_consent_is_withdrawn() {
        var athlete = anyAthlete();
        var demo = partner("partner-demo", "profile:read");
        demo.get(athlete.path("")).statusCode(404);
        athlete.caller().put(athlete.path("/consents/partner-demo"), "{\"scopes\": [\"profile:read\"]}");
        demo.get(athlete.path("")).statusCode(200);
        partner("other", "profile:read").get(athlete.path("")).statusCode(404);
        partner("partner-demo", "plan:read").get(athlete.path("")).statusCode(403);
        athlete.caller().put(athlete.path("/consents/partner-demo"), "{\"scopes\": [\"plan:read\"]}");
        demo.get(athlete.path("")).statusCode(404);
        athlete.caller().delete(athlete.path("/consents/partner-demo")).statusCode(204);
        demo.get(athlete.path("/access")).statusCode(404);
    }

    /** U10. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /consents/partner-demo | {"scopes": []}                     | 422
            /consents/partner-demo | {"scopes": ["everything"]}         | 422
            /consents/partner-demo | {}                                 | 422
            /consents/partner-demo | {"scopes": "plan:read"}            | 400
            /consents/a%00b        | {"scopes": ["plan:read"]}          | 400
            /consents/a%20b        | {"scopes": ["plan:read"]}          | 400
            """)
    void only_known_scopes_can_be_given_to_a_client(String below, String body, int status) {
        var athlete = anyAthlete();
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(athlete.caller().token())
                .contentType("application/json")
                .body(body)
                .put(athlete.path(below))
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        athlete.caller().get(athlete.path("/consents")).body("items", hasSize(0));
    }

    @Test
    void a_client_called_like_a_person_is_not_that_person() {
        var athlete = anyAthlete();
        var person = anySubject();
        athlete.caller()
                .put(athlete.path("/consents/" + person), "{\"scopes\": [\"profile:read\"]}")
                .statusCode(200);
        as(person).get(athlete.path("")).statusCode(404);
        as(person).get(athlete.path("/access")).statusCode(404);
        partner(person, "profile:read").get(athlete.path("")).statusCode(200);
        partner(athlete.subject(), "profile:read").get(athlete.path("")).statusCode(404);
    }

    @Test
    void consents_are_paged_by_client() {
        var athlete = anyAthlete();
        for (var client : new String[] {"c", "a", "b"}) {
            athlete.caller().put(athlete.path("/consents/" + client), "{\"scopes\": [\"plan:read\"]}");
        }
        var first = athlete.caller().get(athlete.path("/consents?limit=2"));
        first.body("items.clientId", contains("a", "b"));
        athlete.caller()
                .get(athlete.path("/consents?limit=2&after=" + first.extract().path("next")))
                .body("items.clientId", contains("c"))
                .body("keySet()", hasSize(1));
    }
}
