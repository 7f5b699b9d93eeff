package run.harrier.load.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.garmin.fit.Sport;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.contracts.EventType;
import run.harrier.devstack.test.AbsentOwner;
import run.harrier.devstack.test.Backing;
import run.harrier.devstack.test.Tokens;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;

/** Uploads over HTTP: what is taken, what is refused, what is counted once. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AbsentOwner.class, scope = TestResourceScope.GLOBAL)
class ActivityUploadResourceTest {
    private static final Instant START = Runs.daysAgo(3);
    private static final RestAssuredConfig DOUBLES = RestAssuredConfig.newConfig()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Inject
    Pool pool;

    @Test
    void a_fit_file_becomes_an_activity_with_its_figures_and_its_load() {
        var ana = ana();
        var run = SimulatedRun.starting(START).run(1800, 3.0, 0, 140).lap().run(1800, 3.0, 0, 150);
        ana.asking()
                .config(DOUBLES)
                .contentType(Runs.FIT)
                .body(run.fit())
                .post(ana.path() + "/activities")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(ana.path() + "/activities/[0-9a-f-]{36}"))
                .header("ETag", equalTo("\"1\""))
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
    void every_format_is_taken_plain_and_gzipped() {
        var run = SimulatedRun.starting(START).run(600, 3.0, 0, 140);
        var utf8 = StandardCharsets.UTF_8;
        var ana = ana();
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
        assertNothingStored(ana);
    }

    private record File(String type, byte[] bytes) {}

    @Test
    void an_upload_is_told_to_the_others_with_the_load_it_makes() {
        var ana = ana();
        String id = ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit())
                .statusCode(201)
                .extract()
                .path("id");
        var recorded =
                events.heard(EventType.ACTIVITY_RECORDED, ana.athlete(), 1).getFirst();
        assertThat(recorded.get("activityId").asText()).isEqualTo(id);
        assertThat(recorded.get("load").get("method").asText()).isEqualTo("HEART_RATE");
        assertThat(recorded.get("thirdsSecondsPerKm")).hasSize(3);
        var updated = events.heard(EventType.LOAD_UPDATED, ana.athlete(), 1).getFirst();
        assertThat(updated.get("from").asText())
                .isEqualTo(Runs.TODAY.minusDays(3).toString());
        assertThat(updated.get("acwr").get("provisional").asBoolean()).isTrue();
        assertThat(updated.get("acwr").get("coverageDays").asInt()).isBetween(4, 5);
        assertThat(events.sequences(ana.athlete())).containsExactly(1L, 2L);
        assertThat(fields(recorded)).isEqualTo(fields(golden(EventType.ACTIVITY_RECORDED, "rpe")));
        assertThat(fields(updated)).isEqualTo(fields(golden(EventType.LOAD_UPDATED)));
        ana.delete(id).statusCode(204);
        assertThat(fields(events.heard(EventType.ACTIVITY_DELETED, ana.athlete(), 1)
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
        var ana = ana();
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
        var ana = ana();
        ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit(List.of(Sport.SWIMMING, Sport.CYCLING, Sport.RUNNING)))
                .statusCode(201)
                .body("sport", equalTo("SWIM"))
                .body("others.sport", contains("RIDE", "RUN"));
        ana.get("/activities").statusCode(200).body("items", hasSize(3));
        assertThat(events.heard(EventType.ACTIVITY_RECORDED, ana.athlete(), 3)).hasSize(3);
        assertThat(count("select count(*) from activity_file where athlete_id = $1", ana))
                .isOne();
    }

    @Test
    void the_same_run_again_points_to_the_first_from_whatever_source_and_deleting_that_frees_it() {
        var ana = ana();
        var run = SimulatedRun.anyRun(START);
        String first = ana.upload(Runs.FIT, run.fit()).statusCode(201).extract().path("id");
        ana.upload(Runs.FIT, run.fit()).statusCode(200).body("duplicateOf", equalTo(first));
        ana.upload(Runs.GPX, run.gpx().getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("duplicateOf", equalTo(first));
        ana.upload(
                        Runs.FIT,
                        SimulatedRun.starting(START.plusSeconds(59))
                                .run(3600, 3.05, 0, 140)
                                .fit())
                .statusCode(200)
                .body("duplicateOf", equalTo(first));
        ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 3630}""".formatted(START)).statusCode(200).body("duplicateOf", equalTo(first));
        ana.upload(
                        Runs.FIT,
                        SimulatedRun.starting(START.plusSeconds(62))
                                .run(3600, 3.0, 0, 140)
                                .fit())
                .statusCode(201);
        ana.upload(
                        Runs.FIT,
                        SimulatedRun.starting(START).run(3600, 3.09, 0, 140).fit())
                .statusCode(201);
        ana.delete(first).statusCode(204);
        ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 600}""".formatted(START.minusSeconds(30))).statusCode(201);
    }

    @Test
    void a_second_athletes_run_with_the_first_is_no_copy() {
        var file = SimulatedRun.anyRun(START).fit();
        ana().upload(Runs.FIT, file).statusCode(201);
        ana().upload(Runs.FIT, file).statusCode(201);
    }

    @Test
    void copies_that_arrive_at_the_same_moment_are_one_activity() throws Exception {
        var ana = ana();
        var file = SimulatedRun.anyRun(START).fit();
        var answers = Runs.atOnce(8, i -> ana.upload(Runs.FIT, file).extract().response());
        assertThat(answers.stream().map(answer -> answer.statusCode()).sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.statusCode() == 201 ? answer.path("id") : answer.path("duplicateOf"))
                        .distinct())
                .hasSize(1);
        assertThat(count("select count(*) from activity where athlete_id = $1", ana))
                .isOne();
        assertThat(events.heard(EventType.ACTIVITY_RECORDED, ana.athlete(), 1)).hasSize(1);
    }

    @Test
    void the_constraints_hold_against_a_writer_that_does_not_ask() {
        var ana = ana();
        String first =
                ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit()).extract().path("id");
        assertThat(pool.preparedQuery("""
                        insert into activity select athlete_id, $2, sport, source, started_at, on_day, distance_metres,
                            moving_seconds, elapsed_seconds, rpe, load, load_method, figures, version, starts,
                            distances, durations
                        from activity where athlete_id = $1 and id = $3
                        """)
                        .execute(Tuple.of(ana.athlete(), UUID.randomUUID(), UUID.fromString(first)))
                        .onItem()
                        .transform(rows -> "stored")
                        .onFailure()
                        .recoverWithItem(e -> e.getMessage())
                        .await()
                        .indefinitely())
                .contains("one_run_by_d");
    }

    @Test
    void different_runs_that_arrive_at_the_same_moment_give_the_series_of_the_same_runs_in_order() throws Exception {
        var together = ana();
        var inOrder = ana();
        Runs.atOnce(30, i -> together.enter(Runs.daysAgo(i + 1), 30 + i, 4));
        for (int i = 29; i >= 0; i--) {
            inOrder.enter(Runs.daysAgo(i + 1), 30 + i, 4);
        }
        together.assertSameSeries(inOrder, Runs.TODAY.minusDays(40));
        assertThat(events.heard(EventType.LOAD_UPDATED, together.athlete(), 30)
                        .getLast()
                        .get("acwr"))
                .isEqualTo(events.heard(EventType.LOAD_UPDATED, inOrder.athlete(), 30)
                        .getLast()
                        .get("acwr"));
    }

    @Test
    void the_second_caller_with_a_key_waits_and_gets_the_answer_of_the_first() throws Exception {
        var ana = ana();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.ant.fit | | 400 | malformed",
                "application/vnd.ant.fit | not a file | 400 | malformed",
                "application/gpx+xml | <gpx | 400 | malformed",
                "application/gpx+xml | <?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><gpx>&a;</gpx> | 400 | malformed",
                "text/plain | a run | 415 | unsupported-media-type",
                "application/json | {broken | 400 | malformed",
                "application/json | null | 400 | malformed",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60, \"more\": 1} | 400 | malformed",
                "application/json | {\"sport\": \"FLY\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60} | 400 | malformed",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\"} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": -1} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60, \"rpe\": 11} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2126-01-01T08:00:00Z\", \"durationSeconds\": 60} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 120, \"distanceMetres\": 4000} | 422 | impossible",
            })
    void what_cannot_be_taken_is_refused_and_leaves_nothing(String type, String body, int status, String problem) {
        var ana = ana();
        ana.upload(type, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:" + problem));
        assertNothingStored(ana);
    }

    @Test
    void an_impossible_field_is_named() {
        ana().enter("""
                {"sport": "RUN", "startedAt": "2026-01-01T08:00:00Z", "durationSeconds": 60, "rpe": 11}""").statusCode(422).body("errors.pointer", contains("/rpe"));
    }

    @Test
    void a_damaged_file_leaves_nothing() {
        var ana = ana();
        var file = SimulatedRun.anyRun(START).fit();
        ana.upload(Runs.FIT, Arrays.copyOf(file, file.length / 2)).statusCode(400);
        var flipped = file.clone();
        flipped[file.length / 2] ^= 1;
        ana.upload(Runs.FIT, flipped).statusCode(400);
        assertNothingStored(ana);
    }

    @Test
    void files_beyond_the_limits_are_413() throws Exception {
        var ana = ana();
        assertThat(send(ana, new byte[30 << 20])).isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(ana, new byte[(25 << 20) + 1])).isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(ana, bomb())).isEqualTo("413 urn:harrier:problem:too-large");
        ana.asking()
                .header("Content-Encoding", "br")
                .contentType(Runs.FIT)
                .body(SimulatedRun.anyRun(START).fit())
                .post(ana.path() + "/activities")
                .then()
                .statusCode(415);
        assertNothingStored(ana);
    }

    /** The status and the problem's type, by a client that does not copy what it sends. */
    private static String send(Runs runs, byte[] gpx) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + runs.path() + "/activities"))
                .header("Authorization", "Bearer " + runs.token())
                .header("Content-Type", Runs.GPX)
                .POST(HttpRequest.BodyPublishers.ofByteArray(gpx))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + JsonPath.from(answer.body()).getString("type");
        }
    }

    @Test
    void access_is_decided_before_the_file_is_judged() {
        var squad = UUID.randomUUID();
        var athlete = owner.known(
                "Europe/Zurich",
                AthleteService.athlete("ana"),
                AthleteService.coach("coach", squad),
                AthleteService.assistant("assistant", squad),
                AthleteService.partner("watch-cloud", "activities:write"));
        var broken = new byte[] {1};
        Runs.of(athlete, "stranger").upload(Runs.FIT, broken).statusCode(404);
        Runs.of(UUID.randomUUID(), "ana").upload(Runs.FIT, broken).statusCode(404);
        Runs.of(athlete, "assistant").upload(Runs.FIT, broken).statusCode(403);
        new Runs(athlete, Tokens.partner("watch-cloud", "load:read"))
                .upload(Runs.FIT, broken)
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
        new Runs(athlete, Tokens.partner("other-cloud", "activities:write"))
                .upload(Runs.FIT, broken)
                .statusCode(404);
        new Runs(athlete, Tokens.expired("ana")).upload(Runs.FIT, broken).statusCode(401);
        Runs.of(athlete, "coach").upload(Runs.FIT, broken).statusCode(400);
        Runs.of(athlete, "coach").enter(Runs.daysAgo(2), 30, 4);
        new Runs(athlete, Tokens.partner("watch-cloud", "activities:write"))
                .upload(Runs.FIT, SimulatedRun.anyRun(START).fit())
                .statusCode(201);
    }

    @Test
    void an_upload_is_two_statements_however_long_the_history() {
        pool.query("create extension if not exists pg_stat_statements")
                .execute()
                .await()
                .indefinitely();
        var ana = ana();
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

    /** The statements that were run for a request; what the relay, the consumers and the jobs run is left out. */
    private List<String> statementsOf(Callable<?> request) {
        pool.query("select pg_stat_statements_reset()").execute().await().indefinitely();
        try {
            request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return pool.query("""
                        select query from pg_stat_statements, generate_series(1, calls)
                        where query ~ '(access a where|activity|load_year)' and query !~ 'pg_stat_statements'
                          and query !~ '^(select distinct shard|select \\* from outbox|delete from outbox)'
                        """).execute().await().indefinitely().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void an_activity_near_midnight_lands_on_the_local_day() {
        var auckland = Runs.of(owner.known("Pacific/Auckland", AthleteService.athlete("ana")), "ana");
        auckland.enter("""
                {"sport": "RUN", "startedAt": "2026-03-09T11:30:00Z", "durationSeconds": 1800}""").statusCode(201).body("on", equalTo("2026-03-10"));
        var losAngeles = Runs.of(owner.known("America/Los_Angeles", AthleteService.athlete("ana")), "ana");
        losAngeles.enter("""
                {"sport": "RUN", "startedAt": "2026-03-09T06:30:00Z", "durationSeconds": 1800}""").statusCode(201).body("on", equalTo("2026-03-08"));
    }

    private Runs ana() {
        return Runs.of(owner.known("ana"), "ana");
    }

    private void assertNothingStored(Runs runs) {
        for (var table : List.of("activity", "recording", "activity_file")) {
            assertThat(count("select count(*) from " + table + " where athlete_id = $1", runs))
                    .as(table)
                    .isZero();
        }
    }

    private long count(String sql, Runs runs) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(runs.athlete()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
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

    /** Some hundred kilobytes that inflate to more than 100 MiB of XML. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("<?xml version=\"1.0\"?><gpx><metadata><desc>".getBytes(StandardCharsets.UTF_8));
            var spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (var block : Collections.nCopies(120, spaces)) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
