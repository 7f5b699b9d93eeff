package run.harrier.plan.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.devstack.test.Backing;
import run.harrier.devstack.test.Tokens;
import run.harrier.plan.AthleteService;
import run.harrier.plan.PlanEvents;
import run.harrier.plan.TestClock;
import run.harrier.plan.session.model.Extent;
import run.harrier.plan.session.model.PlannedSession;
import run.harrier.plan.session.model.Rpe;
import run.harrier.plan.session.model.SessionKind;
import run.harrier.plan.session.model.Step;
import run.harrier.plan.session.model.StepKind;
import run.harrier.plan.session.model.Target;
import run.harrier.plan.session.model.Zone;

/** The calendar over HTTP; the plans are written by hand so that each day is known. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SessionResourceTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Inject
    AthleteService athletes;

    @Inject
    PlanEvents events;

    @Inject
    Sessions sessions;

    @Inject
    Pool pool;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void the_next_fourteen_days_start_with_the_athletes_own_today() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY.minusDays(7), days(MONDAY.minusDays(7), 28, SessionResourceTest::easy));
        read(athlete, "")
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items.on", contains(dates(MONDAY, 14)));
        clock.set("2026-11-23T10:59:00Z");
        read(athlete, "").body("items[0].on", equalTo("2026-11-23"));
        clock.set("2026-11-23T11:01:00Z");
        read(athlete, "").body("items[0].on", equalTo("2026-11-24"));
        read(athlete, "?from=2026-11-20&to=2026-11-21").body("items.on", contains("2026-11-20", "2026-11-21"));
        read(athlete, "?to=2026-11-25").body("items.on", contains("2026-11-24", "2026-11-25"));
    }

    @Test
    void steps_hold_their_target_effort_paces_and_ceiling() {
        var athlete = athletes.anyAthlete();
        plan(
                athlete,
                MONDAY,
                List.of(intervals(MONDAY), baseWeekSaturday(MONDAY.plusDays(1)), race(MONDAY.plusDays(2))));
        var first = "items[0].";
        read(athlete, "")
                .body(first + "kind", equalTo("INTERVAL"))
                .body(first + "quality", equalTo(true))
                .body(first + "purpose", equalTo("Maximise VO2max"))
                .body(first + "revision", equalTo(0))
                .body(first + "$", not(hasKey("originalOn")))
                .body(first + "$", not(hasKey("outcome")))
                .body(first + "$", not(hasKey("alternatives")))
                .body(first + "steps[0].kind", equalTo("WARM_UP"))
                .body(first + "steps[0].durationSeconds", equalTo(900))
                .body(first + "steps[0].target.zone", equalTo("EASY"))
                .body(first + "steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body(first + "steps[0].paces.slowestSecondsPerKm", equalTo(339.7f))
                .body(first + "steps[0].heartRateCeilingBpm", equalTo(150))
                .body(first + "steps[0].rpeLowest", equalTo(3))
                .body(first + "steps[0].rpeHighest", equalTo(4))
                .body(first + "steps[1].kind", equalTo("REPEAT"))
                .body(first + "steps[1].times", equalTo(5))
                .body(first + "steps[1].steps[0].distanceMetres", equalTo(1000f))
                .body(first + "steps[1].steps[0].paces.fastestSecondsPerKm", equalTo(235.7f))
                .body(first + "steps[1].steps[0].paces.slowestSecondsPerKm", equalTo(235.7f))
                .body(first + "steps[1].steps[0]", not(hasKey("heartRateCeilingBpm")))
                .body(first + "steps[1].steps[1].kind", equalTo("RECOVERY"))
                .body(first + "steps[1].steps[1]", not(hasKey("paces")));
        read(athlete, "")
                .body("items[1].alternatives", contains("REST"))
                .body("items[1].steps[0].durationSeconds", equalTo(1200))
                .body("items[1].steps[0].durationSecondsHighest", equalTo(1800))
                .body("items[2].steps[0].target.raceDistanceMetres", equalTo(10000f))
                .body("items[2].steps[0].target", not(hasKey("zone")))
                .body("items[2].steps[0].paces.fastestSecondsPerKm", equalTo(248.8f));
    }

    @Test
    void without_a_result_steps_go_by_effort() {
        var athlete = athletes.anAthleteWithoutResult();
        plan(athlete, MONDAY, List.of(intervals(MONDAY)));
        read(athlete, "")
                .body("items[0].steps[0].target.zone", equalTo("EASY"))
                .body("items[0].steps[0].rpeHighest", equalTo(4))
                .body("items[0].steps[0]", not(hasKey("paces")))
                .body("items[0].steps[0]", not(hasKey("heartRateCeilingBpm")));
    }

    /** S15, D17: one row besides the inbox, whatever the number of sessions. */
    @Test
    void a_new_result_re_paces_every_future_session_by_one_row_and_no_past_one() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, days(MONDAY, 120, SessionResourceTest::easy));
        clock.set("2026-12-02T20:00:00Z"); // 3 December in Auckland
        var before = read(athlete, "?from=2026-11-23&to=2027-02-28").extract().jsonPath();
        var rows = databaseOf(athlete);
        athletes.getFitter(athlete, "2026-12-03", 10);
        var after = read(athlete, "?from=2026-11-23&to=2027-02-28").extract().jsonPath();
        assertThat(before.getList("items")).hasSize(98);
        assertThat(after.getList("items").subList(0, 10))
                .isEqualTo(before.getList("items").subList(0, 10));
        assertThat(after.<Float>getList("items.collect { it.steps[0].paces.fastestSecondsPerKm }"))
                .startsWith(295.2f)
                .endsWith(285.2f)
                .filteredOn(pace -> pace == 285.2f)
                .hasSize(88);
        assertThat(databaseOf(athlete)).containsAll(rows).hasSize(rows.size() + 2);
        clock.set("2026-12-04T20:00:00Z");
        read(athlete, "?from=2026-12-02&to=2026-12-03")
                .body("items[0].steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body("items[1].steps[0].paces.fastestSecondsPerKm", equalTo(285.2f));
    }

    @Test
    void a_day_gone_keeps_its_paces_when_a_result_of_before_is_told_late() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, days(MONDAY, 14, SessionResourceTest::easy));
        clock.set("2026-11-25T20:00:00Z");
        athletes.getFitter(athlete, "2026-11-20", 10);
        read(athlete, "?from=2026-11-23&to=2026-11-27")
                .body(
                        "items.collect { it.steps[0].paces.fastestSecondsPerKm }",
                        contains(295.2f, 295.2f, 295.2f, 285.2f, 285.2f));
    }

    /** A plan that starts in the past tells its first days when it is made. */
    @Test
    void days_gone_when_the_plan_was_made_read_what_was_known_then() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY.minusDays(28), days(MONDAY.minusDays(28), 30, SessionResourceTest::easy));
        clock.set("2026-11-23T20:00:00Z");
        athletes.getFitter(athlete, "2026-10-20", 10);
        read(athlete, "?from=2026-10-26&to=2026-10-26")
                .body("items[0].steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body("items[0]", not(hasKey("outcome")));
    }

    @Test
    void a_day_gone_without_an_activity_is_missed_unless_rest_was_a_choice() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, List.of(easy(MONDAY), baseWeekSaturday(MONDAY.plusDays(1)), easy(MONDAY.plusDays(2))));
        clock.set("2026-11-24T20:00:00Z");
        read(athlete, "?from=2026-11-23")
                .body("items.collect { it.outcome?.verdict }", contains(equalTo("MISSED"), nullValue(), nullValue()));
    }

    @Test
    void an_unchanged_calendar_is_304_and_a_new_pace_or_day_changes_its_tag() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, days(MONDAY, 14, SessionResourceTest::easy));
        var tag = read(athlete, "").extract().header("ETag");
        assertThat(tag).matches("\"[0-9a-f]+\"");
        as("ana")
                .header("If-None-Match", tag)
                .get(path(athlete, ""))
                .then()
                .statusCode(304)
                .header("ETag", tag);
        athletes.getFitter(athlete, "2026-11-23", 5);
        var newTag = as("ana")
                .header("If-None-Match", tag)
                .get(path(athlete, ""))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(newTag).isNotEqualTo(tag);
        move(athlete, first(athlete), "{\"on\": \"2026-11-24\"}").statusCode(200);
        as("ana").header("If-None-Match", newTag).get(path(athlete, "")).then().statusCode(200);
    }

    @Test
    void a_range_must_be_days_in_order_and_at_most_three_years() {
        var athlete = athletes.anyAthlete();
        read(athlete, "?from=tomorrow").statusCode(400).body("errors.pointer", contains("from"));
        read(athlete, "?to=2026-02-30").statusCode(400).body("errors.pointer", contains("to"));
        read(athlete, "?from=2026-12-02&to=2026-12-01").statusCode(422).body("errors.pointer", contains("to"));
        read(athlete, "?from=2024-01-01&to=2027-01-02").statusCode(200).body("items", empty());
        read(athlete, "?from=2024-01-01&to=2027-01-03").statusCode(422);
    }

    @Test
    void a_profile_that_has_not_arrived_is_503_with_retry_after() {
        read(athletes.anAthleteOnlyInAccess(), "").statusCode(503).header("Retry-After", "1");
    }

    @Test
    void a_moved_session_shows_its_original_day_and_is_announced() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1)), easy(MONDAY.plusDays(9))));
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
        plan(
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
        plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1)), easy(MONDAY.plusDays(8))));
        var session = first(athlete);
        var superseded = ids(athlete).get(1);
        move(athlete, session, "{\"on\": \"2026-11-22\"}").statusCode(422).body("errors.pointer", contains("/on"));
        move(athlete, session, "{\"on\": \"2036-11-22\"}").statusCode(422);
        move(athlete, session, "{\"on\": \"2026-11-25\"}").statusCode(200);
        move(athlete, session, "{\"on\": \"2026-11-26\", \"revision\": 0}")
                .statusCode(409)
                .body("type", equalTo("urn:harrier:problem:conflict"));
        plan(athlete, MONDAY.plusDays(7), List.of(easy(MONDAY.plusDays(7))));
        move(athlete, session, "{\"on\": \"2026-11-30\"}").statusCode(422);
        move(athlete, superseded, "{\"on\": \"2026-11-26\"}").statusCode(409);
        move(athlete, session, "{}").statusCode(422).body("errors.pointer", contains("/on"));
        move(athlete, session, "{\"on\": \"26.11.2026\"}").statusCode(400).body("errors.pointer", contains("/on"));
        move(athlete, session, "{\"on\": \"2026-11-26\", \"kind\": \"RACE\"}").statusCode(400);
    }

    /** D15: what an older plan had before the newer one's start stays. */
    @Test
    void a_newer_plan_takes_the_place_of_an_older_from_its_start() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, days(MONDAY, 14, SessionResourceTest::easy));
        var newer = plan(athlete, MONDAY.plusDays(7), days(MONDAY.plusDays(7), 7, SessionResourceTest::intervals));
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
        plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
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
        plan(athlete, MONDAY, List.of(easy(MONDAY)));
        var session = first(athlete);
        move(athlete, session, "{\"on\": \"2026-11-26\"}").statusCode(200);
        clock.set("2026-11-23T20:00:00Z");
        decline("ana", athlete, session, 1).statusCode(409);
        read(athlete, "").body("items.on", contains("2026-11-26"));
    }

    @Test
    void who_may_read_write_and_decline_is_d21() {
        var athlete = athletes.anyAthlete();
        plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var session = first(athlete);
        var path = path(athlete, "/" + session);
        given().get(path).then().statusCode(401);
        for (var reader : List.of("ana", "coach", "assistant")) {
            as(reader).get(path).then().statusCode(200).body("id", equalTo(session));
        }
        partner("plan:read").get(path).then().statusCode(200);
        partner("plan:read").get(path + "/revisions").then().statusCode(200);
        partner("load:read")
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
        partner("plan:read").body("{\"on\": \"2026-11-25\"}").patch(path).then().statusCode(403);
        as("assistant").body("{broken").patch(path).then().statusCode(403);
        as("coach").body("{\"on\": \"2026-11-25\"}").patch(path).then().statusCode(200);
        as("assistant").post(path + "/revisions/1/decline").then().statusCode(200);
        as("assistant").delete(path + "/revisions/1/decline").then().statusCode(200);
    }

    @Test
    void a_session_of_somebody_else_is_404_on_every_path() {
        var athlete = athletes.anyAthlete();
        var other = athletes.anyAthlete();
        plan(other, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var path = path(athlete, "/" + first(other));
        as("ana").get(path).then().statusCode(404);
        as("ana").body("{\"on\": \"2026-11-25\"}").patch(path).then().statusCode(404);
        as("ana").get(path + "/revisions").then().statusCode(404);
        as("ana").post(path + "/revisions/1/decline").then().statusCode(404);
        as("ana").delete(path + "/revisions/1/decline").then().statusCode(404);
        as("ana").get(path(athlete, "/nonsense")).then().statusCode(404);
    }

    private UUID plan(UUID athlete, LocalDate start, List<PlannedSession> planned) {
        var plan = UUID.randomUUID();
        athletes.run(
                """
                insert into plan (athlete_id, id, kind, starts_on, ends_on, no_run_days, wish, weeks, certificate,
                                  created_at)
                values ($1, $2, 'RACE', $3, $3, '{FRIDAY}', '{}', '[]', '[]', $4)
                """,
                Tuple.of(
                        athlete,
                        plan,
                        start,
                        OffsetDateTime.parse(clock.instant().toString())));
        pool.withTransaction(transaction -> sessions.add(
                        transaction,
                        athlete,
                        plan,
                        planned.stream()
                                .map(session -> new Sessions.NewSession(UUID.randomUUID(), 1, session, 8000, 2700))
                                .toList()))
                .await()
                .indefinitely();
        return plan;
    }

    /** Every row of the athlete in every table, with the transaction that wrote it. */
    private List<String> databaseOf(UUID athlete) {
        return Stream.of(
                        "profile", "fitness", "plan", "session", "revision", "access", "inbox", "outbox", "outbox_head")
                .flatMap(table -> athletes
                        .rows(
                                "select '%1$s ' || xmin || ' ' || ctid from %1$s where athlete_id = $1"
                                        .formatted(table),
                                athlete)
                        .stream())
                .toList();
    }

    private static List<PlannedSession> days(LocalDate from, int count, Function<LocalDate, PlannedSession> session) {
        return from.datesUntil(from.plusDays(count)).map(session).toList();
    }

    private static String[] dates(LocalDate from, int count) {
        return from.datesUntil(from.plusDays(count)).map(LocalDate::toString).toArray(String[]::new);
    }

    private static PlannedSession easy(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.EASY,
                false,
                "Aerobic base",
                List.of(),
                List.of(Step.run(Extent.seconds(2700), Zone.EASY)));
    }

    private static PlannedSession intervals(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.INTERVAL,
                true,
                "Maximise VO2max",
                List.of(),
                List.of(
                        Step.stretch(StepKind.WARM_UP, Extent.seconds(900), Zone.EASY, Zone.EASY.rpe()),
                        Step.repeat(
                                5, Step.run(Extent.metres(1000), Zone.INTERVAL), Step.recovery(Extent.seconds(180)))));
    }

    /** "Cross-training or rest", in a range of time. */
    private static PlannedSession baseWeekSaturday(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.CROSS_TRAINING,
                false,
                "Aerobic base without impact",
                List.of(SessionKind.REST),
                List.of(new Step.Stretch(StepKind.RUN, Extent.minutes(20, 30), null, Rpe.BASE_EASY)));
    }

    private static PlannedSession race(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.RACE,
                true,
                "The race",
                List.of(),
                List.of(new Step.Stretch(StepKind.RUN, Extent.metres(10000), Target.racePace(10000), new Rpe(8, 9))));
    }

    private static String path(UUID athlete, String rest) {
        return "/api/v1/athletes/" + athlete + "/sessions" + rest;
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person)).contentType("application/json");
    }

    private static RequestSpecification partner(String scope) {
        return given().auth().oauth2(Tokens.partner("partner-demo", scope)).contentType("application/json");
    }

    private static ValidatableResponse read(UUID athlete, String query) {
        return as("ana").get(path(athlete, query)).then();
    }

    private static List<String> ids(UUID athlete) {
        return read(athlete, "").extract().jsonPath().getList("items.id");
    }

    private static String first(UUID athlete) {
        return ids(athlete).getFirst();
    }

    private static ValidatableResponse move(UUID athlete, String session, String body) {
        return as("ana").body(body).patch(path(athlete, "/" + session)).then();
    }

    private static ValidatableResponse revisions(UUID athlete, String session) {
        return as("ana").get(path(athlete, "/" + session + "/revisions")).then().statusCode(200);
    }

    private static ValidatableResponse decline(String person, UUID athlete, String session, int n) {
        return as(person)
                .post(path(athlete, "/%s/revisions/%d/decline".formatted(session, n)))
                .then();
    }

    private static ValidatableResponse takeBack(UUID athlete, String session, int n) {
        return as("coach")
                .delete(path(athlete, "/%s/revisions/%d/decline".formatted(session, n)))
                .then();
    }
}
