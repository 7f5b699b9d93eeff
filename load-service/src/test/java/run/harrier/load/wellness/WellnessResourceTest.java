package run.harrier.load.wellness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.load.wellness.WellnessRequests.USUAL;
import static run.harrier.load.wellness.WellnessRequests.as;
import static run.harrier.load.wellness.WellnessRequests.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.platform.json.JsonText;
import run.harrier.testkit.server.PostgresAndKafka;

/** Wellness entries over HTTP (U22, D18): each source's own, who sees them, and what is refused. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class WellnessResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    Pool pool;

    @Inject
    JsonText json;

    private final LocalDate today = Runs.TODAY;
    private WellnessRequests ana;

    @BeforeEach
    void ana_is_known() {
        ana = new WellnessRequests(owner.anyCoachedAthlete("wellness:read", "wellness:write", "load:read"));
    }

    @Test
    void if_none_match_with_a_star_makes_an_entry_and_replaces_none() {
        var shielded = as("ana").header("If-None-Match", "*").body(USUAL);
        shielded.put(ana.wellness(today)).then().statusCode(200);
        shielded.put(ana.wellness(today)).then().statusCode(412);
        shielded.patch(ana.wellness(today)).then().statusCode(412);
        shielded.delete(ana.wellness(today)).then().statusCode(412);
    }

    @Test
    void an_entry_is_made_replaced_read_and_deleted() {
        var first = ana.enter(today, USUAL).statusCode(200).body("on", equalTo(today.toString()));
        var tag = first.extract().header("ETag");
        ana.enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 2}]}")
                .statusCode(200)
                .header("ETag", not(tag))
                .body("pain[0].site", equalTo("left knee"))
                .body("soreness", nullValue());
        as("ana")
                .header("If-Match", tag)
                .body(USUAL)
                .put(ana.wellness(today))
                .then()
                .statusCode(412);
        ana.enter(today.minusDays(3), USUAL).statusCode(200);
        as("ana")
                .get(ana.wellness(null))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].on", equalTo(today.minusDays(3).toString()))
                .body("items[0].hrvMillis", equalTo(70f))
                .body("items[0].pain", nullValue());
        as("ana")
                .get(ana.wellness(null) + "?from=" + today + "&to=" + today)
                .then()
                .statusCode(200)
                .body("items.on", equalTo(List.of(today.toString())));
        as("ana").delete(ana.wellness(today)).then().statusCode(204);
        as("ana").delete(ana.wellness(today)).then().statusCode(404);
        assertThat(entries()).isEqualTo(1);
    }

    /** What the column holds stays readable whatever the API calls its fields. */
    @Test
    void the_stored_form_of_an_entry_is_its_golden_json() throws IOException {
        var golden = golden("wellness-row.json");
        assertThat(json.write(json.read(golden, WellnessRow.class))).isEqualTo(golden);
        ana.enter(today, """
                {"restingHeartRateBpm": 48, "hrvMillis": 71.5, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 2,
                 "fatigue": 3, "stress": 1, "mood": 5, "pain": [{"site": "left achilles", "level": 1}]}""").statusCode(200);
        assertThat(pool.preparedQuery("select entry = $2::text::jsonb from wellness where athlete_id = $1")
                        .execute(Tuple.of(ana.athlete(), golden))
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
        ana.enter(today, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
        assertThat(entries()).isZero();
        assertThat(owner.count("select count(*) from outbox_head where athlete_id = $1", ana.athlete()))
                .isZero();
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
        ana.enter(today, body).statusCode(400).contentType("application/problem+json");
        assertThat(entries()).isZero();
    }

    @Test
    void a_day_to_come_or_of_long_ago_is_refused() {
        ana.enter(today.plusDays(1), USUAL).statusCode(422).body("errors[0].parameter", equalTo("date"));
        ana.enter(today.minusYears(11), USUAL).statusCode(422).body("errors[0].parameter", equalTo("date"));
        as("ana").body(USUAL).put(ana.wellness(null) + "/yesterday").then().statusCode(400);
        as("ana").get(ana.readiness() + "?on=" + today.plusDays(1)).then().statusCode(422);
        assertThat(entries()).isZero();
    }

    /** D21. */
    @Test
    void a_coach_sees_how_ready_and_never_what_was_entered() {
        for (var person : List.of("coach", "assistant")) {
            as(person).get(ana.wellness(null)).then().statusCode(403);
            as(person).body("{broken").put(ana.wellness(today)).then().statusCode(403);
            as(person).delete(ana.wellness(today)).then().statusCode(403);
            as(person).get(ana.readiness()).then().statusCode(200);
        }
        partner("wellness:write").body(USUAL).put(ana.wellness(today)).then().statusCode(200);
        partner("load:read").get(ana.readiness()).then().statusCode(200);
        partner("load:read")
                .body(USUAL)
                .put(ana.wellness(today))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
        partner("wellness:write").get(ana.wellness(null)).then().statusCode(403);
        partner("wellness:write").delete(ana.wellness(today)).then().statusCode(403);
        given().get(ana.readiness()).then().statusCode(401);
    }

    /** U22: a watch that reports the night takes nothing away of what the athlete said, nor does the athlete of the watch's. */
    @Test
    void each_source_owns_the_fields_it_sent_and_the_athletes_word_goes_first() {
        ana.enter(today, "{\"pain\": [{\"site\": \"left knee\", \"level\": 8}], \"fatigue\": 3}")
                .statusCode(200)
                .body("sources", nullValue());
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("REST"));
        partner("wellness:write")
                .body("{\"sleepHours\": 5.5, \"fatigue\": 1}")
                .put(ana.wellness(today))
                .then()
                .statusCode(200)
                .body("pain[0].level", equalTo(8))
                .body("sleepHours", equalTo(5.5f))
                .body("fatigue", equalTo(3))
                .body("sources", equalTo(Map.of("sleepHours", "client:partner-demo")));
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("REST"));
        partner("wellness:write")
                .body("{\"hrvMillis\": 60}")
                .put(ana.wellness(today))
                .then()
                .statusCode(200)
                .body("sleepHours", nullValue())
                .body("sources", equalTo(Map.of("hrvMillis", "client:partner-demo")));
        ana.enter(today, "{\"sleepHours\": 7.5}")
                .statusCode(200)
                .body("pain", nullValue())
                .body("fatigue", nullValue())
                .body("hrvMillis", equalTo(60f));
        partner("wellness:read")
                .get(ana.wellness(null))
                .then()
                .statusCode(200)
                .body("items[0].sleepHours", equalTo(7.5f))
                .body("items[0].sources.hrvMillis", equalTo("client:partner-demo"));
        as("ana").delete(ana.wellness(today)).then().statusCode(204);
        assertThat(entries()).isZero();
    }

    @Test
    void a_morning_that_is_not_there_matches_no_tag() {
        as("ana")
                .header("If-Match", "*")
                .body(USUAL)
                .put(ana.wellness(today))
                .then()
                .statusCode(412);
        assertThat(entries()).isZero();
        ana.enter(today, USUAL).statusCode(200);
        as("ana")
                .header("If-Match", "*")
                .body(USUAL)
                .put(ana.wellness(today))
                .then()
                .statusCode(200);
    }

    /** "No pain" is a word like any other: it goes before a partner's pain, and a device's silence is none. */
    @Test
    void an_empty_list_says_that_there_is_none() {
        partner("wellness:write")
                .body("{\"pain\": [{\"site\": \"knee\", \"level\": 8}]}")
                .put(ana.wellness(today))
                .then()
                .statusCode(200);
        as("ana").get(ana.readiness()).then().body("verdict", equalTo("REST"));
        ana.enter(today, "{\"pain\": []}")
                .statusCode(200)
                .body("pain", hasSize(0))
                .body("sources", nullValue());
        as("ana")
                .get(ana.readiness())
                .then()
                .body("verdict", equalTo("UNKNOWN"))
                .body("morningsEntered", equalTo(1));
        as("ana").get(ana.wellness(null)).then().body("items[0].pain", hasSize(0));
    }

    @Test
    void a_patch_says_more_of_a_morning_or_takes_it_back() {
        ana.patch(as("ana"), "{}").statusCode(422);
        var tag = ana.patch(as("ana"), "{\"fatigue\": 4, \"mood\": 3, \"illness\": \"COLD\"}")
                .statusCode(200)
                .extract()
                .header("ETag");
        ana.patch(partner("wellness:write"), "{\"sleepHours\": 6.5}")
                .statusCode(200)
                .body("fatigue", equalTo(4))
                .body("sleepHours", equalTo(6.5f));
        ana.patch(as("ana").header("If-Match", tag), "{\"fatigue\": 1}").statusCode(412);
        ana.patch(as("ana"), "{\"fatigue\": null, \"symptoms\": [\"CHEST_PAIN\"]}")
                .statusCode(200)
                .body("fatigue", nullValue())
                .body("mood", equalTo(3))
                .body("sleepHours", equalTo(6.5f));
        as("coach")
                .get(ana.readiness())
                .then()
                .body("verdict", equalTo("REST"))
                .body("reasons.code", equalTo(List.of("SYMPTOMS", "ILLNESS")))
                .body("notice", containsString("112"));
        ana.patch(as("ana"), "{\"fatigue\": 6}").statusCode(422).body("errors[0].pointer", equalTo("/fatigue"));
        ana.patch(as("ana"), "{\"tiredness\": 3}").statusCode(400);
        ana.patch(partner("wellness:write"), "{\"sleepHours\": null}")
                .statusCode(200)
                .body("sources", nullValue());
        ana.patch(as("ana"), "{\"mood\": null, \"symptoms\": null, \"illness\": null}")
                .statusCode(422);
        assertThat(entries()).isEqualTo(1);
    }

    /** Who has just signed up enters the first morning before this service has heard of them. */
    @Test
    void a_newcomers_first_requests_wait_for_the_profile() {
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

    private long entries() {
        return owner.count("select count(*) from wellness where athlete_id = $1", ana.athlete());
    }
}
