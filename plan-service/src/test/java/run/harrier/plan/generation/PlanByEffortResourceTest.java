package run.harrier.plan.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static run.harrier.plan.generation.PlanRequests.TEN_K;
import static run.harrier.plan.generation.PlanRequests.as;
import static run.harrier.plan.generation.PlanRequests.generate;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Plans by effort alone, and where else no pace is shown (S9, S84, D16). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class PlanByEffortResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    /** S9: no pace anywhere, also where one is asked for; race pace is a word, and heart rates keep their ceiling. */
    @Test
    void a_plan_by_effort_has_no_pace_anywhere() {
        var athlete = athletes.anyAthlete();
        var plan = generate(athlete, TEN_K.replace("{\"kind\"", "{\"effortOnly\": true, \"kind\""))
                .statusCode(201)
                .body("request.effortOnly", equalTo(true));
        var calendar = as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?from=2026-11-23&to=2027-02-14&paces=true")
                .then()
                .statusCode(200)
                .body("items.planId", everyItem(equalTo(plan.extract().path("id"))))
                .body("items.findAll { it.kind == 'LONG' }.withoutPaces", everyItem(equalTo("EFFORT_ONLY")))
                .body("items.find { it.kind == 'REST' }", not(hasKey("withoutPaces")))
                .body("items[-1].withoutPaces", equalTo("EFFORT_ONLY"))
                .body("items[-1].steps.distanceMetres", hasItem(10_000f))
                .body("items[-1].steps.target.raceDistanceMetres", hasItem(10_000f))
                .body("items[-1].purpose", equalTo("Race day: 10 km. Start slower than you want to."))
                .body("items.findAll { it.kind == 'LONG' }.collect { it.steps[0].heartRateCeilingBpm }", hasItem(150));
        assertThat(calendar.extract().asString())
                .contains("\"rpeLowest\"")
                .doesNotContain("\"paces\"", "SecondsPerKm", "s/km");
        assertThat(stretches(calendar.extract().jsonPath().getList("items.collectMany { it.steps }")))
                .isNotEmpty()
                .allMatch(step -> step.containsKey("rpeLowest") && step.containsKey("rpeHighest"))
                .allMatch(step -> step.containsKey("durationSeconds") || step.containsKey("distanceMetres"));
        var long1 = calendar.extract().jsonPath().getString("items.find { it.kind == 'LONG' }.id");
        var path = "/api/v1/athletes/" + athlete + "/sessions/" + long1;
        as("ana").get(path + "?paces=true").then().body("withoutPaces", equalTo("EFFORT_ONLY"));
        as("ana")
                .body("{\"on\": \"2026-11-28\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("withoutPaces", equalTo("EFFORT_ONLY"))
                .body("steps", everyItem(not(hasKey("paces"))));
    }

    /** Steps as they are run, those of a repeat once. */
    private static Stream<Map<?, ?>> stretches(List<?> steps) {
        return steps.stream()
                .map(step -> (Map<?, ?>) step)
                .flatMap(step -> step.get("steps") instanceof List<?> repeated ? stretches(repeated) : Stream.of(step));
    }

    /** S9: what is possible instead of a refused plan by effort goes by effort too. */
    @Test
    void what_is_possible_instead_of_a_plan_by_effort_goes_by_effort() {
        generate(athletes.anyAthlete(), """
                {"kind": "RACE", "start": "2026-11-23", "effortOnly": true,
                 "goal": {"distanceMetres": 42195, "date": "2026-12-13"}}""").statusCode(422).body("possible.effortOnly", equalTo(true));
    }

    /** S9, S84: nothing of base has a pace unless it is asked for, later weeks have theirs. */
    @Test
    void a_plan_by_pace_is_shown_without_in_base() {
        var athlete = athletes.anyAthlete();
        var weeks = generate(athlete, TEN_K).statusCode(201).extract().jsonPath();
        var base = weeks.getList("weeks.findAll { it.phase == 'BASE' }.collectMany { it.sessions }", String.class);
        var inBase =
                "items.findAll { it.id in ['%s'] && it.kind in ['EASY', 'LONG'] }".formatted(String.join("', '", base));
        var sessions = "/api/v1/athletes/" + athlete + "/sessions?from=2026-11-23&to=2027-02-14";
        as("ana")
                .get(sessions)
                .then()
                .body(inBase + ".size()", greaterThan(4))
                .body(inBase + ".withoutPaces", everyItem(equalTo("BASE")))
                .body(inBase + ".collectMany { it.steps }", everyItem(not(hasKey("paces"))))
                .body(inBase + ".collect { it.steps[0].durationSeconds }", everyItem(greaterThan(600)))
                .body("items[-1]", not(hasKey("withoutPaces")))
                .body(
                        "items.findAll { it.kind == 'LONG' && it.on > '2027-01-15' }.collect { it.steps[0] }",
                        everyItem(hasKey("paces")));
        as("ana")
                .get(sessions + "&paces=true")
                .then()
                .body("items", everyItem(not(hasKey("withoutPaces"))))
                .body(inBase + ".collect { it.steps[0] }", everyItem(hasKey("paces")));
    }

    /** D16. */
    @Test
    void without_a_result_a_plan_goes_by_effort() {
        var athlete = athletes.anAthleteWithoutResult();
        generate(athlete, TEN_K).statusCode(201);
        as("ana")
                .get("/api/v1/athletes/" + athlete + "/sessions?from=2026-11-23&to=2027-02-14&paces=true")
                .then()
                .body("items.findAll { it.kind == 'EASY' }.collect { it.steps[0].rpeHighest }", hasItem(3))
                .body("items.findAll { it.kind == 'EASY' }.withoutPaces", everyItem(equalTo("NO_RESULT")))
                .body(not(containsString("SecondsPerKm")));
    }
}
