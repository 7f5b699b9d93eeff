package run.harrier.plan.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;
import static run.harrier.plan.Calendars.dates;
import static run.harrier.plan.Calendars.days;
import static run.harrier.plan.Calendars.decline;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.first;
import static run.harrier.plan.Calendars.ids;
import static run.harrier.plan.Calendars.intervals;
import static run.harrier.plan.Calendars.move;
import static run.harrier.plan.Calendars.path;
import static run.harrier.plan.Calendars.read;
import static run.harrier.plan.Calendars.revisions;
import static run.harrier.plan.Calendars.takeBack;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.Calendars;
import run.harrier.plan.PlanEvents;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Sessions as they change: moves by hand, declines, newer plans. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class SessionRevisionResourceTest {
    @Inject
    AthleteServiceEvents athletes;

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
    void a_moved_session_shows_its_original_day_and_is_announced() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1)), easy(MONDAY.plusDays(9))));
        var session = first(athlete);
        move(athlete, session, "{\"on\": \"2026-11-26\", \"revision\": 0}")
                .statusCode(200)
                .body("on", equalTo("2026-11-26"))
                .body("originalOn", equalTo("2026-11-24"))
                .body("revision", equalTo(1))
                .body("steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body("$", not(hasKey("warnings")));
        read(athlete, "").body("items.on", contains("2026-11-26", "2026-12-02"));
        revisions(athlete, session)
                .body("items.n", contains(1))
                .body("items[0].at", equalTo("2026-11-22T20:00:00Z"))
                .body("items[0].by", equalTo("ana"))
                .body("items[0].reason.code", equalTo("MOVED_BY_HAND"))
                .body("items[0].before", equalTo(Map.of("on", "2026-11-24")))
                .body("items[0].after", equalTo(Map.of("on", "2026-11-26")))
                .body("items[0].declined", equalTo(false));
        await().untilAsserted(() -> assertThat(events.of(athlete, EventType.PLAN_REVISED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get("sessionId").asText()).isEqualTo(session);
                    assertThat(event.get("n").asInt()).isEqualTo(1);
                    assertThat(event.get("reason").asText()).isEqualTo("MOVED_BY_HAND");
                    assertThat(event.get("on").asText()).isEqualTo("2026-11-26");
                }));
    }

    @Test
    void a_move_that_breaks_a_rule_is_done_and_says_which() {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete,
                MONDAY,
                List.of(easy(MONDAY.plusDays(1)), intervals(MONDAY.plusDays(6)), intervals(MONDAY.plusDays(10))));
        var session = ids(athlete).get(2);
        move(athlete, session, "{\"on\": \"2026-11-30\"}")
                .statusCode(200)
                .body("warnings.rule", hasItem("S24"))
                .body("on", equalTo("2026-11-30"));
        move(athlete, session, "{\"on\": \"2026-12-04\"}").body("warnings.rule", contains("U4"));
        read(athlete, "").body("items.on", hasItem("2026-12-04"));
    }

    @Test
    void a_move_is_refused_into_the_past_by_a_stale_reader_and_onto_a_newer_plan() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1)), easy(MONDAY.plusDays(8))));
        var session = first(athlete);
        var superseded = ids(athlete).get(1);
        move(athlete, session, "{\"on\": \"2026-11-22\"}").statusCode(422).body("errors.pointer", contains("/on"));
        move(athlete, session, "{\"on\": \"2036-11-22\"}").statusCode(422);
        move(athlete, session, "{\"on\": \"2026-11-25\"}").statusCode(200);
        move(athlete, session, "{\"on\": \"2026-11-26\", \"revision\": 0}")
                .statusCode(409)
                .body("type", equalTo("urn:harrier:problem:conflict"));
        calendars.plan(athlete, MONDAY.plusDays(7), List.of(easy(MONDAY.plusDays(7))));
        move(athlete, session, "{\"on\": \"2026-11-30\"}").statusCode(422);
        move(athlete, superseded, "{\"on\": \"2026-11-26\"}").statusCode(409);
        move(athlete, session, "{}").statusCode(422).body("errors.pointer", contains("/on"));
        move(athlete, session, "{\"on\": \"26.11.2026\"}").statusCode(400).body("errors.pointer", contains("/on"));
        move(athlete, session, "{\"on\": \"2026-11-26\", \"kind\": \"RACE\"}").statusCode(400);
    }

    @Test
    void if_match_guards_a_move_a_decline_and_one_taken_back() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var session = path(athlete, "/" + first(athlete));
        var read = as("ana").get(session).then().statusCode(200).extract().header("ETag");
        var body = "{\"on\": \"2026-11-26\"}";
        as("ana").header("If-Match", "\"1\"").body(body).patch(session).then().statusCode(412);
        var moved = as("ana").header("If-Match", read).body(body).patch(session).then();
        var tag = moved.statusCode(200).extract().header("ETag");
        as("ana").header("If-None-Match", tag).get(session).then().statusCode(304);
        as("ana").header("If-None-Match", tag).body(body).patch(session).then().statusCode(412);
        as("ana").header("If-None-Match", "*").body(body).patch(session).then().statusCode(412);
        as("ana").header("If-Match", read).body(body).patch(session).then().statusCode(412);
        var decline = session + "/revisions/1/decline";
        as("ana").header("If-Match", "\"0\"").post(decline).then().statusCode(412);
        var once = as("ana").header("If-Match", "\"1\"").header("Idempotency-Key", "decline");
        once.post(decline).then().statusCode(200);
        once.post(decline).then().statusCode(200).header("Idempotency-Replayed", "true");
        as("ana").header("If-Match", "\"1\"").delete(decline).then().statusCode(412);
        as("ana").header("If-Match", "\"2\"").delete(decline).then().statusCode(200);
    }

    @Test
    void if_match_guards_the_deletion_of_a_plan() {
        var athlete = athletes.anyAthlete();
        var plan = "/api/v1/athletes/%s/plans/".formatted(athlete)
                + calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        as("ana").header("If-Match", "\"1\"").delete(plan).then().statusCode(412);
        as("ana")
                .header("If-Match", '"' + plan.substring(plan.length() - 36) + '"')
                .delete(plan)
                .then()
                .statusCode(204);
    }

    /** D15: what an older plan had before the newer one's start stays. */
    @Test
    void a_newer_plan_takes_the_place_of_an_older_from_its_start() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 14, Calendars::easy));
        var newer = calendars.plan(athlete, MONDAY.plusDays(7), days(MONDAY.plusDays(7), 7, Calendars::intervals));
        read(athlete, "")
                .body("items.on", contains(dates(MONDAY, 14)))
                .body(
                        "items.kind",
                        equalTo(List.of(
                                "EASY",
                                "EASY",
                                "EASY",
                                "EASY",
                                "EASY",
                                "EASY",
                                "EASY",
                                "INTERVAL",
                                "INTERVAL",
                                "INTERVAL",
                                "INTERVAL",
                                "INTERVAL",
                                "INTERVAL",
                                "INTERVAL")));
        as("ana")
                .delete("/api/v1/athletes/%s/plans/%s".formatted(athlete, newer))
                .then()
                .statusCode(204);
        read(athlete, "").body("items.kind", not(hasItem("INTERVAL"))).body("items.size()", equalTo(14));
    }

    @Test
    void a_declined_move_restores_the_day_and_can_be_taken_back() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var session = first(athlete);
        move(athlete, session, "{\"on\": \"2026-11-26\"}").statusCode(200);
        move(athlete, session, "{\"on\": \"2026-11-27\"}").statusCode(200);
        decline("assistant", athlete, session, 1).statusCode(200).body("on", equalTo("2026-11-27"));
        decline("assistant", athlete, session, 2)
                .statusCode(200)
                .body("on", equalTo("2026-11-24"))
                .body("revision", equalTo(4))
                .body("$", not(hasKey("originalOn")));
        revisions(athlete, session).body("items.declined", contains(true, true));
        decline("ana", athlete, session, 2).statusCode(409);
        decline("ana", athlete, session, 3).statusCode(404);
        takeBack(athlete, session, 2).statusCode(200).body("on", equalTo("2026-11-27"));
        takeBack(athlete, session, 2).statusCode(404);
        revisions(athlete, session).body("items.declined", contains(true, false));
        await().untilAsserted(() -> assertThat(events.of(athlete, EventType.PLAN_REVISED))
                .extracting(event ->
                        event.get("n").asInt() + " " + event.get("reason").asText())
                .containsExactly(
                        "1 MOVED_BY_HAND", "2 MOVED_BY_HAND", "3 DECLINED", "4 DECLINED", "5 DECLINE_TAKEN_BACK"));
    }

    @Test
    void a_move_away_from_a_day_that_is_over_cannot_be_declined() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        var session = first(athlete);
        move(athlete, session, "{\"on\": \"2026-11-26\"}").statusCode(200);
        clock.set("2026-11-23T20:00:00Z");
        decline("ana", athlete, session, 1).statusCode(409);
        read(athlete, "").body("items.on", contains("2026-11-26"));
    }
}
