package run.harrier.load.wellness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static run.harrier.load.wellness.WellnessRequests.as;
import static run.harrier.load.wellness.WellnessRequests.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
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

    private final LocalDate today = Runs.TODAY;
    private WellnessRequests ana;

    @BeforeEach
    void ana_is_known() {
        ana = new WellnessRequests(owner.anyCoachedAthlete("wellness:write", "load:read"));
    }

    @Test
    void a_sign_ends_when_athlete_and_coach_have_said_so() {
        ana.enter(today.minusDays(1), STRONG_PAIN).statusCode(200);

        said("ana")
                .statusCode(200)
                .body("items.signOn", equalTo(List.of(today.minusDays(1).toString())))
                .body("items[0]", hasKey("athleteAt"))
                .body("items[0]", not(hasKey("closedOn")));
        readiness().body("verdict", equalTo("REST"));
        said("coach")
                .statusCode(200)
                .body("items[0].coach", equalTo("coach"))
                .body("items[0].closedOn", equalTo(today.toString()));

        readiness().body("verdict", equalTo("UNKNOWN")).body("reasons", equalTo(List.of()));
        assertThat(events.await(EventType.READINESS_ASSESSED, ana.athlete(), 2)
                        .getLast()
                        .get("notice")
                        .asBoolean())
                .isFalse();
        said("ana").statusCode(200).body("items[0].closedOn", equalTo(today.toString()));
        ana.enter(today, STRONG_PAIN).statusCode(200);
        readiness().body("verdict", equalTo("REST"));
    }

    /** The watch sends its night again, or the athlete taps twice: what was closed stays closed. */
    @Test
    void a_morning_saved_again_without_another_sign_keeps_its_words() {
        ana.enter(today.minusDays(1), STRONG_PAIN).statusCode(200);
        said("ana").statusCode(200);
        said("coach").statusCode(200);

        ana.enter(today.minusDays(1), STRONG_PAIN).statusCode(200);
        ana.enter(today.minusDays(1), STRONG_PAIN.replaceFirst("\\{", "{\"sleepHours\": 7, "))
                .statusCode(200);

        readiness().body("reasons", equalTo(List.of()));
    }

    /** Whoever reads the readiness sees whose word is missing. */
    @Test
    void a_sign_that_stands_shows_who_has_called_it_over() {
        ana.enter(today.minusDays(1), STRONG_PAIN).statusCode(200);

        readiness()
                .body("reasons.code", equalTo(List.of("WARNING_STANDS")))
                .body(
                        "reasons[0].closingWord",
                        equalTo(Map.of("signOn", today.minusDays(1).toString())));
        said("coach").statusCode(200);
        for (var person : List.of("ana", "coach", "assistant")) {
            as(person)
                    .get(ana.readiness())
                    .then()
                    .statusCode(200)
                    .body("reasons[0].closingWord.coach", equalTo("coach"))
                    .body("reasons[0].closingWord", hasKey("coachAt"))
                    .body("reasons[0].closingWord", not(hasKey("athleteAt")));
        }
        partner("load:read")
                .get(ana.readiness())
                .then()
                .statusCode(200)
                .body("reasons[0].closingWord", hasKey("coachAt"))
                .body("reasons[0].closingWord", not(hasKey("coach")));
        ana.enter(today, "{\"fatigue\": 5}").statusCode(200);
        readiness().body("reasons.findAll { it.code == 'EXHAUSTED' }[0]", not(hasKey("closingWord")));
    }

    /** Each of its own day: one word is of all that stand. */
    @Test
    void a_word_is_of_each_sign_that_stands() {
        owner.grantNow(ana.athlete(), AthleteService.athlete("ana"));
        ana.enter(today.minusDays(2), STRONG_PAIN).statusCode(200);
        ana.enter(today.minusDays(1), "{\"illness\": \"BELOW_NECK\"}").statusCode(200);

        said("ana")
                .statusCode(200)
                .body(
                        "items.signOn.sort()",
                        equalTo(List.of(
                                today.minusDays(2).toString(),
                                today.minusDays(1).toString())));
        readiness().body("reasons", equalTo(List.of()));
    }

    /** A word was said of the morning as it was. */
    @Test
    void a_morning_that_is_changed_is_not_closed_any_more() {
        owner.grantNow(ana.athlete(), AthleteService.athlete("ana"));
        ana.enter(today.minusDays(1), STRONG_PAIN).statusCode(200);
        said("ana").statusCode(200).body("items[0].closedOn", equalTo(today.toString()));

        ana.enter(today.minusDays(1), "{\"illness\": \"BELOW_NECK\"}").statusCode(200);

        readiness().body("verdict", equalTo("REST"));
    }

    @Test
    void an_athlete_without_a_coach_says_it_alone() {
        owner.grantNow(ana.athlete(), AthleteService.athlete("ana"));
        ana.enter(today.minusDays(3), STRONG_PAIN).statusCode(200);

        said("ana").statusCode(200).body("items[0].closedOn", equalTo(today.toString()));
        readiness().body("verdict", equalTo("UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"soreness\": 2}", "{\"symptoms\": [\"CHEST_PAIN\"]}"})
    void no_word_ends_what_does_not_stand_or_is_of_heart_or_breath(String morning) {
        ana.enter(today.minusDays(1), morning).statusCode(200);

        said("ana").statusCode(409).body("detail", startsWith("No warning sign of an earlier day stands"));
        said("coach").statusCode(409);
    }

    @Test
    void a_sign_of_this_morning_stands_until_tomorrow() {
        ana.enter(today, STRONG_PAIN).statusCode(200);

        said("ana").statusCode(409);
    }

    @Test
    void who_may_say_it() {
        ana.enter(today.minusDays(1), STRONG_PAIN).statusCode(200);

        said("assistant").statusCode(403);
        partner("wellness:write").put(path()).then().statusCode(403);
        said("stranger").statusCode(404);
    }

    private ValidatableResponse said(String person) {
        return as(person).put(path()).then();
    }

    private ValidatableResponse readiness() {
        return as("ana").get(ana.readiness()).then().statusCode(200);
    }

    private String path() {
        return ana.readiness() + "/closing-word";
    }
}
