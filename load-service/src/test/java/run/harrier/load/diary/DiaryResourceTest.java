package run.harrier.load.diary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;

/**
 * The 80/20 of the diary over HTTP (S21, S22, D2). The golden thresholds put 3.0 m/s in E, 3.675 m/s in M and 3.9 m/s in
 * T, so a run at one speed lies in one zone to the second.
 */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class DiaryResourceTest {
    private static final double EASY = 3.0;
    private static final double MARATHON = 3.675;
    private static final double THRESHOLD = 3.9;
    private static final LocalDate MONDAY =
            Runs.TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(14);

    @Inject
    AthleteService owner;

    @Test
    void two_weeks_are_shown_as_a_whole_and_week_by_week() {
        var ana = owner.ana();
        run(ana, 0, 3600, EASY);
        run(ana, 2, 1200, THRESHOLD);
        var grey = run(ana, 4, 1800, MARATHON);
        ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 1800}""".formatted(Runs.daysAgo(ago(6)))).statusCode(201);
        ana.enter(Runs.daysAgo(ago(7)), 60, 3);
        var prescribed = run(ana, 8, 1800, MARATHON);
        var race = run(ana, 10, 2400, MARATHON);
        ana.enter("""
                {"sport": "RIDE", "startedAt": "%s", "durationSeconds": 9000, "rpe": 6}""".formatted(Runs.daysAgo(ago(11)))).statusCode(201);
        matched(ana, prescribed, "DONE", "LONG", 1800);
        matched(ana, race, "DONE", "RACE", 0);

        await().untilAsserted(() -> read(ana, 0, 13).body("total.hardRuns", equalTo(2)));
        read(ana, 0, 13)
                .body("total.from", equalTo(MONDAY.toString()))
                .body("total.to", equalTo(MONDAY.plusDays(13).toString()))
                .body("total.runs", equalTo(7))
                .body("total.unknownRuns", equalTo(1))
                .body("total.hardShare", equalTo(0.3333f))
                .body("total.lowSeconds", equalTo(7200f))
                .body("total.lowTimeShare", equalTo(0.5f))
                .body("total.moderateSeconds", equalTo(3600f))
                .body("total.moderateTimeShare", equalTo(0.25f))
                .body("total.highSeconds", equalTo(3600f))
                .body("total.hardTimeShare", equalTo(0.25f))
                .body("total.prescribedModerateSeconds", equalTo(1800f))
                .body("total.unplannedModerateSeconds", equalTo(1800f))
                .body("total.grey", equalTo(true))
                .body("total.greyRuns", hasSize(1))
                .body("total.greyRuns[0].activityId", equalTo(grey))
                .body("total.greyRuns[0].on", equalTo(MONDAY.plusDays(4).toString()))
                .body("total.greyRuns[0].unplannedModerateSeconds", equalTo(1800f))
                .body("holds", equalTo(false))
                .body(
                        "weeks.from",
                        contains(MONDAY.toString(), MONDAY.plusDays(7).toString()))
                .body("weeks.runs", contains(4, 3))
                .body("weeks.unknownRuns", contains(1, 0))
                .body("weeks.hardRuns", contains(1, 1))
                .body("weeks.lowSeconds", contains(3600f, 3600f))
                .body("weeks.moderateSeconds", contains(1800f, 1800f))
                .body("weeks.highSeconds", contains(1200f, 2400f))
                .body("weeks.prescribedModerateSeconds", contains(0f, 1800f))
                .body("weeks.unplannedModerateSeconds", contains(1800f, 0f))
                .body("weeks.grey", contains(true, false))
                .body("weeks[0].greyRuns.activityId", contains(grey))
                .body("weeks[1].greyRuns", empty());
        read(ana, 0, 1).body("holds", equalTo(true)).body("total.runs", equalTo(1));
    }

    /** Prescribed is what the plan says, not what went well. */
    @Test
    void what_the_plan_asked_for_follows_the_match() {
        var ana = owner.ana();
        var run = run(ana, 0, 1800, MARATHON);
        var session = UUID.randomUUID();
        matched(ana, session, run, "HARDER", "EASY", 0);
        matched(ana, session, run, "HARDER", "LONG", 1200);
        await().untilAsserted(() -> read(ana, 0, 6).body("total.prescribedModerateSeconds", equalTo(1200f)));
        read(ana, 0, 6).body("total.greyRuns.unplannedModerateSeconds", contains(600f));
        matched(ana, session, run, "DONE", "LONG", 1800);
        await().untilAsserted(() -> read(ana, 0, 6).body("total.greyRuns", empty()));
        owner.send(
                EventType.SESSION_MATCHED,
                owner.golden(EventType.SESSION_MATCHED, ana.athlete())
                        .put("sessionId", session.toString())
                        .without(List.of("activityId", "verdict", "kind", "quality")));
        await().untilAsserted(() -> read(ana, 0, 6).body("total.greyRuns.activityId", contains(run)));
    }

    /** As in the events from before the plan-service said what a session had asked for. */
    @Test
    void a_match_that_does_not_say_what_it_asked_for_excuses_what_went_as_planned() {
        var ana = owner.ana();
        var run = run(ana, 0, 1800, MARATHON);
        ObjectNode match = owner.golden(EventType.SESSION_MATCHED, ana.athlete())
                .put("activityId", run)
                .without(List.of("kind", "quality", "prescribedModerateSeconds"));
        owner.send(EventType.SESSION_MATCHED, match.deepCopy());
        await().untilAsserted(() -> read(ana, 0, 6).body("total.greyRuns", empty()));
        owner.send(EventType.SESSION_MATCHED, match.put("verdict", "HARDER"));
        await().untilAsserted(() -> read(ana, 0, 6).body("total.greyRuns", hasSize(1)));
    }

    @Test
    void without_runs_there_is_nothing_to_share() {
        var ana = owner.ana();
        read(ana, 0, 13)
                .body("total.runs", equalTo(0))
                .body("total.lowSeconds", equalTo(0f))
                .body("total.hardShare", nullValue())
                .body("total.lowTimeShare", nullValue())
                .body("total.greyRuns", empty())
                .body("holds", nullValue())
                .body("weeks.runs", contains(0, 0));
        var tomorrow = Runs.TODAY.plusDays(1);
        ana.get("/load/intensity?from=" + tomorrow + "&to=" + tomorrow.plusDays(30))
                .statusCode(200)
                .body("total.runs", equalTo(0))
                .body("weeks", empty());
    }

    @Test
    void the_range_ends_today_and_is_bounded() {
        var ana = Runs.of(owner.anyAthlete("Etc/UTC", AthleteService.athlete("ana")), "ana");
        ana.get("/load/intensity").statusCode(200).body("total.to", equalTo(Runs.TODAY.toString()));
        ana.get("/load/intensity?from=2026-01-05&to=2026-01-04").statusCode(422);
        ana.get("/load/intensity?from=2020-01-01&to=2026-01-01").statusCode(422);
        ana.get("/load/intensity?from=soon").statusCode(400);
    }

    @Test
    void who_may_read_it_is_decided_by_the_relation() {
        var squad = UUID.randomUUID();
        var athlete = owner.anyAthlete(
                "Europe/Zurich",
                AthleteService.athlete("ana"),
                AthleteService.coach("coach", squad),
                AthleteService.assistant("assistant", squad),
                AthleteService.partner("reader", "load:read"));
        Runs.of(athlete, "coach").get("/load/intensity").statusCode(200);
        Runs.of(athlete, "assistant").get("/load/intensity").statusCode(200);
        new Runs(athlete, Tokens.partner("reader", "load:read"))
                .get("/load/intensity")
                .statusCode(200);
        new Runs(athlete, Tokens.partner("reader", "plan:read"))
                .get("/load/intensity")
                .statusCode(403);
        new Runs(athlete, Tokens.partner("other", "load:read"))
                .get("/load/intensity")
                .statusCode(404);
        Runs.of(athlete, "stranger").get("/load/intensity").statusCode(404);
        Runs.of(UUID.randomUUID(), "ana").get("/load/intensity").statusCode(404);
        given().get("/api/v1/athletes/" + athlete + "/load/intensity").then().statusCode(401);
    }

    @Test
    void the_data_are_one_statement_however_many_runs() {
        var ana = owner.ana();
        for (int day = 30; day >= 1; day--) {
            ana.enter(Runs.daysAgo(day), 30, 4);
        }
        assertThat(StatementCount.of(
                        "(from activity|session_match|load_year)",
                        () -> ana.get("/load/intensity").statusCode(200).body("total.runs", equalTo(30))))
                .hasSize(1);
    }

    private static int ago(int day) {
        return (int) ChronoUnit.DAYS.between(MONDAY.plusDays(day), Runs.TODAY);
    }

    private static String run(Runs runs, int day, int seconds, double metresPerSecond) {
        return runs.upload(
                        Runs.FIT,
                        SimulatedRun.starting(Runs.daysAgo(ago(day)))
                                .run(seconds, metresPerSecond, 0, 140)
                                .fit())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse read(Runs runs, int firstDay, int lastDay) {
        return runs.get("/load/intensity?from=" + MONDAY.plusDays(firstDay) + "&to=" + MONDAY.plusDays(lastDay))
                .statusCode(200);
    }

    private void matched(Runs runs, String activity, String verdict, String kind, double moderateSeconds) {
        matched(runs, UUID.randomUUID(), activity, verdict, kind, moderateSeconds);
    }

    private void matched(
            Runs runs, UUID session, String activity, String verdict, String kind, double moderateSeconds) {
        owner.send(
                EventType.SESSION_MATCHED,
                owner.golden(EventType.SESSION_MATCHED, runs.athlete())
                        .put("sessionId", session.toString())
                        .put("activityId", activity)
                        .put("verdict", verdict)
                        .put("kind", kind)
                        .put("quality", false)
                        .put("prescribedModerateSeconds", moderateSeconds));
    }
}
