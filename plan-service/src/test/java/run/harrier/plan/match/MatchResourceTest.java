package run.harrier.plan.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.baseWeekSaturday;
import static run.harrier.plan.Calendars.decline;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.first;
import static run.harrier.plan.Calendars.ids;
import static run.harrier.plan.Calendars.intervals;
import static run.harrier.plan.Calendars.move;
import static run.harrier.plan.Calendars.race;
import static run.harrier.plan.Calendars.read;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.Calendars;
import run.harrier.plan.LoadServiceEvents;
import run.harrier.plan.PlanEvents;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Planned and done: which activity a session was, and how it went (D20). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class MatchResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    PlanEvents events;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void an_activity_of_the_day_is_the_session_and_its_edit_and_its_end_are_followed() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY), easy(MONDAY.plusDays(1))));
        var session = first(athlete);
        var run = loads.run(athlete, "2026-11-23", activity -> {});
        read(athlete, "")
                .body("items[0].outcome.activityId", equalTo(run.toString()))
                .body("items[0].outcome.verdict", equalTo("DONE"))
                .body("items[0].outcome", not(hasKey("findings")))
                .body("items[1]", not(hasKey("outcome")));
        loads.record(athlete, run, "2026-11-23", activity -> activity.put("rpe", 7));
        read(athlete, "").body("items[0].outcome.verdict", equalTo("HARDER"));
        loads.record(athlete, run, "2026-11-24", activity -> activity.put("movingSeconds", 1000));
        read(athlete, "")
                .body("items[0]", not(hasKey("outcome")))
                .body("items[1].outcome.verdict", equalTo("SHORTENED"));
        loads.delete(athlete, run, "2026-11-24");
        read(athlete, "").body("items[1]", not(hasKey("outcome")));
        await().untilAsserted(() -> assertThat(events.of(athlete, EventType.SESSION_MATCHED))
                .extracting(event -> (event.get("sessionId").asText().equals(session) ? "first " : "second ")
                        + event.path("verdict").asText("none"))
                .containsExactly("first DONE", "first HARDER", "first none", "second SHORTENED", "second none"));
    }

    @Test
    void an_event_delivered_again_matches_nothing_twice() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        var event = loads.activity(athlete, UUID.randomUUID(), "2026-11-23");
        var id = UUID.randomUUID();
        for (int copy = 0; copy < 5; copy++) {
            athletes.send(EventType.ACTIVITY_RECORDED, event, id, 0);
        }
        await().untilAsserted(() -> read(athlete, "").body("items[0].outcome.verdict", equalTo("DONE")));
        loads.run(athlete, "2026-11-20", activity -> {});
        assertThat(athletes.count("select count(*) from activity where athlete_id = $1", Tuple.of(athlete)))
                .isEqualTo(2);
        await().untilAsserted(() ->
                assertThat(events.of(athlete, EventType.SESSION_MATCHED)).hasSize(1));
    }

    /** D15, D17: a plan that starts in the past finds what was run since. */
    @Test
    void a_plan_or_a_move_that_comes_after_the_activity_finds_it() {
        var athlete = athletes.anyAthlete();
        loads.run(athlete, "2026-11-23", activity -> {});
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1)), easy(MONDAY.plusDays(2))));
        move(athlete, first(athlete), "{\"on\": \"2026-11-23\"}")
                .statusCode(200)
                .body("outcome.verdict", equalTo("DONE"));
    }

    @Test
    void a_session_that_is_done_is_not_moved_or_restored() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var session = first(athlete);
        move(athlete, session, "{\"on\": \"2026-11-23\"}").statusCode(200);
        loads.run(athlete, "2026-11-23", activity -> {});
        move(athlete, session, "{\"on\": \"2026-11-25\"}").statusCode(409);
        decline("ana", athlete, session, 1).statusCode(409);
        read(athlete, "").body("items.on", contains("2026-11-23"));
    }

    /** D17: what is done keeps the fitness that was known when it was done, also on the same day. */
    @Test
    void a_session_done_this_morning_keeps_its_paces_when_fitness_moves_at_noon() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY), easy(MONDAY.plusDays(1))));
        clock.set("2026-11-22T21:00:00Z");
        loads.run(athlete, "2026-11-23", activity -> {});
        clock.set("2026-11-22T23:00:00Z");
        athletes.getFitter(athlete, "2026-11-23", 10);
        read(athlete, "").body("items.collect { it.steps[0].paces.fastestSecondsPerKm }", contains(295.2f, 285.2f));
    }

    @Test
    void a_deleted_plan_gives_its_activities_back_to_the_older_one() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        var newer = calendars.plan(athlete, MONDAY, List.of(intervals(MONDAY)));
        loads.run(athlete, "2026-11-23", activity -> {});
        read(athlete, "").body("items.kind", contains("INTERVAL")).body("items.outcome.verdict", contains("DONE"));
        Calendars.as("ana")
                .delete("/api/v1/athletes/%s/plans/%s".formatted(athlete, newer))
                .then()
                .statusCode(204);
        read(athlete, "").body("items.kind", contains("EASY")).body("items.outcome.verdict", contains("DONE"));
        assertThat(ids(athlete)).hasSize(1);
    }

    /** D2: what a plan asked for, a diary does not flag (S22); M of the athlete is 4:32 a kilometre. */
    @Test
    void what_the_plan_asked_for_is_told_with_the_match() {
        var athlete = athletes.anyAthlete();
        var longRun = new PlannedSession(
                MONDAY,
                SessionKind.LONG,
                true,
                "Sustained endurance",
                List.of(),
                List.of(
                        Step.run(Extent.seconds(3600), Zone.EASY),
                        Step.run(Extent.minutes(20, 25), Zone.MARATHON),
                        Step.run(Extent.metres(1000), Zone.MARATHON)));
        calendars.plan(athlete, MONDAY, List.of(longRun, race(MONDAY.plusDays(1))));
        loads.run(athlete, "2026-11-23", activity -> {});
        var raced = loads.run(athlete, "2026-11-24", activity -> {});
        loads.delete(athlete, raced, "2026-11-24");
        await().untilAsserted(() ->
                assertThat(events.of(athlete, EventType.SESSION_MATCHED)).hasSize(3));
        var matched = events.of(athlete, EventType.SESSION_MATCHED);
        assertThat(matched.get(0).get("kind").asText()).isEqualTo("LONG");
        assertThat(matched.get(0).get("quality").asBoolean()).isTrue();
        assertThat(matched.get(0).get("prescribedModerateSeconds").asDouble()).isCloseTo(1500 + 272, within(0.5));
        assertThat(matched.get(1).get("kind").asText()).isEqualTo("RACE");
        assertThat(matched.get(1).get("prescribedModerateSeconds").asDouble()).isZero();
        assertThat(matched.get(2).fieldNames()).toIterable().containsExactlyInAnyOrder("athleteId", "sessionId");
    }

    /** D20, S103: the coach's week says of each run what the session itself says. */
    @Test
    void the_week_tells_what_was_missed_shortened_and_harder() {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete,
                MONDAY.minusDays(7),
                List.of(
                        easy(MONDAY.minusDays(1)),
                        intervals(MONDAY),
                        easy(MONDAY.plusDays(1)),
                        easy(MONDAY.plusDays(2)),
                        easy(MONDAY.plusDays(3)),
                        baseWeekSaturday(MONDAY.plusDays(3)),
                        easy(MONDAY.plusDays(4))));
        clock.set("2026-11-26T20:00:00Z");
        var harder = loads.run(athlete, "2026-11-24", activity -> activity.put("rpe", 7));
        loads.run(athlete, "2026-11-25", activity -> activity.put("movingSeconds", 1000));
        loads.run(athlete, "2026-11-26", activity -> {});
        calendars
                .week(athlete)
                .body("items[0].offPlan.on", contains("2026-11-23", "2026-11-24", "2026-11-25"))
                .body("items[0].offPlan.kind", contains("INTERVAL", "EASY", "EASY"))
                .body("items[0].offPlan.quality", contains(true, false, false))
                .body("items[0].offPlan.verdict", contains("MISSED", "HARDER", "SHORTENED"));
        read(athlete, "?from=2026-11-23&to=2026-11-27")
                .body(
                        "items.findAll { it.kind != 'CROSS_TRAINING' }.collect { it.outcome?.verdict }",
                        contains("MISSED", "HARDER", "SHORTENED", "DONE", null));
        loads.record(athlete, harder, "2026-11-24", activity -> activity.put("rpe", 4));
        calendars.week(athlete).body("items[0].offPlan.verdict", contains("MISSED", "SHORTENED"));
        loads.delete(athlete, harder, "2026-11-24");
        calendars.week(athlete).body("items[0].offPlan.verdict", contains("MISSED", "MISSED", "SHORTENED"));
    }

    /** S8. */
    @Test
    void an_easy_heart_that_felt_hard_is_told() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        loads.run(
                athlete,
                "2026-11-23",
                activity -> activity.put("heartAboveEasySeconds", 270).put("rpe", 5));
        read(athlete, "").body("items[0].outcome.findings.code", contains("EASY_RUN_TOO_HARD", "EASY_HEART_FELT_HARD"));
    }

    /** D45: at 88 % of the maximum heart rate and faster than E. */
    @Test
    void an_easy_run_that_was_none_is_harder_and_says_why_to_athlete_and_coach() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        loads.run(
                athlete,
                "2026-11-23",
                activity -> activity.put("heartAboveEasySeconds", 2640).put("paceAboveEasySeconds", 2700));
        read(athlete, "")
                .body("items[0].outcome.verdict", equalTo("HARDER"))
                .body("items[0].outcome.findings.code", contains("EASY_RUN_TOO_HARD"))
                .body("items[0].outcome.findings[0].text", containsString("44 of 45 min"))
                .body("items[0].outcome.findings[0].coachText", containsString("faster than E for 45 of 45 min"));
    }
}
