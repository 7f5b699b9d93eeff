package run.harrier.load.wellness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Relation;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.server.PostgresAndKafka;

/** Athlete and coach call a warning sign over (D34). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class ClosingWordResourceTest {
    private static final String STRONG_PAIN = "{\"pain\": [{\"site\": \"knee\", \"level\": 8}]}";

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Inject
    Pool pool;

    private final UUID ana = UUID.randomUUID();
    private final LocalDate today = Runs.TODAY;

    @BeforeEach
    void ana_is_known() {
        owner.send(EventType.PROFILE_CHANGED, owner.golden(EventType.PROFILE_CHANGED, ana));
        var squad = UUID.randomUUID();
        granted(
                AthleteService.athlete("ana"),
                new Grant("coach", Relation.COACH, squad, null),
                new Grant("assistant", Relation.ASSISTANT, squad, null),
                new Grant("partner-demo", Relation.PARTNER, null, Set.of("wellness:write", "load:read")));
    }

    @Test
    void a_sign_ends_when_athlete_and_coach_have_said_so() {
        entered(today.minusDays(1), STRONG_PAIN);

        said("ana")
                .statusCode(200)
                .body("signOn", equalTo(today.minusDays(1).toString()))
                .body("$", hasKey("athleteAt"))
                .body("$", not(hasKey("closedOn")));
        readiness().body("verdict", equalTo("REST"));
        said("coach").statusCode(200).body("closedOn", equalTo(today.toString()));

        readiness().body("verdict", equalTo("UNKNOWN")).body("reasons", equalTo(List.of()));
        assertThat(events.await(EventType.READINESS_ASSESSED, ana, 2)
                        .getLast()
                        .get("notice")
                        .asBoolean())
                .isFalse();
        said("ana").statusCode(200).body("closedOn", equalTo(today.toString()));
        entered(today, STRONG_PAIN);
        readiness().body("verdict", equalTo("REST"));
    }

    /** A word was said of the morning as it was. */
    @Test
    void a_morning_that_is_changed_is_not_closed_any_more() {
        granted(AthleteService.athlete("ana"));
        entered(today.minusDays(1), STRONG_PAIN);
        said("ana").statusCode(200).body("closedOn", equalTo(today.toString()));

        entered(today.minusDays(1), "{\"illness\": \"BELOW_NECK\"}");

        readiness().body("verdict", equalTo("REST"));
    }

    @Test
    void an_athlete_without_a_coach_says_it_alone() {
        granted(AthleteService.athlete("ana"));
        entered(today.minusDays(3), STRONG_PAIN);

        said("ana").statusCode(200).body("closedOn", equalTo(today.toString()));
        readiness().body("verdict", equalTo("UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"soreness\": 2}", "{\"symptoms\": [\"CHEST_PAIN\"]}"})
    void no_word_ends_what_does_not_stand_or_is_of_heart_or_breath(String morning) {
        entered(today.minusDays(1), morning);

        said("ana").statusCode(409).body("detail", startsWith("No warning sign of an earlier day stands"));
        said("coach").statusCode(409);
    }

    @Test
    void a_sign_of_this_morning_stands_until_tomorrow() {
        entered(today, STRONG_PAIN);

        said("ana").statusCode(409);
    }

    @Test
    void who_may_say_it() {
        entered(today.minusDays(1), STRONG_PAIN);

        said("assistant").statusCode(403);
        given().auth()
                .oauth2(Tokens.partner("partner-demo", "wellness:write"))
                .put(path())
                .then()
                .statusCode(403);
        said("stranger").statusCode(404);
    }

    private void granted(Grant... grants) {
        owner.grant(ana, grants);
        await().until(() ->
                pool.preparedQuery("select from access join athlete using (athlete_id) where athlete_id = $1")
                                .execute(Tuple.of(ana))
                                .await()
                                .indefinitely()
                                .rowCount()
                        == grants.length);
    }

    private void entered(LocalDate on, String entry) {
        as("ana")
                .body(entry)
                .put("/api/v1/athletes/" + ana + "/wellness/" + on)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse said(String person) {
        return as(person).put(path()).then();
    }

    private ValidatableResponse readiness() {
        return as("ana").get("/api/v1/athletes/" + ana + "/readiness").then().statusCode(200);
    }

    private String path() {
        return "/api/v1/athletes/" + ana + "/readiness/closing-word";
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person)).contentType("application/json");
    }
}
