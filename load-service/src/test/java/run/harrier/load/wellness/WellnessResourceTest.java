package run.harrier.load.wellness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Relation;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.platform.json.JsonText;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.server.PostgresAndKafka;

/** Wellness entries over HTTP (U22, D18), the readiness that follows from them, and the event of it (D19). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class WellnessResourceTest {
    private static final String USUAL = """
            {"restingHeartRateBpm": 50, "hrvMillis": 70, "sleepHours": 8, "sleepQuality": 4, "soreness": 2,
             "fatigue": 2, "stress": 2, "mood": 4}""";

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Inject
    Pool pool;

    @Inject
    JsonText json;

    private UUID ana;
    private final LocalDate today = Runs.TODAY;

    @BeforeEach
    void ana_is_known() {
        ana = UUID.randomUUID();
        var squad = UUID.randomUUID();
        owner.send(EventType.PROFILE_CHANGED, owner.golden(EventType.PROFILE_CHANGED, ana));
        owner.grant(
                ana,
                AthleteService.athlete("ana"),
                new Grant("coach", Relation.COACH, squad, null),
                new Grant("assistant", Relation.ASSISTANT, squad, null),
                new Grant(
                        "partner-demo",
                        Relation.PARTNER,
                        null,
                        Set.of("wellness:read", "wellness:write", "load:read")));
        await().until(() -> count("select from access join athlete using (athlete_id) where athlete_id = $1") == 4);
    }

    @Test
    void if_none_match_with_a_star_makes_an_entry_and_replaces_none() {
        var shielded = as("ana").header("If-None-Match", "*").body(USUAL);
        shielded.put(wellness(today)).then().statusCode(200);
        shielded.put(wellness(today)).then().statusCode(412);
        shielded.patch(wellness(today)).then().statusCode(412);
        shielded.delete(wellness(today)).then().statusCode(412);
    }

    @Test
    void an_entry_is_made_replaced_read_and_deleted() {
        var first = enter(today, USUAL).statusCode(200).body("on", equalTo(today.toString()));
        var tag = first.extract().header("ETag");
        enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 2}]}")
                .statusCode(200)
                .header("ETag", not(tag))
                .body("pain[0].site", equalTo("left knee"))
                .body("soreness", nullValue());
        as("ana")
                .header("If-Match", tag)
                .body(USUAL)
                .put(wellness(today))
                .then()
                .statusCode(412);
        enter(today.minusDays(3), USUAL).statusCode(200);
        as("ana")
                .get(wellness(null))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].on", equalTo(today.minusDays(3).toString()))
                .body("items[0].hrvMillis", equalTo(70f))
                .body("items[0].pain", nullValue());
        as("ana")
                .get(wellness(null) + "?from=" + today + "&to=" + today)
                .then()
                .statusCode(200)
                .body("items.on", equalTo(List.of(today.toString())));
        as("ana").delete(wellness(today)).then().statusCode(204);
        as("ana").delete(wellness(today)).then().statusCode(404);
        assertThat(entries()).isEqualTo(1);
    }

    /** What the column holds stays readable whatever the API calls its fields. */
    @Test
    void the_stored_form_of_an_entry_is_its_golden_json() throws IOException {
        var golden = golden("wellness-row.json");
        assertThat(json.write(json.read(golden, WellnessRow.class))).isEqualTo(golden);
        enter(today, """
                {"restingHeartRateBpm": 48, "hrvMillis": 71.5, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 2,
                 "fatigue": 3, "stress": 1, "mood": 5, "pain": [{"site": "left achilles", "level": 1}]}""").statusCode(200);
        assertThat(pool.preparedQuery("select entry = $2::text::jsonb from wellness where athlete_id = $1")
                        .execute(Tuple.of(ana, golden))
                        .await()
                        .indefinitely())
                .singleElement()
                .extracting(row -> row.getBoolean(0))
                .isEqualTo(true);
    }

    private static String golden(String name) throws IOException {
        try (var file = WellnessRow.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** D18; nothing is stored on refusal. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/sleepQuality        | {\"sleepQuality\": 0}",
                "/sleepQuality        | {\"sleepQuality\": 6}",
                "/soreness            | {\"soreness\": 6}",
                "/fatigue             | {\"fatigue\": 0}",
                "/stress              | {\"stress\": -1}",
                "/mood                | {\"mood\": 9}",
                "/sleepHours          | {\"sleepHours\": 25}",
                "/sleepHours          | {\"sleepHours\": -0.5}",
                "/restingHeartRateBpm | {\"restingHeartRateBpm\": 5}",
                "/restingHeartRateBpm | {\"restingHeartRateBpm\": 300}",
                "/hrvMillis           | {\"hrvMillis\": 1e300}",
                "/pain/0/level        | {\"pain\": [{\"site\": \"knee\", \"level\": 11}]}",
                "/pain/0/level        | {\"pain\": [{\"site\": \"knee\"}]}",
                "/pain/0/site         | {\"pain\": [{\"site\": \" \", \"level\": 1}]}",
                "/pain/0/site         | {\"pain\": [{\"site\": \"a\\u0000b\", \"level\": 1}]}",
                "''                   | {}",
            })
    void a_value_outside_its_scale_is_refused_by_name(String pointer, String body) {
        enter(today, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
        assertThat(entries()).isZero();
        assertThat(count("select from outbox_head where athlete_id = $1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sorenes\": 2}",
                "{\"soreness\": \"2\"}",
                "{\"soreness\": 2.5}",
                "{\"hrvMillis\": NaN}",
                "{\"soreness\": 2",
                "[]"
            })
    void what_does_not_fit_is_malformed(String body) {
        enter(today, body).statusCode(400).contentType("application/problem+json");
        assertThat(entries()).isZero();
    }

    @Test
    void a_day_to_come_or_of_long_ago_is_refused() {
        enter(today.plusDays(1), USUAL).statusCode(422).body("errors[0].parameter", equalTo("date"));
        enter(today.minusYears(11), USUAL).statusCode(422).body("errors[0].parameter", equalTo("date"));
        as("ana").body(USUAL).put(wellness(null) + "/yesterday").then().statusCode(400);
        as("ana").get(readiness() + "?on=" + today.plusDays(1)).then().statusCode(422);
        assertThat(entries()).isZero();
    }

    /** D21. */
    @Test
    void a_coach_sees_how_ready_and_never_what_was_entered() {
        for (var person : List.of("coach", "assistant")) {
            as(person).get(wellness(null)).then().statusCode(403);
            as(person).body("{broken").put(wellness(today)).then().statusCode(403);
            as(person).delete(wellness(today)).then().statusCode(403);
            as(person).get(readiness()).then().statusCode(200);
        }
        partner("wellness:write").body(USUAL).put(wellness(today)).then().statusCode(200);
        partner("load:read").get(readiness()).then().statusCode(200);
        partner("load:read")
                .body(USUAL)
                .put(wellness(today))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
        partner("wellness:write").get(wellness(null)).then().statusCode(403);
        partner("wellness:write").delete(wellness(today)).then().statusCode(403);
        given().get(readiness()).then().statusCode(401);
    }

    @Test
    void readiness_is_unknown_until_seven_entries_and_then_says_why() {
        mornings(6, USUAL);
        as("ana")
                .get(readiness())
                .then()
                .statusCode(200)
                .body("on", equalTo(today.toString()))
                .body("verdict", equalTo("UNKNOWN"))
                .body("notice", nullValue());
        mornings(10, USUAL);
        as("ana").get(readiness()).then().body("verdict", equalTo("READY")).body("reasons", hasSize(0));

        enter(today, "{\"restingHeartRateBpm\": 56}").statusCode(200);
        as("coach")
                .get(readiness())
                .then()
                .body("verdict", equalTo("EASE_OFF"))
                .body("reasons", hasSize(1))
                .body("reasons[0].code", equalTo("RESTING_HEART_RATE"))
                .body("reasons[0].text", startsWith("Your resting heart rate is 56, usually about 50."))
                .body("reasons[0].coachText", equalTo("Resting heart rate 56, usually 50."))
                .body("reasons[0].value", equalTo(56f))
                .body("reasons[0].baseline", equalTo(50f));
        as("ana").get(readiness() + "?on=" + today.minusDays(1)).then().body("verdict", equalTo("READY"));
    }

    /** D19. */
    @Test
    void an_entry_publishes_the_verdict_of_today_with_what_softens() {
        mornings(31, USUAL);
        enter(today, "{\"fatigue\": 5}").statusCode(200);
        assertThat(events.await(EventType.READINESS_ASSESSED, ana, 32)).hasSize(32);
        var assessed = assessments().getLast();
        assertThat(assessed.get("on").asText()).isEqualTo(today.toString());
        assertThat(assessed.get("verdict").asText()).isEqualTo("EASE_OFF");
        assertThat(assessed.get("reasons")).hasSize(1);
        assertThat(assessed.at("/reasons/0/code").asText()).isEqualTo("EXHAUSTED");
        assertThat(assessed.at("/reasons/0/softens").asBoolean()).isTrue();
        assertThat(assessed.get("notice").asBoolean()).isFalse();

        as("ana").delete(wellness(today)).then().statusCode(204);
        assertThat(events.await(EventType.READINESS_ASSESSED, ana, 33)).hasSize(33);
        assertThat(assessments().getLast().get("verdict").asText()).isEqualTo("UNKNOWN");
        // too many mornings ago to bear on today: nothing is published
        enter(today.minusDays(90), USUAL).statusCode(200);
        assertThat(count("select from outbox where athlete_id = $1")).isZero();
        assertThat(assessments()).hasSize(33);
    }

    /** S96, D19: one rough night alone changes nothing, two in a row do; an edit of yesterday's entry publishes today's verdict anew. */
    @Test
    void a_late_entry_of_yesterday_changes_todays_verdict() {
        mornings(8, USUAL);
        enter(today, "{\"sleepHours\": 5}").statusCode(200);
        as("ana").get(readiness()).then().body("verdict", equalTo("READY"));
        enter(today.minusDays(1), "{\"sleepHours\": 5.5}").statusCode(200);
        assertThat(events.await(EventType.READINESS_ASSESSED, ana, 10)).hasSize(10);
        var assessed = assessments().getLast();
        assertThat(assessed.get("on").asText()).isEqualTo(today.toString());
        assertThat(assessed.at("/reasons/0/code").asText()).isEqualTo("ROUGH_NIGHTS");
        assertThat(assessed.at("/reasons/0/softens").asBoolean()).isTrue();
    }

    /** S115, S116, D34: below 5 it is a text, from 5 on a sign that forbids running. */
    @Test
    void persistent_pain_shows_the_notice() {
        mornings(8, USUAL);
        enter(today.minusDays(2), "{\"pain\": [{\"site\": \"Left knee\", \"level\": 4}]}")
                .statusCode(200);
        enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 3}]}").statusCode(200);
        as("ana")
                .get(readiness())
                .then()
                .body("verdict", equalTo("EASE_OFF"))
                .body("notice", containsString("Ease off"))
                .body("reasons[0].code", equalTo("PERSISTENT_PAIN"));
        assertThat(events.await(EventType.READINESS_ASSESSED, ana, 10)).hasSize(10);
        assertThat(assessments().getLast().get("notice").asBoolean()).isFalse();
        enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 5}]}").statusCode(200);
        as("ana").get(readiness()).then().body("verdict", equalTo("REST"));
        assertThat(events.await(EventType.READINESS_ASSESSED, ana, 11)).hasSize(11);
        assertThat(assessments().getLast().get("notice").asBoolean()).isTrue();
    }

    /** U22: a watch that reports the night takes nothing away of what the athlete said, nor does the athlete of the watch's. */
    @Test
    void each_source_owns_the_fields_it_sent_and_the_athletes_word_goes_first() {
        enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 8}], \"fatigue\": 3}")
                .statusCode(200)
                .body("sources", nullValue());
        as("ana").get(readiness()).then().body("verdict", equalTo("REST"));
        partner("wellness:write")
                .body("{\"sleepHours\": 5.5, \"fatigue\": 1}")
                .put(wellness(today))
                .then()
                .statusCode(200)
                .body("pain[0].level", equalTo(8))
                .body("sleepHours", equalTo(5.5f))
                .body("fatigue", equalTo(3))
                .body("sources", equalTo(Map.of("sleepHours", "client:partner-demo")));
        as("ana").get(readiness()).then().body("verdict", equalTo("REST"));
        partner("wellness:write")
                .body("{\"hrvMillis\": 60}")
                .put(wellness(today))
                .then()
                .statusCode(200)
                .body("sleepHours", nullValue())
                .body("sources", equalTo(Map.of("hrvMillis", "client:partner-demo")));
        enter(today, "{\"sleepHours\": 7.5}")
                .statusCode(200)
                .body("pain", nullValue())
                .body("fatigue", nullValue())
                .body("hrvMillis", equalTo(60f));
        partner("wellness:read")
                .get(wellness(null))
                .then()
                .statusCode(200)
                .body("items[0].sleepHours", equalTo(7.5f))
                .body("items[0].sources.hrvMillis", equalTo("client:partner-demo"));
        as("ana").delete(wellness(today)).then().statusCode(204);
        assertThat(entries()).isZero();
    }

    @Test
    void a_morning_that_is_not_there_matches_no_tag() {
        as("ana")
                .header("If-Match", "*")
                .body(USUAL)
                .put(wellness(today))
                .then()
                .statusCode(412);
        assertThat(entries()).isZero();
        enter(today, USUAL).statusCode(200);
        as("ana")
                .header("If-Match", "*")
                .body(USUAL)
                .put(wellness(today))
                .then()
                .statusCode(200);
    }

    /** "No pain" is a word like any other: it goes before a partner's pain, and a device's silence is none. */
    @Test
    void an_empty_list_says_that_there_is_none() {
        partner("wellness:write")
                .body("{\"pain\": [{\"site\": \"knee\", \"level\": 8}]}")
                .put(wellness(today))
                .then()
                .statusCode(200);
        as("ana").get(readiness()).then().body("verdict", equalTo("REST"));
        enter(today, "{\"pain\": []}").statusCode(200).body("pain", hasSize(0)).body("sources", nullValue());
        as("ana").get(readiness()).then().body("verdict", equalTo("UNKNOWN")).body("morningsEntered", equalTo(1));
        as("ana").get(wellness(null)).then().body("items[0].pain", hasSize(0));
    }

    @Test
    void a_patch_says_more_of_a_morning_or_takes_it_back() {
        patch(as("ana"), "{}").statusCode(422);
        var tag = patch(as("ana"), "{\"fatigue\": 4, \"mood\": 3, \"illness\": \"COLD\"}")
                .statusCode(200)
                .extract()
                .header("ETag");
        patch(partner("wellness:write"), "{\"sleepHours\": 6.5}")
                .statusCode(200)
                .body("fatigue", equalTo(4))
                .body("sleepHours", equalTo(6.5f));
        patch(as("ana").header("If-Match", tag), "{\"fatigue\": 1}").statusCode(412);
        patch(as("ana"), "{\"fatigue\": null, \"symptoms\": [\"CHEST_PAIN\"]}")
                .statusCode(200)
                .body("fatigue", nullValue())
                .body("mood", equalTo(3))
                .body("sleepHours", equalTo(6.5f));
        as("coach")
                .get(readiness())
                .then()
                .body("verdict", equalTo("REST"))
                .body("reasons.code", equalTo(List.of("SYMPTOMS", "ILLNESS")))
                .body("notice", containsString("112"));
        patch(as("ana"), "{\"fatigue\": 6}").statusCode(422).body("errors[0].pointer", equalTo("/fatigue"));
        patch(as("ana"), "{\"tiredness\": 3}").statusCode(400);
        patch(partner("wellness:write"), "{\"sleepHours\": null}")
                .statusCode(200)
                .body("sources", nullValue());
        patch(as("ana"), "{\"mood\": null, \"symptoms\": null, \"illness\": null}")
                .statusCode(422);
        assertThat(entries()).isEqualTo(1);
    }

    /** D34: neither a change of the entry ends it, nor a client, nor time. */
    @Test
    void a_sign_of_heart_or_breath_is_ended_by_the_athletes_word_alone() {
        var on = today.minusDays(100);
        enter(on, "{\"mood\": 3, \"symptoms\": [\"FAINTING\"]}").statusCode(200);
        as("ana").body("{\"symptoms\": []}").patch(wellness(on)).then().statusCode(409);
        as("ana")
                .body("{\"symptoms\": [\"CHEST_PAIN\"]}")
                .patch(wellness(on))
                .then()
                .statusCode(409);
        enter(on, USUAL).statusCode(409);
        as("ana").delete(wellness(on)).then().statusCode(409);
        as("ana").get(wellness(null) + "?from=" + on).then().body("items[0].symptoms", equalTo(List.of("FAINTING")));
        mornings(7, USUAL);
        as("ana")
                .get(readiness())
                .then()
                .body("verdict", equalTo("REST"))
                .body("reasons.code", equalTo(List.of("SYMPTOMS_STAND")))
                .body("morningsEntered", equalTo(7));
        assertThat(assessments(8).getLast().get("notice").asBoolean()).isTrue();
        patch(partner("wellness:write"), "{\"professionalAgreed\": true}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/professionalAgreed"));
        patch(as("ana"), "{\"professionalAgreed\": false}").statusCode(200);
        as("ana").get(readiness()).then().body("verdict", equalTo("REST"));
        patch(as("ana"), "{\"professionalAgreed\": true}").statusCode(200).body("professionalAgreed", equalTo(true));
        as("ana").get(readiness()).then().body("verdict", equalTo("READY"));
        as("coach").get(readiness()).then().body("verdict", equalTo("READY"));
        assertThat(assessments(10).getLast().get("notice").asBoolean()).isFalse();
        as("ana").delete(wellness(on)).then().statusCode(204);
    }

    /** Who has just signed up enters the first morning before this service has heard of them. */
    @Test
    void a_newcomerathletes_first_requests_wait_for_the_profile() {
        var newcomer = UUID.randomUUID();
        owner.grant(newcomer, AthleteService.athlete("ana"));
        var path = "/api/v1/athletes/" + newcomer;
        var asked = List.<Supplier<ValidatableResponse>>of(
                        () -> as("ana")
                                .body(USUAL)
                                .put(path + "/wellness/" + today)
                                .then(),
                        () -> as("ana").get(path + "/load").then(),
                        () -> as("ana").get(path + "/load/intensity").then(),
                        () -> as("ana").get(path + "/readiness").then())
                .stream()
                .map(CompletableFuture::supplyAsync)
                .toList();
        owner.send(EventType.PROFILE_CHANGED, owner.golden(EventType.PROFILE_CHANGED, newcomer));
        asked.forEach(answer -> answer.join().statusCode(200));
    }

    /** D21: what others see of stress and mood. */
    @Test
    void stress_and_mood_are_a_private_reason_to_others() {
        mornings(8, USUAL);
        for (var day : List.of(today.minusDays(1), today)) {
            enter(day, "{\"stress\": 5, \"mood\": 1}").statusCode(200);
        }
        as("ana").get(readiness()).then().body("reasons.code", equalTo(List.of("STRESSED", "LOW_MOOD")));
        for (var other : List.of(as("coach"), as("assistant"), partner("load:read"))) {
            other.get(readiness())
                    .then()
                    .statusCode(200)
                    .body("reasons.code", equalTo(List.of("PRIVATE", "PRIVATE")))
                    .body("reasons.text", equalTo(List.of("A private reason.", "A private reason.")))
                    .body("reasons[0].value", nullValue());
        }
        events.await(EventType.READINESS_ASSESSED, ana, 10);
        assertThat(assessments().getLast().at("/reasons/0/code").asText()).isEqualTo("PRIVATE");
    }

    private ValidatableResponse patch(RequestSpecification someone, String body) {
        return someone.contentType("application/merge-patch+json")
                .body(body)
                .patch(wellness(today))
                .then();
    }

    private List<JsonNode> assessments(int atLeast) {
        return events.await(EventType.READINESS_ASSESSED, ana, atLeast);
    }

    private List<JsonNode> assessments() {
        return events.of(ana, EventType.READINESS_ASSESSED);
    }

    private void mornings(int days, String entry) {
        for (int ago = days - 1; ago >= 0; ago--) {
            enter(today.minusDays(ago), entry).statusCode(200);
        }
    }

    private ValidatableResponse enter(LocalDate on, String entry) {
        return as("ana").body(entry).put(wellness(on)).then();
    }

    private String wellness(LocalDate on) {
        return "/api/v1/athletes/" + ana + "/wellness" + (on == null ? "" : "/" + on);
    }

    private String readiness() {
        return "/api/v1/athletes/" + ana + "/readiness";
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person)).contentType("application/json");
    }

    private static RequestSpecification partner(String scope) {
        return given().auth().oauth2(Tokens.partner("partner-demo", scope)).contentType("application/json");
    }

    private long entries() {
        return count("select from wellness where athlete_id = $1");
    }

    private long count(String rows) {
        return pool.preparedQuery(rows)
                .execute(Tuple.of(ana))
                .await()
                .indefinitely()
                .rowCount();
    }
}
