package run.harrier.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;

/**
 * The README's way through the gateway, with real tokens, on the packaged services: from an empty squad to an athlete
 * with paces, a plan and today's session. Each step goes on from the one before.
 */
@ExtendWith(RunningStack.class)
@TestMethodOrder(OrderAnnotation.class)
class MainJourneyIT {
    private static final LocalDate TODAY = RunningStack.TODAY;

    private static final LocalDate RACE_DAY = TODAY.plusDays(83);

    static Stack stack;
    static People people;
    static String squad;
    static String athlete;
    static String plan;
    static List<Map<String, Object>> sessionsBefore;

    @BeforeAll
    static void start(Stack running) {
        stack = running;
        people = new People(running.config());
    }

    @Test
    @Order(1)
    void a_coach_sees_the_athlete_from_the_acceptance_on_and_not_before() {
        squad = as("coach")
                .body("{\"name\": \"Tuesday track\"}")
                .post("/squads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("coach")
                .body("{\"role\": \"ASSISTANT\"}")
                .put("/squads/{s}/coaches/assistant", squad)
                .then()
                .statusCode(200);
        var ana = as("ana").body("""
                        {"displayName": "Ana", "birthDate": "1994-03-02", "sex": "FEMALE", "timeZone": "Europe/Berlin",
                         "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 40000}
                        """).post("/athletes").then().statusCode(201).extract();
        athlete = ana.path("id");
        as("ana").body("""
                        {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                         "habits": "UNKNOWN", "longestRunMinutes": 80}
                        """).put("/athletes/{a}/intake", athlete).then().statusCode(200);
        as("coach")
                .body(Map.of("joinCode", ana.path("joinCode")))
                .post("/squads/{s}/invitations", squad)
                .then()
                .statusCode(201);
        as("coach").get("/athletes/{a}", athlete).then().statusCode(404);

        String invitation =
                as("ana").get("/invitations").then().statusCode(200).extract().path("items[0].id");
        as("ana").post("/invitations/{i}/acceptance", invitation).then().statusCode(200);
        for (var person : List.of("coach", "assistant")) {
            as(person).get("/athletes/{a}", athlete).then().statusCode(200).body("displayName", equalTo("Ana"));
        }
        as("stranger").get("/athletes/{a}", athlete).then().statusCode(404);
        given().get(people.api() + "/athletes/" + athlete)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    @Order(2)
    void a_partner_reads_what_the_athlete_consented_to() {
        asPartner("plan:read").get("/athletes/{a}/sessions", athlete).then().statusCode(404);
        as("ana")
                .body("{\"scopes\": [\"plan:read\", \"load:read\"]}")
                .put("/athletes/{a}/consents/partner-demo", athlete)
                .then()
                .statusCode(200);
        asPartner("plan:read").get("/athletes/{a}/sessions", athlete).then().statusCode(200);
        asPartner("load:read")
                .get("/athletes/{a}/sessions", athlete)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
    }

    @Test
    @Order(3)
    void a_result_gives_one_number_and_five_paces() {
        var result = ranFiveKilometres(1200).extract();
        assertThat(result.<Number>path("vdot").doubleValue()).isCloseTo(49.806, within(0.05));
        as("ana").body("""
                        {"maxBpm": 190, "restBpm": 52, "origin": "FIELD_TEST", "measuredOn": "2026-08-20"}
                        """).put("/athletes/{a}/heart-rate", athlete).then().statusCode(200);
        var fitness = as("coach").get("/athletes/{a}/fitness", athlete).then().statusCode(200);
        fitness.body("stale", equalTo(false)).body("heartRateZones.origin", equalTo("FIELD_TEST"));
        for (var zone : List.of("EASY", "MARATHON", "THRESHOLD", "INTERVAL", "REPETITION")) {
            fitness.body("paces." + zone + ".purpose", is(not("")));
        }
        assertThat(fitness.extract().<List<Number>>path("equivalents.distanceMetres"))
                .isNotEmpty();
    }

    @Test
    @Order(4)
    void the_coach_has_a_plan_written_whose_every_rule_holds() {
        var answer = as("coach")
                .body("""
                        {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"},
                         "daysPerWeek": 5, "currentWeeklyDistanceMetres": 40000, "longRunDay": "SUNDAY",
                         "noRunDays": ["FRIDAY"]}
                        """.formatted(TODAY, RACE_DAY))
                .post("/athletes/{a}/plans", athlete)
                .then()
                .statusCode(201);
        plan = answer.extract().path("id");
        assertThat(answer.extract().header("Location")).endsWith("/athletes/" + athlete + "/plans/" + plan);
        answer.body("weeks.size()", equalTo(12)).body("certificate.holds", everyItem(equalTo(true)));
        for (var rule : List.of("S21", "S24", "S40", "S53", "S54")) {
            answer.body("certificate.rule", hasItem(rule));
        }
        as("coach").get("/athletes/{a}/plans/{p}", athlete, plan).then().statusCode(200);
        as("stranger").get("/athletes/{a}/plans/{p}", athlete, plan).then().statusCode(404);

        as("coach")
                .body("""
                        {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 42195, "date": "%s"},
                         "currentWeeklyDistanceMetres": 0}
                        """.formatted(TODAY, TODAY.plusDays(20)))
                .post("/athletes/{a}/plans", athlete)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    @Order(5)
    void the_next_fortnight_reads_with_the_paces_in_force() {
        var fortnight = as("ana").get("/athletes/{a}/sessions", athlete).then().statusCode(200);
        List<String> days = fortnight.extract().path("items.on");
        assertThat(days).allSatisfy(day -> assertThat(LocalDate.parse(day)).isBetween(TODAY, TODAY.plusDays(13)));
        as("ana")
                .header("If-None-Match", fortnight.extract().header("ETag"))
                .get("/athletes/{a}/sessions", athlete)
                .then()
                .statusCode(304);
        sessionsBefore = all("items");
        assertThat(sessionsBefore.stream()
                        .filter(session -> !List.of("REST", "RACE", "STRENGTH").contains(session.get("kind")))
                        .map(session ->
                                LocalDate.parse((String) session.get("on")).getDayOfWeek()))
                .doesNotContain(DayOfWeek.FRIDAY);
        assertThat(sessionsBefore)
                .allSatisfy(
                        session -> assertThat((String) session.get("purpose")).isNotBlank());
        assertThat(sessionsBefore.toString()).contains("fastestSecondsPerKm", "heartRateCeilingBpm");
    }

    @Test
    @Order(6)
    void a_session_moved_by_hand_keeps_its_original_day_visible() {
        var easy = sessionsBefore.stream()
                .filter(session -> "EASY".equals(session.get("kind")))
                .filter(session -> LocalDate.parse((String) session.get("on")).isAfter(TODAY.plusDays(14)))
                .findFirst()
                .orElseThrow();
        var moved = LocalDate.parse((String) easy.get("on")).plusDays(1);
        as("ana")
                .header("If-Match", "\"" + easy.get("revision") + "\"")
                .body(Map.of("on", moved.toString()))
                .patch("/athletes/{a}/sessions/{s}", athlete, easy.get("id"))
                .then()
                .statusCode(200)
                .body("on", equalTo(moved.toString()));
        as("coach")
                .get("/athletes/{a}/sessions/{s}/revisions", athlete, easy.get("id"))
                .then()
                .statusCode(200)
                .body("items[0].before.on", equalTo(easy.get("on")))
                .body("items[0].after.on", equalTo(moved.toString()));
    }

    @Test
    @Order(7)
    void a_faster_result_re_paces_every_future_session_by_one_row() {
        var rows = fitnessRows();
        ranFiveKilometres(1170);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(paces(all("items"))).isNotEqualTo(paces(sessionsBefore)));
        assertThat(fitnessRows()).isEqualTo(rows + 1);
        var after = byId(all("items"));
        for (var before : sessionsBefore) {
            var pacesBefore = paces(List.of(before));
            if (!pacesBefore.isEmpty()) {
                assertThat(paces(List.of(after.get(before.get("id"))))).isNotEqualTo(pacesBefore);
            }
        }
    }

    @Test
    @Order(8)
    void what_was_run_becomes_load_and_is_matched_once() {
        var planned = sessionsBefore.stream()
                .filter(session -> "EASY".equals(session.get("kind")))
                .findFirst()
                .orElseThrow();
        as("ana")
                .header("If-Match", "\"" + planned.get("revision") + "\"")
                .body(Map.of("on", TODAY.toString()))
                .patch("/athletes/{a}/sessions/{s}", athlete, planned.get("id"))
                .then()
                .statusCode(200);
        var run = "{\"sport\": \"RUN\", \"startedAt\": \"%sT00:01:00Z\", \"durationSeconds\": 3000, \"rpe\": 3}"
                .formatted(TODAY);
        var activity = as("ana")
                .body(run)
                .post("/athletes/{a}/activities", athlete)
                .then()
                .statusCode(201)
                .extract();
        assertThat(activity.<Number>path("load.value").doubleValue()).isPositive();
        as("ana")
                .body(run)
                .post("/athletes/{a}/activities", athlete)
                .then()
                .statusCode(200)
                .body("duplicateOf", equalTo(activity.path("id")));
        as("coach").get("/athletes/{a}/load", athlete).then().statusCode(200).body("days.state", hasItem("TRAINED"));
        as("coach")
                .get("/athletes/{a}/load/intensity", athlete)
                .then()
                .statusCode(200)
                .body("total.runs", equalTo(1))
                .body("total.lowSeconds", equalTo(3000f))
                .body("holds", equalTo(true));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("coach")
                        .get("/athletes/{a}/sessions/{s}", athlete, planned.get("id"))
                        .then()
                        .body("outcome.activityId", equalTo(activity.path("id")))
                        .body("outcome.verdict", equalTo("DONE")));
    }

    @Test
    @Order(9)
    void a_bad_night_softens_tomorrow_with_the_reason_and_can_be_declined() {
        as("ana")
                .body("""
                        {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"},
                         "daysPerWeek": 5, "currentWeeklyDistanceMetres": 40000, "longRunDay": "SUNDAY"}
                        """.formatted(TODAY.minusWeeks(6), TODAY.plusWeeks(6).minusDays(1)))
                .post("/athletes/{a}/plans", athlete)
                .then()
                .statusCode(201);
        var quality = qualitySessions().getFirst();
        var tomorrow = TODAY.plusDays(1).toString();
        if (!tomorrow.equals(quality.get("on"))) {
            as("ana")
                    .header("If-Match", "\"" + quality.get("revision") + "\"")
                    .body(Map.of("on", tomorrow))
                    .patch("/athletes/{a}/sessions/{s}", athlete, quality.get("id"))
                    .then()
                    .statusCode(200);
        }
        for (int ago = 10; ago >= 1; ago--) {
            morning(TODAY.minusDays(ago), 52, 8);
        }
        as("ana").get("/athletes/{a}/readiness", athlete).then().statusCode(200);
        morning(TODAY, 62, 4.5);
        as("coach")
                .get("/athletes/{a}/readiness", athlete)
                .then()
                .statusCode(200)
                .body("verdict", is(not("READY")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> session(quality).body("kind", equalTo("EASY")));
        var revisions = as("coach")
                .get("/athletes/{a}/sessions/{s}/revisions", athlete, quality.get("id"))
                .then();
        int last = revisions.statusCode(200).extract().path("items.n.max()");
        revisions
                .body("items.find { it.n == " + last + " }.reason.text", is(not("")))
                .body("items.find { it.n == " + last + " }.before.kind", equalTo(quality.get("kind")));

        var decline = "/athletes/{a}/sessions/{s}/revisions/{n}/decline";
        as("ana").post(decline, athlete, quality.get("id"), last).then().statusCode(200);
        session(quality).body("kind", equalTo(quality.get("kind")));
        as("ana").delete(decline, athlete, quality.get("id"), last).then().statusCode(200);
        session(quality).body("kind", equalTo("EASY"));
        as("coach").get("/athletes/{a}/wellness", athlete).then().statusCode(403);
    }

    @Test
    @Order(10)
    void the_morning_shows_the_coach_who_needs_a_word_and_a_stranger_nothing() {
        as("coach")
                .get("/squads/{s}/overview", squad)
                .then()
                .statusCode(200)
                .body("items[0].athleteId", equalTo(athlete))
                .body("items[0].displayName", equalTo("Ana"))
                .body("items[0].readiness", is(not("READY")))
                .body("items[0].findings.code", hasItem("NOT_READY"));
        as("stranger").get("/squads/{s}/overview", squad).then().statusCode(404);
        as("ana").get("/squads/{s}/overview", squad).then().statusCode(404);
        asPartner("plan:read").get("/squads/{s}/overview", squad).then().statusCode(403);
    }

    /** D17, D20: the business clock moves on by two days, on which nobody ran. */
    @Test
    @Order(11)
    void when_a_day_is_over_what_was_not_run_is_missed_and_stays_as_it_was_told() {
        var tomorrow = TODAY.plusDays(1).toString();
        var untouched = all("items.findAll { it.on == '" + tomorrow + "' && it.kind == 'EASY' }")
                .getFirst();
        var later = qualitySessions().getLast();
        stack.passDays(2);
        session(untouched).body("outcome.verdict", equalTo("MISSED")).body("kind", equalTo("EASY"));
        as("ana").get("/athletes/{a}/readiness", athlete).then().statusCode(200).body("verdict", equalTo("UNKNOWN"));
        as("coach")
                .get("/squads/{s}/overview", squad)
                .then()
                .statusCode(200)
                .body("items[0].week.offPlan.on", hasItem(tomorrow))
                .body("items[0].week.offPlan.verdict", hasItem("MISSED"));

        as("ana")
                .body("""
                        {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1140, "on": "%s"}
                        """.formatted(TODAY.plusDays(2)))
                .post("/athletes/{a}/results", athlete)
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                paces(List.of(session(later).extract().<Map<String, Object>>path(""))))
                        .isNotEqualTo(paces(List.of(later))));
        assertThat(paces(List.of(session(untouched).extract().<Map<String, Object>>path(""))))
                .isNotEmpty()
                .isEqualTo(paces(List.of(untouched)));
    }

