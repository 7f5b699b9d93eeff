package run.harrier.load.wellness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static run.harrier.load.wellness.WellnessRequests.USUAL;
import static run.harrier.load.wellness.WellnessRequests.as;
import static run.harrier.load.wellness.WellnessRequests.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.testkit.server.PostgresAndKafka;

/** The readiness that follows from wellness entries (S96, S115), who sees why, and the event of it (D19). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class ReadinessResourceTest {
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
    void readiness_is_unknown_until_seven_entries_and_then_says_why() {
        ana.mornings(6, USUAL);
        as("ana")
                .get(ana.readiness())
                .then()
                .statusCode(200)
                .body("on", equalTo(today.toString()))
                .body("verdict", equalTo("UNKNOWN"))
                .body("notice", nullValue());
        ana.mornings(10, USUAL);
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("READY")).body("reasons", hasSize(0));

        ana.enter(today, "{\"restingHeartRateBpm\": 56}").statusCode(200);
        as("coach")
                .get(ana.readiness())
                .then()
                .body("verdict", equalTo("EASE_OFF"))
                .body("reasons", hasSize(1))
                .body("reasons[0].code", equalTo("RESTING_HEART_RATE"))
                .body("reasons[0].text", startsWith("Your resting heart rate is 56, usually about 50."))
                .body("reasons[0].coachText", equalTo("Resting heart rate 56, usually 50."))
                .body("reasons[0].value", equalTo(56f))
                .body("reasons[0].baseline", equalTo(50f));
        as("ana").get(ana.readiness() + "?on=" + today.minusDays(1)).then().body("verdict", equalTo("READY"));
    }

    /** D19. */
    @Test
    void an_entry_publishes_the_verdict_of_today_with_what_softens() {
        ana.mornings(29, USUAL);
        ana.enter(today, "{\"fatigue\": 5}").statusCode(200);
        assertThat(events.await(EventType.READINESS_ASSESSED, ana.athlete(), 30))
                .hasSize(30);
        var assessed = assessments().getLast();
        assertThat(assessed.get("on").asText()).isEqualTo(today.toString());
        assertThat(assessed.get("verdict").asText()).isEqualTo("EASE_OFF");
        assertThat(assessed.get("reasons")).hasSize(1);
        assertThat(assessed.at("/reasons/0/code").asText()).isEqualTo("EXHAUSTED");
        assertThat(assessed.at("/reasons/0/softens").asBoolean()).isTrue();
        assertThat(assessed.get("notice").asBoolean()).isFalse();

        as("ana").delete(ana.wellness(today)).then().statusCode(204);
        assertThat(events.await(EventType.READINESS_ASSESSED, ana.athlete(), 31))
                .hasSize(31);
        assertThat(assessments().getLast().get("verdict").asText()).isEqualTo("UNKNOWN");
        // too long ago to bear on today: nothing is published
        ana.enter(today.minusDays(90), USUAL).statusCode(200);
        assertThat(owner.count("select count(*) from outbox where athlete_id = $1", ana.athlete()))
                .isZero();
        assertThat(assessments()).hasSize(31);
    }

    /** S96, D19: one rough night alone changes nothing, two in a row do; an edit of yesterday's entry publishes today's verdict anew. */
    @Test
    void a_late_entry_of_yesterday_changes_todays_verdict() {
        ana.mornings(8, USUAL);
        ana.enter(today, "{\"sleepHours\": 5}").statusCode(200);
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("READY"));
        ana.enter(today.minusDays(1), "{\"sleepHours\": 5.5}").statusCode(200);
        assertThat(events.await(EventType.READINESS_ASSESSED, ana.athlete(), 10))
                .hasSize(10);
        var assessed = assessments().getLast();
        assertThat(assessed.get("on").asText()).isEqualTo(today.toString());
        assertThat(assessed.at("/reasons/0/code").asText()).isEqualTo("ROUGH_NIGHTS");
        assertThat(assessed.at("/reasons/0/softens").asBoolean()).isTrue();
    }

    /** S115, S116, D34: below 5 it is a text, from 5 on a sign that forbids running. */
    @Test
    void persistent_pain_shows_the_notice() {
        ana.mornings(8, USUAL);
        ana.enter(today.minusDays(2), "{\"pain\": [{\"site\": \"Left knee\", \"level\": 4}]}")
                .statusCode(200);
        ana.enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 3}]}")
                .statusCode(200);
        as("ana")
                .get(ana.readiness())
                .then()
                .body("verdict", equalTo("EASE_OFF"))
                .body("notice", containsString("Ease off"))
                .body("reasons[0].code", equalTo("PERSISTENT_PAIN"));
        assertThat(events.await(EventType.READINESS_ASSESSED, ana.athlete(), 10))
                .hasSize(10);
        assertThat(assessments().getLast().get("notice").asBoolean()).isFalse();
        ana.enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 5}]}")
                .statusCode(200);
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("REST"));
        assertThat(events.await(EventType.READINESS_ASSESSED, ana.athlete(), 11))
                .hasSize(11);
        assertThat(assessments().getLast().get("notice").asBoolean()).isTrue();
    }

    /** D34: neither a change of the entry ends it, nor a client, nor time. */
    @Test
    void a_sign_of_heart_or_breath_is_ended_by_the_athletes_word_alone() {
        var on = today.minusDays(100);
        ana.enter(on, "{\"mood\": 3, \"symptoms\": [\"FAINTING\"]}").statusCode(200);
        as("ana").body("{\"symptoms\": []}").patch(ana.wellness(on)).then().statusCode(409);
        as("ana")
                .body("{\"symptoms\": [\"CHEST_PAIN\"]}")
                .patch(ana.wellness(on))
                .then()
                .statusCode(409);
        ana.enter(on, USUAL).statusCode(409);
        as("ana").delete(ana.wellness(on)).then().statusCode(409);
        as("ana")
                .get(ana.wellness(null) + "?from=" + on)
                .then()
                .body("items[0].symptoms", equalTo(List.of("FAINTING")));
        ana.mornings(7, USUAL);
        as("ana")
                .get(ana.readiness())
                .then()
                .body("verdict", equalTo("REST"))
                .body("reasons.code", equalTo(List.of("SYMPTOMS_STAND")))
                .body("morningsEntered", equalTo(7));
        assertThat(assessments(8).getLast().get("notice").asBoolean()).isTrue();
        ana.patch(partner("wellness:write"), "{\"professionalAgreed\": true}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/professionalAgreed"));
        ana.patch(as("ana"), "{\"professionalAgreed\": false}").statusCode(200);
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("REST"));
        ana.patch(as("ana"), "{\"professionalAgreed\": true}")
                .statusCode(200)
                .body("professionalAgreed", equalTo(true));
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("READY"));
        as("coach").get(ana.readiness()).then().body("verdict", equalTo("READY"));
        assertThat(assessments(10).getLast().get("notice").asBoolean()).isFalse();
        as("ana").delete(ana.wellness(on)).then().statusCode(204);
    }

    /** D21: what others see of stress and mood. */
    @Test
    void stress_and_mood_are_a_private_reason_to_others() {
        ana.mornings(8, USUAL);
        for (var day : List.of(today.minusDays(1), today)) {
            ana.enter(day, "{\"stress\": 5, \"mood\": 1}").statusCode(200);
        }
        as("ana").get(ana.readiness()).then().body("reasons.code", equalTo(List.of("STRESSED", "LOW_MOOD")));
        for (var other : List.of(as("coach"), as("assistant"), partner("load:read"))) {
            other.get(ana.readiness())
                    .then()
                    .statusCode(200)
                    .body("reasons.code", equalTo(List.of("PRIVATE", "PRIVATE")))
                    .body("reasons.text", equalTo(List.of("A private reason.", "A private reason.")))
                    .body("reasons[0].value", nullValue());
        }
        events.await(EventType.READINESS_ASSESSED, ana.athlete(), 10);
        assertThat(assessments().getLast().at("/reasons/0/code").asText()).isEqualTo("PRIVATE");
    }

    private List<JsonNode> assessments(int atLeast) {
        return events.await(EventType.READINESS_ASSESSED, ana.athlete(), atLeast);
    }

    private List<JsonNode> assessments() {
        return events.of(ana.athlete(), EventType.READINESS_ASSESSED);
    }
}
