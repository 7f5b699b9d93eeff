package run.harrier.plan.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static run.harrier.plan.generation.PlanRequests.TEN_K;
import static run.harrier.plan.generation.PlanRequests.as;
import static run.harrier.plan.generation.PlanRequests.generate;
import static run.harrier.plan.generation.PlanRequests.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Relation;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.LoadServiceEvents;
import run.harrier.plan.PlanEvents;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.openapi.DeclaredStatuses;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Plans over HTTP, from a request to what is kept. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class PlanResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    PlanEvents events;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void a_plan_is_generated_kept_and_announced() {
        var athlete = athletes.anyAthlete();
        var created = generate(athlete, TEN_K)
                .statusCode(201)
                .header("Location", startsWith("/api/v1/athletes/" + athlete + "/plans/"))
                .body("kind", equalTo("RACE"))
                .body("start", equalTo("2026-11-23"))
                .body("end", equalTo("2027-02-14"))
                .body("taperFrom", equalTo("2027-02-05"))
                .body("request.goal.distanceMetres", equalTo(10000f))
                .body("weeks", hasSize(12))
                .body("weeks[0].start", equalTo("2026-11-23"))
                .body("weeks[0].phase", equalTo("BASE"))
                .body("weeks[11].phase", equalTo("TAPER"))
                .body("weeks.down", hasItem(true))
                .body("weeks[0]", not(hasKey("durationSecondsHighest")))
                .body("certificate.rule", hasItems("S53", "S54", "S24", "S21", "S40"))
                .body("certificate.holds", everyItem(equalTo(true)));
        var path = created.extract().header("Location");
        assertThat(as("coach").get(path).then().statusCode(200).extract().asString())
                .isEqualTo(created.extract().asString());
        var sessions = created.extract().jsonPath().<List<String>>getList("weeks.sessions").stream()
                .flatMap(List::stream)
                .toList();
        as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?from=2026-11-23&to=2027-02-14")
                .then()
                .body("items.id", equalTo(sessions))
                .body("items.purpose", everyItem(not(equalTo(""))))
                .body("items.findAll { it.kind == 'STRENGTH' }.exercises", everyItem(hasSize(greaterThan(2))))
                .body("items.findAll { it.kind == 'EASY' }.cues", everyItem(hasSize(greaterThan(0))))
                .body("items.findAll { it.kind == 'LONG' }", everyItem(not(hasKey("cues"))))
                .body("items[-1].kind", equalTo("RACE"))
                .body("items[-1].on", equalTo("2027-02-14"))
                .body("items.findAll { it.kind == 'EASY' }.size()", not(equalTo(0)))
                .body(
                        "items.findAll { it.on.endsWith('-27') && it.kind == 'EASY' && it.on < '2026-12-01' }",
                        hasSize(0));
        await().untilAsserted(() -> assertThat(events.of(athlete, EventType.PLAN_GENERATED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(path).endsWith(event.get("planId").asText());
                    assertThat(event.get("kind").asText()).isEqualTo("RACE");
                    assertThat(event.get("start").asText()).isEqualTo("2026-11-23");
                    assertThat(event.get("end").asText()).isEqualTo("2027-02-14");
                }));
    }

    /** D9: Monday strength, Tuesday 20-30 minutes, Friday cross-training or rest, Sunday rest. */
    @Test
    void the_beginners_base_plan_is_a_second_kind() {
        var athlete = athletes.anyAthlete();
        generate(athlete, "{\"kind\": \"BEGINNER_BASE\", \"start\": \"2026-11-23\"}")
                .statusCode(201)
                .body("$", not(hasKey("taperFrom")))
                .body("weeks[0].durationSeconds", equalTo(80 * 60))
                .body("weeks[0].durationSecondsHighest", equalTo(100 * 60));
        as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?to=2026-11-29")
                .then()
                .body("items.kind", contains("STRENGTH", "EASY", "STRENGTH", "EASY", "CROSS_TRAINING", "EASY", "REST"))
                .body("items[1].steps[0].durationSeconds", equalTo(20 * 60))
                .body("items[1].steps[0].durationSecondsHighest", equalTo(30 * 60))
                .body("items[1].steps[0]", not(hasKey("paces")))
                .body("items[4].alternatives", contains("REST"));
    }

    /** D51: base without a goal, of as many weeks as asked for. */
    @Test
    void a_plan_may_lead_to_no_race() {
        var athlete = athletes.anyAthlete();
        generate(athlete, "{\"kind\": \"BASE\", \"start\": \"2026-11-23\", \"weeks\": 5}")
                .statusCode(201)
                .body("kind", equalTo("BASE"))
                .body("end", equalTo("2026-12-27"))
                .body("$", not(hasKey("taperFrom")))
                .body("request.weeks", equalTo(5))
                .body("weeks.phase", everyItem(equalTo("BASE")))
                .body("certificate.holds", everyItem(equalTo(true)));
        generate(athlete, "{\"kind\": \"WALK_RUN\", \"start\": \"2026-11-23\"}")
                .statusCode(201)
                .body("weeks", hasSize(8));
        as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?to=2026-11-29")
                .then()
                .body("items.findAll { it.kind == 'EASY' }", hasSize(3))
                .body("items[1].steps[0].steps.kind", contains("RUN", "WALK"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D51 | /goal | {\"kind\": \"BASE\", \"start\": \"2026-11-23\","
                        + " \"goal\": {\"distanceMetres\": 5000, \"date\": \"2026-12-13\"}}",
                "D51 | /weeks | {\"kind\": \"WALK_RUN\", \"start\": \"2026-11-23\", \"weeks\": 4}",
                "S40 | /goal/date | {\"kind\": \"RACE\", \"start\": \"2026-11-23\","
                        + " \"goal\": {\"distanceMetres\": 42195, \"date\": \"2026-12-13\"}}",
                "S24 | /qualityPerWeek | {\"kind\": \"RACE\", \"start\": \"2026-11-23\", \"daysPerWeek\": 2,"
                        + " \"qualityPerWeek\": 3, \"goal\": {\"distanceMetres\": 10000, \"date\": \"2027-02-14\"}}"
            })
    void an_impossible_request_is_422_by_its_rule_and_the_possible_one_is_taken(
            String rule, String pointer, String request) {
        var athlete = athletes.anyAthlete();
        var refused = generate(athlete, request)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:against-rule"))
                .body("rule", equalTo(rule))
                .body("errors.pointer", contains(pointer));
        assertThat(plansOf(athlete)).isZero();
        var possible = refused.extract().jsonPath().getMap("possible");
        given().auth()
                .oauth2(Tokens.person("ana"))
                .contentType("application/json")
                .body(possible)
                .post(plans(athlete))
                .then()
                .statusCode(201);
    }

    /** S1: the intake comes first; a newcomer who has just answered it is not refused. */
    @Test
    void a_plan_waits_for_an_intake_that_is_on_its_way_and_not_for_long() {
        var athlete = athletes.anAthleteOnlyInAccess();
        generate(athlete, TEN_K).statusCode(503).header("Retry-After", "1");
        var profile = athletes.golden(EventType.PROFILE_CHANGED, athlete);
        var intake = profile.remove("intake");
        athletes.publish(EventType.PROFILE_CHANGED, profile);
        athletes.publish(EventType.FITNESS_CHANGED, athletes.golden(EventType.FITNESS_CHANGED, athlete));
        generate(athlete, TEN_K)
                .statusCode(422)
                .body("rule", equalTo("S1"))
                .body(
                        "detail",
                        equalTo("The intake comes before a plan: answer all its questions, unknown is an answer."
                                + " Nothing can be planned before that."));
        var later = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
        profile.set("intake", intake);
        CompletableFuture.runAsync(() -> athletes.send(EventType.PROFILE_CHANGED, profile), later);
        generate(athlete, TEN_K).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"daysPerWeek\": 4, \"qualityPerWeek\": 2",
                "\"daysPerWeek\": 5, \"baseDone\": true",
                "\"daysPerWeek\": 5, \"weeklyHours\": 12",
                "\"daysPerWeek\": 5, \"longestEasyMinutes\": 100"
            })
    void what_goes_beyond_a_rule_is_the_coachs_word(String override) {
        var athlete = athletes.anyAthlete();
        var request = TEN_K.replace("\"daysPerWeek\": 5", override);

        generate(athlete, request)
                .statusCode(403)
                .body("detail", startsWith("This plan goes beyond a rule of training. That is your coach's word"));
        assertThat(plansOf(athlete)).isZero();
        as("coach")
                .body(request)
                .post(plans(athlete))
                .then()
                .statusCode(201)
                .body("requestedBy.relation", equalTo("COACH"))
                .body("requestedBy.subject", equalTo("coach"));
    }

    @Test
    void an_athlete_without_a_coach_has_that_word() {
        var athlete = athletes.anyAthlete();
        athletes.grant(athlete, new Grant("ana", Relation.ATHLETE, null, null));

        generate(athlete, TEN_K.replace("\"daysPerWeek\": 5", "\"daysPerWeek\": 4, \"qualityPerWeek\": 2"))
                .statusCode(201)
                .body("requestedBy.relation", equalTo("ATHLETE"))
                .body("certificate.findAll { it.override != null }.rule", hasItem("S23"));
    }

    /** D41. */
    @Test
    void who_has_run_a_progression_run_does_not_begin_with_a_first_one() {
        var athlete = athletes.anyAthlete();
        generate(athlete, TEN_K).statusCode(201);
        assertThat(firstProgression(athlete)).startsWith("30 min");
        loads.run(
                athlete,
                "2026-11-18",
                run -> run.putObject("progression")
                        .put("kind", "THIRDS")
                        .putArray("thirdsSecondsPerKm")
                        .add(360)
                        .add(340)
                        .add(320));

        generate(athlete, TEN_K).statusCode(201);
        assertThat(firstProgression(athlete)).doesNotStartWith("30 min");
    }

    private static String firstProgression(UUID athlete) {
        return as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?from=2026-11-23&to=2027-02-14")
                .then()
                .extract()
                .path("items.find { it.kind == 'PROGRESSION' }.purpose");
    }

    /** D37: a time trial after it, which is the newest result, does not hide it. */
    @Test
    void a_marathon_days_before_makes_the_first_weeks_small() {
        var athlete = athletes.anyAthlete();
        var fitness = athletes.golden(EventType.FITNESS_CHANGED, athlete);
        fitness.withObject("lastResult").put("kind", "TIME_TRIAL").put("on", "2026-11-22");
        ((ObjectNode) fitness.withArray("races").get(0)).put("on", "2026-11-21").put("distanceMetres", 42195);
        athletes.send(EventType.FITNESS_CHANGED, fitness);
        await().untilAsserted(() -> generate(athlete, TEN_K)
                .statusCode(201)
                .body("notes", hasItem("The first weeks are smaller and easy, after the race before the plan"))
                .body("certificate.findAll { it.rule == 'D37' }.holds", contains(true, true)));
        as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?from=2026-11-23&to=2026-11-26")
                .then()
                .body("items.kind", everyItem(equalTo("REST")));
    }

    /** D37. */
    @Test
    void a_planned_race_makes_the_weeks_of_the_plan_after_it_small() {
        var athlete = athletes.anyAthlete();
        generate(athlete, TEN_K).statusCode(201).body("notes", not(hasItem(startsWith("The first weeks"))));
        generate(athlete, """
                {"kind": "BASE", "start": "2027-02-15", "daysPerWeek": 5, "currentWeeklyDistanceMetres": 40000}""")
                .statusCode(201)
                .body("notes", hasItem(startsWith("The first weeks are smaller and easy")));
    }

    @Test
    void plans_are_listed_newest_first_in_pages_and_deleted_once() {
        var athlete = athletes.anyAthlete();
        var ids = List.of(planOf(athlete), planOf(athlete), planOf(athlete)).reversed();
        var page = as("ana")
                .get(plans(athlete) + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(ids.subList(0, 2)))
                .body("items[0].goal.date", equalTo("2027-02-14"));
        as("ana")
                .get(plans(athlete) + "?after=" + page.extract().<String>path("next"))
                .then()
                .body("items.id", equalTo(ids.subList(2, 3)))
                .body("$", not(hasKey("next")));
        as("ana").get(plans(athlete) + "?after=nonsense").then().statusCode(400);
        as("ana").get(plans(athlete) + "?limit=201").then().statusCode(400).body("errors.parameter", contains("limit"));
        as("assistant").delete(plans(athlete) + "/" + ids.getFirst()).then().statusCode(403);
        as("coach").delete(plans(athlete) + "/" + ids.getFirst()).then().statusCode(204);
        as("coach").delete(plans(athlete) + "/" + ids.getFirst()).then().statusCode(404);
        as("coach").get(plans(athlete) + "/" + ids.getFirst()).then().statusCode(404);
        as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions")
                .then()
                .body("items.planId", everyItem(equalTo(ids.get(1))));
    }

    @Test
    void the_same_idempotency_key_is_one_plan() {
        var athlete = athletes.anyAthlete();
        var first = as("ana").header("Idempotency-Key", "once").body(TEN_K).post(plans(athlete));
        var second = as("ana").header("Idempotency-Key", "once").body(TEN_K).post(plans(athlete));
        assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(plansOf(athlete)).isOne();
    }

    @Test
    void who_may_have_a_plan_generated_is_d21() {
        var athlete = athletes.anyAthlete();
        var plan = plans(athlete) + "/" + planOf(athlete);
        as("assistant").body(TEN_K).post(plans(athlete)).then().statusCode(403);
        as("coach").body(TEN_K).post(plans(athlete)).then().statusCode(201);
        var partner = given().auth().oauth2(Tokens.partner("partner-demo", "plan:read"));
        partner.get(plan).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.partner("partner-demo", "load:read"))
                .get(plan)
                .then()
                .statusCode(403);
        as("ana")
                .get(plans(athletes.anyAthlete()) + plan.substring(plan.lastIndexOf('/')))
                .then()
                .statusCode(404);
        as("ana")
                .delete(plans(athletes.anyAthlete()) + plan.substring(plan.lastIndexOf('/')))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /start | {\"kind\": \"RACE\", \"start\": \"tomorrow\"}",
                "400 | /kind | {\"kind\": \"MARATHON\", \"start\": \"2026-11-23\"}",
                "400 | /pace | {\"kind\": \"RACE\", \"start\": \"2026-11-23\", \"pace\": 1}",
                "422 | /start | {\"kind\": \"RACE\"}",
                "422 | /goal/distanceMetres | {\"kind\": \"RACE\", \"start\": \"2026-11-23\","
                        + " \"goal\": {\"distanceMetres\": -1, \"date\": \"2027-02-14\"}}",
                "422 | /goal/date | {\"kind\": \"RACE\", \"start\": \"2026-11-23\", \"goal\": {\"distanceMetres\": 5000}}",
                "422 | /start | {\"kind\": \"RACE\", \"start\": \"2026-11-24\","
                        + " \"goal\": {\"distanceMetres\": 10000, \"date\": \"2027-02-14\"}}"
            })
    void bad_input_is_refused_with_its_place(int status, String pointer, String request) {
        var athlete = athletes.anyAthlete();
        generate(athlete, request).statusCode(status).body("errors.pointer", hasItem(pointer));
        assertThat(plansOf(athlete)).isZero();
    }

    /** The gateway's document declares 406 for every operation, the service's for none. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/xml"})
    void a_list_is_json_or_nothing(String type) {
        var athlete = athletes.anyAthlete();
        as("ana")
                .noFiltersOfType(DeclaredStatuses.class)
                .accept(type)
                .get(plans(athlete))
                .then()
                .statusCode(406);
    }

    private long plansOf(UUID athlete) {
        return athletes.count("select count(*) from plan where athlete_id = $1", Tuple.of(athlete));
    }

    private static String planOf(UUID athlete) {
        return generate(athlete, TEN_K).statusCode(201).extract().path("id");
    }
}
