package run.harrier.load.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.server.PostgresAndKafka;

/** What is done lands on the athlete's local day, from the upload to the cell of the daily load (D12, U19). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class LocalDayResourceTest {
    /** Where the day began before all others, and where it begins last: when it is midnight in UTC, the day before. */
    private static final String EARLIEST = "Pacific/Kiritimati";

    private static final String LATEST = "Pacific/Pago_Pago";

    @Inject
    AthleteService owner;

    @Inject
    Pool pool;

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "Pacific/Auckland, 2026-04-04T23:50",
        "Pacific/Auckland, 2026-04-05T00:10",
        "Pacific/Auckland, 2026-09-26T23:50",
        "Pacific/Auckland, 2026-09-27T00:10",
        "Asia/Kathmandu, 2026-03-04T23:50",
        "Asia/Kathmandu, 2026-03-05T00:10",
        "America/Los_Angeles, 2026-03-07T23:50",
        "America/Los_Angeles, 2026-03-08T00:10",
        "America/Los_Angeles, 2025-11-01T23:50",
        "America/Los_Angeles, 2025-11-02T00:10",
    })
    void near_midnight_through_both_changes_of_the_clock(ZoneId zone, LocalDateTime local) {
        var start = local.atZone(zone).toInstant();
        var day = local.toLocalDate();
        var ana = at(zone.getId());
        // four hours, in which the clock may change: the watch writes the offset that holds at the end
        var run = SimulatedRun.starting(start).run(4 * 3600, 2.5, 0, 130);
        ana.upload(
                        Runs.FIT,
                        run.at(zone.getRules().getOffset(start.plusSeconds(4 * 3600)))
                                .fit())
                .statusCode(201)
                .body("on", equalTo(day.toString()));
        assertAlone(ana, day);
        var ben = at(zone.getId());
        ben.upload(
                        Runs.GPX,
                        SimulatedRun.starting(start).run(600, 2.5, 0, 130).gpx().getBytes(UTF_8))
                .statusCode(201)
                .body("on", equalTo(day.toString()));
        assertAlone(ben, day);
        var chen = at(zone.getId());
        chen.enter(start, 40, 4);
        assertAlone(chen, day);
    }

    @Test
    void the_place_that_the_file_tells_wins_over_the_athletes_home() {
        var start = Instant.parse("2026-03-04T18:30:00Z");
        var inKathmandu = SimulatedRun.anyRun(start).at(ZoneOffset.ofHoursMinutes(5, 45));
        for (var home : new String[] {"America/Los_Angeles", "Pacific/Auckland"}) {
            var ana = at(home);
            ana.upload(Runs.FIT, inKathmandu.fit()).statusCode(201).body("on", equalTo("2026-03-05"));
            assertAlone(ana, LocalDate.parse("2026-03-05"));
        }
        var untold = SimulatedRun.anyRun(start).fit();
        at("America/Los_Angeles").upload(Runs.FIT, untold).statusCode(201).body("on", equalTo("2026-03-04"));
        at("Pacific/Auckland").upload(Runs.FIT, untold).statusCode(201).body("on", equalTo("2026-03-05"));
    }

    @Test
    void who_moves_takes_the_days_that_are_over_along_as_they_were() {
        var ana = at("Pacific/Auckland");
        var id = ana.enter(Instant.parse("2026-03-04T12:30:00Z"), 40, 4);
        assertAlone(ana, LocalDate.parse("2026-03-05"));
        owner.send(
                EventType.PROFILE_CHANGED,
                owner.golden(EventType.PROFILE_CHANGED, ana.athlete()).put("timeZone", "America/Los_Angeles"));
        await().until(() -> "America/Los_Angeles".equals(zoneOf(ana)));
        ana.get("/activities/" + id).body("on", equalTo("2026-03-05"));
        ana.patch(id, "{\"rpe\": 6}").statusCode(200).body("on", equalTo("2026-03-05"));
        assertAlone(ana, LocalDate.parse("2026-03-05"));
        ana.enter("{\"sport\": \"RUN\", \"startedAt\": \"2026-03-11T12:30:00Z\", \"durationSeconds\": 1800}")
                .statusCode(201)
                .body("on", equalTo("2026-03-11"));
    }

    /** It is the afternoon of the day before in Los Angeles, and one in the afternoon in Auckland. */
    @Test
    void a_run_of_this_morning_is_taken_where_the_athletes_home_is_still_at_yesterday() {
        var now = Runs.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        var ana = at("America/Los_Angeles");
        var id = ana.upload(
                        Runs.FIT,
                        SimulatedRun.anyRun(now.minusSeconds(7200))
                                .at(ZoneOffset.ofHours(13))
                                .fit())
                .statusCode(201)
                .body("on", equalTo(Runs.TODAY.toString()))
                .extract()
                .<String>path("id");
        ana.patch(id, "{\"rpe\": 6}").statusCode(200).body("on", equalTo(Runs.TODAY.toString()));
        ana.get("/load")
                .statusCode(200)
                .body("days[-1].on", equalTo(Runs.TODAY.minusDays(1).toString()));
        ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 1800}""".formatted(now.plusSeconds(8 * 3600))).statusCode(422);
    }

    @Test
    void today_is_the_athletes_own_of_mornings_of_readiness_and_of_load() {
        var early = at(EARLIEST);
        var late = at(LATEST);
        var today = Runs.TODAY;
        var now = Runs.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        early.put("/wellness/" + today, "{\"restingHeartRateBpm\": 50}").statusCode(200);
        late.put("/wellness/" + today, "{\"restingHeartRateBpm\": 50}").statusCode(422);
        late.put("/wellness/" + today.minusDays(1), "{\"restingHeartRateBpm\": 50}")
                .statusCode(200);
        for (var one : new String[] {EARLIEST, LATEST}) {
            var runs = one.equals(EARLIEST) ? early : late;
            var own = one.equals(EARLIEST) ? today : today.minusDays(1);
            runs.get("/readiness").statusCode(200).body("on", equalTo(own.toString()));
            runs.get("/wellness").statusCode(200).body("items.on", contains(own.toString()));
            runs.enter(now.minusSeconds(1800), 20, 3);
            runs.get("/load").statusCode(200).body("days", hasSize(42)).body("days[-1].on", equalTo(own.toString()));
            runs.get("/load/intensity")
                    .statusCode(200)
                    .body("total.from", equalTo(own.minusDays(41).toString()))
                    .body("total.to", equalTo(own.toString()));
        }
        late.get("/readiness?on=" + today).statusCode(422);
    }

    private Runs at(String zone) {
        return Runs.of(owner.anyAthlete(zone, AthleteService.athlete("ana")), "ana");
    }

    private String zoneOf(Runs runs) {
        return pool.preparedQuery("select time_zone from athlete where athlete_id = $1")
                .execute(Tuple.of(runs.athlete()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    /** Of three days around it, load lies on this one alone. */
    private static void assertAlone(Runs runs, LocalDate day) {
        runs.get("/load?from=%s&to=%s".formatted(day.minusDays(1), day.plusDays(1)))
                .statusCode(200)
                .body(
                        "days.on",
                        contains(
                                day.minusDays(1).toString(),
                                day.toString(),
                                day.plusDays(1).toString()))
                .body("days.state", contains("NO_DATA", "TRAINED", "REST"));
    }
}