    @Test
    @Order(12)
    void who_is_removed_or_withdraws_is_a_stranger_again() {
        as("coach").delete("/squads/{s}/coaches/assistant", squad).then().statusCode(204);
        var everyService = List.of("/athletes/{a}", "/athletes/{a}/sessions", "/athletes/{a}/load");
        everyService.forEach(path -> gone(as("assistant"), path));
        gone(as("assistant"), "/squads/{s}");
        gone(as("assistant"), "/squads/{s}/overview");
        as("ana").delete("/squads/{s}/members/{a}", squad, athlete).then().statusCode(204);
        everyService.forEach(path -> gone(as("coach"), path));
        as("coach").get("/squads/{s}/overview", squad).then().statusCode(200).body("items", hasSize(0));
        asPartner("load:read").get("/athletes/{a}/load", athlete).then().statusCode(200);
        as("ana").delete("/athletes/{a}/consents/partner-demo", athlete).then().statusCode(204);
        gone(asPartner("plan:read"), "/athletes/{a}/sessions");
        gone(asPartner("load:read"), "/athletes/{a}/load");
    }

    private static void morning(LocalDate day, int restingBpm, double sleepHours) {
        as("ana")
                .body("{\"restingHeartRateBpm\": %d, \"sleepHours\": %s}".formatted(restingBpm, sleepHours))
                .put("/athletes/{a}/wellness/{d}", athlete, day.toString())
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> qualitySessions() {
        return all("items.findAll { it.quality && it.kind != 'TEST' && it.kind != 'RACE' }");
    }

    private static ValidatableResponse session(Map<String, Object> session) {
        return as("ana")
                .queryParam("paces", true)
                .get("/athletes/{a}/sessions/{s}", athlete, session.get("id"))
                .then()
                .statusCode(200);
    }

    private static void gone(RequestSpecification person, String path) {
        var address = path.replace("{a}", athlete).replace("{s}", squad);
        await().atMost(Duration.ofSeconds(5)) // D23
                .untilAsserted(() -> person.get(address).then().statusCode(404));
    }

    private static ValidatableResponse ranFiveKilometres(int seconds) {
        return as("ana")
                .body("""
                        {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": %d, "on": "%s"}
                        """.formatted(seconds, TODAY))
                .post("/athletes/{a}/results", athlete)
                .then()
                .statusCode(201);
    }

    private static List<Map<String, Object>> all(String path) {
        return as("ana")
                .queryParam("from", TODAY.toString())
                .queryParam("to", RACE_DAY.toString())
                .queryParam("paces", true)
                .get("/athletes/{a}/sessions", athlete)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private static Map<Object, Map<String, Object>> byId(List<Map<String, Object>> sessions) {
        var byId = new HashMap<Object, Map<String, Object>>();
        sessions.forEach(session -> byId.put(session.get("id"), session));
        return byId;
    }

    /** Every pace that the sessions' steps carry, in order. */
    private static List<Object> paces(List<?> nodes) {
        return nodes.stream().flatMap(node -> pacesOf(node).stream()).toList();
    }

    private static List<Object> pacesOf(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> "paces".equals(entry.getKey())
                                ? java.util.stream.Stream.of((Object) entry.getValue())
                                : pacesOf(entry.getValue()).stream())
                        .toList();
            case List<?> list -> paces(list);
            default -> List.of();
        };
    }

    private static long fitnessRows() {
        var config = stack.config();
        try (var connection = DriverManager.getConnection(config.jdbcUrl(Part.PLAN), "plan", "plan");
                var query = connection.prepareStatement("select count(*) from fitness where athlete_id = ?")) {
            query.setObject(1, UUID.fromString(athlete));
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification as(String person) {
        return people.as(person);
    }

    private static RequestSpecification asPartner(String scope) {
        return people.asPartner(scope);
    }
}
