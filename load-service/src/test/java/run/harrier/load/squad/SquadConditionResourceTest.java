package run.harrier.load.squad;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.database.DatabaseRows;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;

/** The load side of the morning (U1): one query for a squad of any size, for its coaches alone. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class SquadConditionResourceTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-25");

    @Inject
    AthleteService owner;

    @Inject
    MeterRegistry meters;

    private final UUID squad = UUID.randomUUID();

    @BeforeEach
    void all_rights_are_heard_of() {
        owner.confirmAccess(OffsetDateTime.now().plusHours(1));
    }

    @Test
    void each_athlete_is_there_with_verdict_and_findings() {
        squadOf(3);
        owner.run("""
                insert into wellness (athlete_id, day, entry)
                select distinct athlete_id, $2::date - 200, '{"symptoms": ["FAINTING"]}'::jsonb
                from access join athlete using (athlete_id) where squad_id = $1 and display_name = 'Runner 3'
                """, Tuple.of(squad, DAY));
        owner.run("""
                update wellness set entry = '{"fatigue": 5}'
                where day = $2 and athlete_id = (
                    select athlete_id from access join athlete using (athlete_id)
                    where squad_id = $1 and display_name = 'Runner 1' limit 1)
                """, Tuple.of(squad, DAY));
        owner.run("""
                update wellness set entry = entry || '{"pain": [{"site": "left knee", "level": 2}]}'
                where day > $2::date - 3 and athlete_id in (
                    select athlete_id from access join athlete using (athlete_id)
                    where squad_id = $1 and display_name = 'Runner 2')
                """, Tuple.of(squad, DAY));
        as("coach")
                .get(path())
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.find { it.displayName == 'Runner 3' }.readiness", equalTo("REST"))
                .body("items.find { it.displayName == 'Runner 1' }.readiness", equalTo("EASE_OFF"))
                .body("items.find { it.displayName == 'Runner 1' }.findings.code", contains("NOT_READY"))
                .body("items.find { it.displayName == 'Runner 2' }.readiness", equalTo("READY"))
                .body("items.find { it.displayName == 'Runner 2' }.findings[0].code", equalTo("SAME_PAIN"))
                .body("items.find { it.displayName == 'Runner 2' }.findings[0].severity", equalTo("WATCH"));
        as("assistant")
                .get("/api/v1/squads/" + squad + "/condition?on=" + DAY.plusDays(20))
                .then()
                .statusCode(200)
                .body("items.find { it.displayName == 'Runner 1' }.readiness", equalTo("UNKNOWN"))
                .body("items.find { it.displayName == 'Runner 1' }.findings[0].code", equalTo("SILENT"));
        as("coach")
                .get("/api/v1/squads/" + squad + "/condition?on=someday")
                .then()
                .statusCode(400);
    }

    @Test
    void what_was_run_is_joined_with_how_they_are() {
        var ana = member("ana");
        var ben = member("ben");
        for (int day = 28; day >= 8; day--) {
            ana.enter(Runs.daysAgo(day), 30, 3);
        }
        for (int day = 7; day >= 1; day--) {
            ana.enter(Runs.daysAgo(day), 60, 7);
        }
        ben.enter(Runs.daysAgo(9), 30, 3);
        as("coach")
                .get("/api/v1/squads/" + squad + "/condition?on=" + Runs.TODAY.minusDays(1))
                .then()
                .statusCode(200)
                .body(
                        "items.athleteId",
                        containsInAnyOrder(
                                ana.athlete().toString(), ben.athlete().toString()))
                .body(item(ana) + "displayName", equalTo("Ana"))
                .body(item(ana) + "readiness", equalTo("UNKNOWN"))
                .body(item(ana) + "acwr.provisional", equalTo(false))
                .body(item(ana) + "findings.code", hasItem("OVERREACHING"))
                .body(item(ben) + "findings.code", hasItem("SILENT"))
                .body(item(ben) + "doneSeconds", equalTo(0f));
    }

    /** S104: a week's plan is of runs, and of what is due today is not. */
    @Test
    void minutes_done_are_those_of_runs_and_without_today_those_of_the_days_before() {
        var ana = member("ana");
        var monday = Runs.TODAY.minusDays(7).with(DayOfWeek.MONDAY);
        var daysAgo = (int) ChronoUnit.DAYS.between(monday, Runs.TODAY);
        ana.enter(Runs.daysAgo(daysAgo), 30, 3);
        ana.enter(Runs.daysAgo(daysAgo - 1), 40, 3);
        ana.enter("""
                {"sport": "RIDE", "startedAt": "%s", "durationSeconds": 7200}""".formatted(Runs.daysAgo(daysAgo))).statusCode(201);
        as("coach")
                .get("/api/v1/squads/" + squad + "/condition?on=" + monday.plusDays(1))
                .then()
                .statusCode(200)
                .body(item(ana) + "doneSeconds", equalTo(4200f))
                .body(item(ana) + "doneBeforeSeconds", equalTo(1800f));
    }

    /** S22, S102: moderate running that the plan asked for is no fault, however the rest of the session went. */
    @Test
    void what_the_plan_asked_for_is_no_fault() {
        var ana = member("ana");
        var first = marathonPace(ana, 2);
        var second = marathonPace(ana, 1);
        findings().body(item(ana) + "findings.code", hasItems("GREY_ZONE", "EASY_TOO_HARD"));
        var session = UUID.randomUUID();
        matched(ana, session, first, 1800);
        matched(ana, UUID.randomUUID(), second, 1800);
        await().untilAsserted(() -> findings()
                .body(item(ana) + "findings.code", allOf(not(hasItem("GREY_ZONE")), not(hasItem("EASY_TOO_HARD")))));
        matched(ana, session, first, 600);
        await().untilAsserted(() -> findings().body(item(ana) + "findings.code", hasItem("GREY_ZONE")));
    }

    private static String marathonPace(Runs runs, int daysAgo) {
        return runs.upload(
                        Runs.FIT,
                        SimulatedRun.starting(Runs.daysAgo(daysAgo))
                                .run(1800, 3.675, 0, 150)
                                .fit())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse findings() {
        return as("coach").get("/api/v1/squads/" + squad + "/condition").then().statusCode(200);
    }

    private void matched(Runs runs, UUID session, String activity, double moderateSeconds) {
        owner.send(
                EventType.SESSION_MATCHED,
                owner.golden(EventType.SESSION_MATCHED, runs.athlete())
                        .put("sessionId", session.toString())
                        .put("activityId", activity)
                        .put("verdict", "DONE")
                        .put("quality", false)
                        .put("prescribedModerateSeconds", moderateSeconds));
    }

    /** D23: also of those who are in the squad. */
    @Test
    void who_has_left_while_nothing_was_heard_is_not_shown() {
        squadOf(3);
        var all = ids(as("coach").get(path()));
        assertThat(all).hasSize(3);
        AthleteServiceStub.says(squad, "COACH", all.subList(0, 2));
        assertThat(ids(as("coach").get(path()))).hasSize(3);
        owner.confirmAccess(OffsetDateTime.now().minusSeconds(61));
        assertThat(ids(as("coach").get(path()))).containsExactlyInAnyOrderElementsOf(all.subList(0, 2));
        AthleteServiceStub.says(squad, "COACH", List.of());
        as("coach").get(path()).then().statusCode(200).body("items", hasSize(0));
    }

    /** Her own grants are still under way; those of the other coaches say who is in the squad. */
    @Test
    void a_coach_named_a_moment_ago_sees_the_whole_squad() {
        squadOf(3);
        var all = ids(as("coach").get(path()));
        as("named").get(path()).then().statusCode(404);
        AthleteServiceStub.says(squad, "COACH", all);
        assertThat(ids(as("named").get(path()))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_squad_that_has_not_arrived_is_not_an_empty_one() {
        AthleteServiceStub.says(squad, "COACH", List.of(UUID.randomUUID().toString()));
        as("coach").get(path()).then().statusCode(503).header("Retry-After", "1");
        AthleteServiceStub.says(squad, "COACH", List.of());
        as("coach").get(path()).then().statusCode(200).body("items", hasSize(0));
    }

    private static List<String> ids(Response answer) {
        return answer.then().statusCode(200).extract().path("items.athleteId");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300, 3000})
    void a_squad_of_any_size_is_one_statement(int size) {
        squadOf(size);
        as("coach").get(path()).then().statusCode(200);
        assertThat(StatementCount.of(
                        "squad_access|from wellness|athlete a",
                        () -> as("coach").get(path()).then().statusCode(200).body("items", hasSize(size))))
                .hasSize(1);
    }

    /** However many ask at once, few squads are read, few wait, the others are told to come again; who leaves is forgotten. */
    @Test
    void what_is_read_at_once_is_bounded() throws Exception {
        squadOf(150);
        var asked = new ArrayList<CompletableFuture<HttpResponse<Void>>>();
        try (var database = DatabaseRows.database();
                var lock = database.createStatement();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            database.setAutoCommit(false);
            lock.execute("lock table wellness in access exclusive mode");
            for (int i = 0; i < 70; i++) {
                asked.add(client.sendAsync(
                        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path()))
                                .header("Authorization", "Bearer " + Tokens.person("coach"))
                                .build(),
                        BodyHandlers.discarding()));
            }
            await().untilAsserted(() -> assertThat(asked.stream().filter(CompletableFuture::isDone))
                    .hasSize(4)
                    .allSatisfy(answer -> {
                        assertThat(answer.join().statusCode()).isEqualTo(503);
                        assertThat(answer.join().headers().firstValue("Retry-After"))
                                .isPresent();
                    }));
            assertThat(waiting()).isEqualTo(64);
            var pending = asked.stream().filter(answer -> !answer.isDone()).toList();
            pending.subList(0, 60).forEach(answer -> answer.cancel(true));
            await().untilAsserted(() -> assertThat(waiting()).isLessThanOrEqualTo(6));
            database.commit();
            for (var answer : pending.subList(60, 66)) {
                assertThat(answer.join().statusCode()).isEqualTo(200);
            }
        }
        as("coach").get(path()).then().statusCode(200).body("items", hasSize(150));
    }

    private double waiting() {
        return meters.get("harrier.squads.waiting").gauge().value();
    }

    private Runs member(String subject) {
        return Runs.of(
                owner.anyAthlete("Etc/UTC", AthleteService.athlete(subject), AthleteService.coach("coach", squad)),
                subject);
    }

    private static String item(Runs runs) {
        return "items.find { it.athleteId == '" + runs.athlete() + "' }.";
    }

    /** So many athletes with a usual morning on each of ten days up to the day. */
    private void squadOf(int size) {
        owner.run("""
                with member as (
                    insert into athlete (athlete_id, display_name, birth_date, sex, time_zone)
                    select gen_random_uuid(), 'Runner ' || n, date '1990-01-01', 'FEMALE', 'Europe/Zurich'
                    from generate_series(1, $2) n
                    returning athlete_id
                ), granted as (
                    insert into access (athlete_id, subject, relation, squad_id)
                    select athlete_id, subject, upper(subject), $1
                    from member, unnest('{coach,assistant}'::text[]) subject
                )
                insert into wellness (athlete_id, day, entry)
                select athlete_id, $3::date - n, '{"restingHeartRateBpm": 50, "sleepHours": 8, "fatigue": 2}'
                from member, generate_series(0, 9) n
                """, Tuple.of(squad, size, DAY));
    }

    private String path() {
        return "/api/v1/squads/" + squad + "/condition?on=" + DAY;
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person));
    }
}
