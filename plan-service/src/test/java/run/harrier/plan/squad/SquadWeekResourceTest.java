package run.harrier.plan.squad;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** The plans' part of the morning (U1): one query for a squad of any size, for its coaches alone. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class SquadWeekResourceTest {
    private static final String MONDAY = "2026-11-23";

    @Inject
    AthleteServiceEvents athletes;

    @Inject
    TestClock clock;

    private final UUID squad = UUID.randomUUID();

    @BeforeEach
    void it_is_wednesday_morning_in_auckland_and_tuesday_in_london() {
        clock.set("2026-11-24T20:00:00Z");
        athletes.confirmAccess(OffsetDateTime.now().plusHours(1));
    }

    @Test
    void each_athlete_has_the_week_of_the_own_today() {
        squadOf(1, "Pacific/Auckland");
        squadOf(1, "Europe/London");
        var answer = as("coach").get(path()).then().statusCode(200).body("items", hasSize(2));
        answer.body("items.find { it.on == '2026-11-25' }.dueSeconds", equalTo(2 * 3600))
                .body("items.find { it.on == '2026-11-24' }.dueSeconds", equalTo(3600))
                .body("items.plannedSeconds", equalTo(List.of(7 * 3600, 7 * 3600)))
                .body("items.find { it.on == '2026-11-24' }.offPlan.on", contains("2026-11-23"))
                .body(
                        "items.find { it.on == '2026-11-25' }.offPlan",
                        equalTo(List.of(missed("2026-11-23"), missed("2026-11-24"))));
        as("coach")
                .get(path() + "?on=2026-11-29")
                .then()
                .body("items.dueSeconds", equalTo(List.of(21600, 21600)))
                .body("items.collect { it.offPlan.size() }.sort()", equalTo(List.of(1, 2)));
        as("assistant").get(path() + "?on=nonsense").then().statusCode(400);
    }

    @Test
    void an_athlete_without_a_plan_is_in_it() {
        squadOf(1, "Europe/London");
        athletes.run(
                "delete from plan where athlete_id in (select athlete_id from access where squad_id = $1)",
                Tuple.of(squad));
        as("coach")
                .get(path())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].plannedSeconds", equalTo(0));
    }

    /** D23: also of those who are in the squad. */
    @Test
    void who_has_left_while_nothing_was_heard_is_not_shown() {
        squadOf(3, "Europe/London");
        var all = ids(as("coach").get(path()));
        assertThat(all).hasSize(3);
        AthleteServiceStub.says(squad, "COACH", all.subList(0, 2));
        assertThat(ids(as("coach").get(path()))).hasSize(3);
        athletes.confirmAccess(OffsetDateTime.now().minusSeconds(61));
        assertThat(ids(as("coach").get(path()))).containsExactlyInAnyOrderElementsOf(all.subList(0, 2));
        AthleteServiceStub.says(squad, "COACH", List.of());
        as("coach").get(path()).then().statusCode(200).body("items", hasSize(0));
    }

    /** Her own grants are still under way; those of the other coaches say who is in the squad. */
    @Test
    void a_coach_named_a_moment_ago_sees_the_whole_squad() {
        squadOf(3, "Europe/London");
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
        squadOf(size, "Europe/London");
        as("coach").get(path()).then().statusCode(200);
        assertThat(StatementCount.of(
                        "access|session",
                        () -> as("coach").get(path()).then().statusCode(200).body("items", hasSize(size))))
                .hasSize(1);
    }

    /** So many athletes, with an hour each day from a week before Monday on. */
    private void squadOf(int size, String zone) {
        athletes.run("""
                with athlete as (
                    insert into profile (athlete_id, time_zone, level, current_weekly_distance_metres, intake_answered,
                                         open_injury)
                    select gen_random_uuid(), $2, 'BEGINNER', 0, false, false from generate_series(1, $3)
                    returning athlete_id
                ), granted as (
                    insert into access (athlete_id, subject, relation, squad_id)
                    select athlete_id, subject, upper(subject), $1 from athlete, unnest('{coach,assistant}'::text[]) subject
                )
                insert into plan (athlete_id, id, ordinal, kind, starts_on, ends_on, no_run_days, request, weeks, certificate,
                                  created_at)
                select athlete_id, gen_random_uuid(), 1, 'RACE', $4::date - 7, $4::date + 13, '{}', '{}', '[]', '[]', $4::date - 7
                from athlete
                """, Tuple.of(squad, zone, size, LocalDate.parse(MONDAY)));
        analyze();
        athletes.run("""
                insert into session (athlete_id, plan_id, id, week, day, original_day, kind, quality, purpose,
                                     alternatives, steps, distance_metres, duration_seconds)
                select athlete_id, id, gen_random_uuid(), 1, $2::date + n, $2::date + n, 'EASY', false, 'Base', '{}', '[]', 9000, 3600
                from plan join access using (athlete_id) cross join generate_series(-7, 13) n
                where squad_id = $1 and subject = 'coach'
                  and not exists (select from session where session.athlete_id = plan.athlete_id)
                """, Tuple.of(squad, LocalDate.parse(MONDAY)));
        analyze();
    }

    /** As PostgreSQL does by itself: what it planned while the tables were empty takes seconds for a large squad. */
    private void analyze() {
        athletes.run("analyze", Tuple.tuple());
    }

    private static Map<String, Object> missed(String on) {
        return Map.of("on", on, "kind", "EASY", "quality", false, "verdict", "MISSED");
    }

    private String path() {
        return "/api/v1/squads/" + squad + "/week";
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person));
    }
}
