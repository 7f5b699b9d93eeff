package run.harrier.load.activity.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.garmin.fit.Sport;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;

/** Uploads over HTTP: what is taken, what becomes of it, and what it costs. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class UploadResourceTest {
    private static final Instant START = Runs.daysAgo(3);
    private static final RestAssuredConfig DOUBLES = RestAssuredConfig.newConfig()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Test
    void a_fit_file_becomes_an_activity_with_its_figures_and_its_load() {
        var ana = owner.ana();
        var run = SimulatedRun.starting(START).run(1800, 3.0, 0, 140).lap().run(1800, 3.0, 0, 150);
        ana.asking()
                .config(DOUBLES)
                .contentType(Runs.FIT)
                .body(run.fit())
                .post(ana.path() + "/activities")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(ana.path() + "/activities/[0-9a-f-]{36}"))
                .header("ETag", equalTo("\"1-gzip\""))
                .body("sport", equalTo("RUN"))
                .body("source", equalTo("FIT"))
                .body("startedAt", equalTo(START.toString()))
                .body("on", equalTo(Runs.TODAY.minusDays(3).toString()))
                .body("distanceMetres", closeTo(10800, 1))
                .body("movingSeconds", closeTo(3600, 0))
                .body("averageHeartRateBpm", closeTo(145, 1.5))
                .body("maxHeartRateBpm", closeTo(150, 0))
                .body("averageCadenceStepsPerMinute", closeTo(176, 1.8))
                .body("load.method", equalTo("HEART_RATE"))
                .body("load.value", greaterThan(40.0))
                .body("load.estimates.keySet()", contains("HEART_RATE", "PACE", "DURATION"))
                .body("zonesBy", equalTo("PACE"))
                .body("timeInZones.zone", hasItem("EASY"))
                .body("laps", hasSize(2))
                .body("rpe", nullValue())
                .body("others", nullValue());
    }

    @Test
    void the_points_left_out_of_a_gpx_file_and_its_local_time_are_shown() {
        var ana = owner.ana();
        var file = SimulatedRun.starting(START)
                .run(600, 3.0, 0, 140)
                .at(ZoneOffset.ofHours(2))
                .gpx()
                .replace(START.plusSeconds(300).atOffset(ZoneOffset.ofHours(2)).toString(), "0000-01-01T00:00:00Z");
        ana.upload(Runs.GPX, file.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("distanceMetres", equalTo(1800f))
                .body("startedAt", equalTo(START.toString()))
                .body("startedAtLocal", equalTo(Runs.TODAY.minusDays(3) + "T10:00:00"))
                .body("utcOffsetSeconds", equalTo(2 * 3600))
                .body("skipped.cause", contains("TIME"))
                .body("skipped.count", contains(1));
    }

    @Test
    void what_was_left_out_and_chosen_is_shown_with_the_activity() {
        var ana = owner.ana();
        var file = SimulatedRun.starting(START)
                .run(1800, 3.0, 0, 140)
                .at(ZoneOffset.ofHours(-5))
                .withTotals(3600, 4.2e6)
                .fit();
        String id = ana.upload(Runs.FIT, file).statusCode(201).extract().path("id");
        ana.get("/activities/" + id)
                .body("distanceMetres", equalTo(5400f))
                .body("movingSeconds", equalTo(1800f))
                .body("startedAt", equalTo(START.toString()))
                .body("startedAtLocal", equalTo(Runs.TODAY.minusDays(3) + "T03:00:00"))
                .body("utcOffsetSeconds", equalTo(-5 * 3600))
                .body("skipped.cause", contains("TOTAL"))
                .body("skipped.count", contains(1))
                .body("choices.code", contains("DISTANCE_OF_RECORDS"))
                .body(
                        "choices.text",
                        contains("The device's total is 3600 m, its records make 5400 m: the records count."));
        ana.enter(Runs.daysAgo(2), 30, 4);
        ana.get("/activities?limit=1")
                .body("items[0].utcOffsetSeconds", equalTo(3600))
                .body("items[0].startedAtLocal", equalTo(Runs.TODAY.minusDays(2) + "T09:00:00"))
                .body("items[0].skipped", nullValue())
                .body("items[0].choices", nullValue());
    }

    @Test
    void every_format_is_taken_plain_and_gzipped() {
        var run = SimulatedRun.starting(START).run(600, 3.0, 0, 140);
        var utf8 = StandardCharsets.UTF_8;
        var ana = owner.ana();
        for (var file : List.of(
                new File(Runs.FIT, run.fit()),
                new File(Runs.TCX, run.tcx().getBytes(utf8)),
                new File(Runs.GPX, run.gpx().getBytes(utf8)))) {
            var plain = ana.upload(file.type(), file.bytes()).statusCode(201).extract();
            ana.delete(plain.path("id")).statusCode(204);
            String zipped = ana.asking()
                    .contentType(file.type())
                    .header("Content-Encoding", "gzip")
                    .body(gzip(file.bytes()))
                    .post(ana.path() + "/activities")
                    .then()
                    .statusCode(201)
                    .body("distanceMetres", equalTo(plain.path("distanceMetres")))
                    .extract()
                    .path("id");
            ana.delete(zipped).statusCode(204);
        }
        owner.assertNothingStored(ana.athlete());
    }

    private record File(String type, byte[] bytes) {}

    /** D41, in each format; an even run is none. */
    @Test
    void a_progression_run_is_recognised() {
        var thirds = SimulatedRun.starting(START)
                .run(900, 2.8, 0, 135)
                .run(900, 3.1, 0, 148)
                .run(900, 3.4, 0, 160)
                .run(300, 2.8, 0, 140);
        var ana = owner.ana();
        for (var file : List.of(
                new File(Runs.FIT, thirds.fit()),
                new File(Runs.TCX, thirds.tcx().getBytes(StandardCharsets.UTF_8)),
                new File(Runs.GPX, thirds.gpx().getBytes(StandardCharsets.UTF_8)))) {
            var id = ana.upload(file.type(), file.bytes())
                    .statusCode(201)
                    .body("progression.kind", equalTo("THIRDS"))
                    .body("progression.thirdsSecondsPerKm", hasSize(3))
                    .extract()
                    .path("id");
            ana.delete(id.toString()).statusCode(204);
        }
        assertThat(events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 3))
                .extracting(event -> event.at("/progression/kind").asText())
                .containsOnly("THIRDS");
        owner.ana()
                .upload(
                        Runs.FIT,
                        SimulatedRun.starting(START).run(2700, 3, 0, 140).fit())
                .statusCode(201)
                .body("$", not(hasKey("progression")));
    }

    /** S68. */
    @Test
    void the_turn_of_a_run_out_and_back_is_found() {
        var ana = owner.ana();
        ana.upload(
                        Runs.FIT,
                        SimulatedRun.starting(START)
                                .run(1500, 2.8, 0, 140)
                                .turn()
                                .run(1400, 3.0, 0, 150)
                                .fit())
                .statusCode(201)
                .body("outAndBack.turnMetres", floatCloseTo(4200))
                .body("outAndBack.outSeconds", floatCloseTo(1500))
                .body("outAndBack.backSeconds", floatCloseTo(1400));
        ana.upload(Runs.FIT, SimulatedRun.anyRun(START.plusSeconds(86_400)).fit())
                .statusCode(201)
                .body("$", not(hasKey("outAndBack")));
    }

    /** Within half of one percent. */
    private static Matcher<Float> floatCloseTo(double expected) {
        return both(greaterThan((float) (0.995 * expected))).and(lessThan((float) (1.005 * expected)));
    }

    @Test
    void an_upload_is_told_to_the_others_with_the_load_it_makes() {
        var ana = owner.ana();
        String id = ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit())
                .statusCode(201)
                .extract()
                .path("id");
        var recorded =
                events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 1).getFirst();
        assertThat(recorded.get("activityId").asText()).isEqualTo(id);
        assertThat(recorded.get("load").get("method").asText()).isEqualTo("HEART_RATE");
        assertThat(recorded.get("thirdsSecondsPerKm")).hasSize(3);
        var updated = events.await(EventType.LOAD_UPDATED, ana.athlete(), 1).getFirst();
        assertThat(updated.get("from").asText())
                .isEqualTo(Runs.TODAY.minusDays(3).toString());
        assertThat(updated.get("acwr").get("provisional").asBoolean()).isTrue();
        assertThat(updated.get("acwr").get("coverageDays").asInt()).isEqualTo(4);
        assertThat(events.of(ana.athlete()))
                .extracting(LoadEvents.Published::sequence)
                .containsExactly(1L, 2L);
        assertThat(fields(recorded)).isEqualTo(fields(golden(EventType.ACTIVITY_RECORDED, "rpe", "progression")));
        assertThat(fields(updated)).isEqualTo(fields(golden(EventType.LOAD_UPDATED)));
        ana.delete(id).statusCode(204);
        assertThat(fields(events.await(EventType.ACTIVITY_DELETED, ana.athlete(), 1)
                        .getFirst()))
                .isEqualTo(fields(golden(EventType.ACTIVITY_DELETED)));
    }

    private JsonNode golden(EventType type, String... without) {
        return owner.golden(type, UUID.randomUUID()).without(List.of(without));
    }

    private static Set<String> fields(JsonNode data) {
        var names = new TreeSet<String>();
        data.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void a_run_without_a_file_counts_by_its_effort() {
        var ana = owner.ana();
        ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 3600, "rpe": 7}""".formatted(START))
                .statusCode(201)
                .body("load.method", equalTo("RPE"))
                .body("load.value", equalTo(100.0f))
                .body("distanceMetres", nullValue())
                .body("source", equalTo("MANUAL"));
    }

    @Test
    void a_multi_sport_file_is_an_activity_for_each_of_its_sports() {
        var ana = owner.ana();
        ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit(List.of(Sport.SWIMMING, Sport.CYCLING, Sport.RUNNING)))
                .statusCode(201)
                .body("sport", equalTo("SWIM"))
                .body("others.sport", contains("RIDE", "RUN"));
        ana.get("/activities").statusCode(200).body("items", hasSize(3));
        assertThat(events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 3)).hasSize(3);
        assertThat(owner.count("select count(*) from activity_file where athlete_id = $1", ana.athlete()))
                .isOne();
    }

    @Test
    void a_file_that_finds_no_room_is_refused_and_what_is_entered_is_not() {
        var ana = owner.ana();
        var file = SimulatedRun.anyRun(START).fit();
        owner.run(
                "insert into activity_file values ($1, gen_random_uuid(), 'FIT', repeat('x', (64 << 20) - $2)::bytea)",
                Tuple.of(ana.athlete(), file.length - 1));
        ana.upload(Runs.FIT, file).statusCode(409).body("detail", containsString("64 MiB"));
        ana.enter(START.minusSeconds(90_000), 30, 3);
        owner.run(
                "update activity_file set content = substr(content, 2) where athlete_id = $1", Tuple.of(ana.athlete()));
        ana.upload(Runs.FIT, file).statusCode(201);
    }

    @Test
    void different_runs_that_arrive_at_the_same_moment_give_the_series_of_the_same_runs_in_order() throws Exception {
        var together = owner.ana();
        var inOrder = owner.ana();
        Runs.atOnce(30, i -> together.enter(Runs.daysAgo(i + 1), 30 + i, 4));
        for (int i = 29; i >= 0; i--) {
            inOrder.enter(Runs.daysAgo(i + 1), 30 + i, 4);
        }
        together.assertSameSeries(inOrder, Runs.TODAY.minusDays(40));
        assertThat(events.await(EventType.LOAD_UPDATED, together.athlete(), 30)
                        .getLast()
                        .get("acwr"))
                .isEqualTo(events.await(EventType.LOAD_UPDATED, inOrder.athlete(), 30)
                        .getLast()
                        .get("acwr"));
    }

    @Test
    void the_second_caller_with_a_key_waits_and_gets_the_answer_of_the_first() throws Exception {
        var ana = owner.ana();
        var file = SimulatedRun.anyRun(START).fit();
        var answers = Runs.atOnce(
                4,
                i -> ana.asking()
                        .header("Idempotency-Key", "once")
                        .contentType(Runs.FIT)
                        .body(file)
                        .post(ana.path() + "/activities")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void an_upload_is_two_statements_however_long_the_history() {
        var ana = owner.ana();
        ana.upload(Runs.FIT, SimulatedRun.anyRun(Runs.daysAgo(2)).fit()).statusCode(201);
        assertThat(statementsOf(() -> ana.upload(
                                Runs.FIT, SimulatedRun.anyRun(Runs.daysAgo(1)).fit())
                        .statusCode(201)))
                .as("one reads, one commits")
                .hasSize(2);
        ana.enter(Runs.daysAgo(1500), 30, 4);
        assertThat(statementsOf(() -> ana.upload(
                                Runs.FIT, SimulatedRun.anyRun(Runs.daysAgo(5)).fit())
                        .statusCode(201)))
                .hasSize(2);
        assertThat(statementsOf(() -> ana.upload(
                                Runs.FIT,
                                SimulatedRun.anyRun(Runs.daysAgo(1400)).fit())
                        .statusCode(201)))
                .as("a run of years ago reads its years too")
                .hasSize(3);
    }

    @Test
    void an_activity_near_midnight_lands_on_the_local_day() {
        var auckland = Runs.of(owner.anyAthlete("Pacific/Auckland", AthleteService.athlete("ana")), "ana");
        auckland.enter("""
                {"sport": "RUN", "startedAt": "2026-03-09T11:30:00Z", "durationSeconds": 1800}""").statusCode(201).body("on", equalTo("2026-03-10"));
        var losAngeles = Runs.of(owner.anyAthlete("America/Los_Angeles", AthleteService.athlete("ana")), "ana");
        losAngeles.enter("""
                {"sport": "RUN", "startedAt": "2026-03-09T06:30:00Z", "durationSeconds": 1800}""").statusCode(201).body("on", equalTo("2026-03-08"));
    }

    private List<String> statementsOf(Runnable request) {
        return StatementCount.of("(access a where|activity|load_year)", request);
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
