package run.harrier.load.activity.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;

/** The same run from several sources is counted once, and the choice can be seen and taken back (U18, D48). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class CopiesResourceTest {
    private static final Instant START = Runs.daysAgo(3);

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Inject
    Pool pool;

    @Test
    void the_same_run_again_points_to_the_first_from_whatever_source_and_deleting_that_frees_it() {
        var ana = owner.ana();
        var run = SimulatedRun.anyRun(START);
        String first = ana.upload(Runs.FIT, run.fit()).statusCode(201).extract().path("id");
        ana.upload(Runs.FIT, run.fit())
                .statusCode(200)
                .body("duplicateOf", equalTo(first))
                .body("copyId", nullValue());
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
        ana.delete(first).statusCode(204);
        ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 600}""".formatted(START.minusSeconds(30))).statusCode(201);
    }

    @Test
    void a_second_athletes_run_with_the_first_is_no_copy() {
        var file = SimulatedRun.anyRun(START).fit();
        owner.ana().upload(Runs.FIT, file).statusCode(201);
        owner.ana().upload(Runs.FIT, file).statusCode(201);
    }

    @Test
    void copies_that_arrive_at_the_same_moment_are_one_activity() throws Exception {
        var ana = owner.ana();
        var file = SimulatedRun.anyRun(START).fit();
        var answers = Runs.atOnce(8, i -> ana.upload(Runs.FIT, file).extract().response());
        assertThat(answers.stream().map(answer -> answer.statusCode()).sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.statusCode() == 201 ? answer.path("id") : answer.path("duplicateOf"))
                        .distinct())
                .hasSize(1);
        assertThat(owner.count("select count(*) from activity where athlete_id = $1", ana.athlete()))
                .isOne();
        assertThat(events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 1)).hasSize(1);
    }

    @Test
    void the_constraints_hold_against_a_writer_that_does_not_ask() {
        var ana = owner.ana();
        String first =
                ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit()).extract().path("id");
        assertThat(pool.preparedQuery("""
                        insert into activity select athlete_id, $2, sport, source, started_at, day, distance_metres,
                            moving_seconds, elapsed_seconds, rpe, load, load_method, figures, version, starts,
                            distances, durations, utc_offset_seconds
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
    void an_activity_tells_of_the_copies_it_absorbed_each_once() {
        var ana = owner.ana();
        var run = SimulatedRun.anyRun(START);
        String id = ana.upload(Runs.FIT, run.fit()).statusCode(201).extract().path("id");
        read(ana, id).header("ETag", "\"1-gzip\"").body("copies", empty());
        for (int again = 0; again < 3; again++) {
            absorbed(ana.upload(Runs.FIT, run.fit()), id);
            absorbed(gpx(ana, run), id);
            absorbed(entered(ana, START.plusSeconds(20), 3630), id);
        }
        read(ana, id)
                .header("ETag", "\"3-gzip\"")
                .body("source", equalTo("FIT"))
                .body("copies.source", contains("GPX", "MANUAL"))
                .body(
                        "copies.startedAt",
                        contains(START.toString(), START.plusSeconds(20).toString()))
                .body("copies[0].distanceMetres.toDouble()", closeTo(run.distanceMetres(), 5))
                .body("copies[0].movingSeconds", equalTo(3600f))
                .body("copies[1].distanceMetres", nullValue())
                .body("copies[1].elapsedSeconds", equalTo(3630f));
        ana.asking()
                .header("If-None-Match", "\"1\"")
                .get(ana.path() + "/activities/" + id)
                .then()
                .statusCode(200);
        ana.patch(id, "{\"rpe\": 4}").header("ETag", "\"4-gzip\"").body("copies", hasSize(2));
        ana.get("/activities").body("items", hasSize(1)).body("items.copies", everyItem(nullValue()));
    }

    /** The athlete deletes what was counted and uploads the copy: then that counts, as if it had been the first. */
    @Test
    void the_choice_is_taken_back_by_deleting_the_first_and_uploading_the_copy() {
        var ana = owner.ana();
        var first = SimulatedRun.starting(START).run(3600, 3.0, 0, 140);
        var other = SimulatedRun.starting(START.plusSeconds(30)).run(3600, 3.05, 0, 150);
        String counted = ana.upload(Runs.FIT, first.fit()).extract().path("id");
        absorbed(ana.upload(Runs.FIT, other.fit()), counted);
        ana.delete(counted).statusCode(204);
        assertThat(copies(ana)).isZero();
        String chosen = ana.upload(Runs.FIT, other.fit())
                .statusCode(201)
                .body("startedAt", equalTo(START.plusSeconds(30).toString()))
                .body("distanceMetres.toDouble()", closeTo(other.distanceMetres(), 1))
                .body("maxHeartRateBpm", equalTo(150f))
                .extract()
                .path("id");
        absorbed(ana.upload(Runs.FIT, first.fit()), chosen);
        read(ana, chosen)
                .body("copies", hasSize(1))
                .body("copies[0].distanceMetres.toDouble()", closeTo(first.distanceMetres(), 1));

        var ben = Runs.of(owner.anyAthlete("ben"), "ben");
        ben.upload(Runs.FIT, other.fit()).statusCode(201);
        ana.assertSameSeries(ben, Runs.TODAY.minusDays(10));
    }

    @Test
    void copies_from_all_sources_that_arrive_at_the_same_moment_are_each_told_once() throws Exception {
        var ana = owner.ana();
        var run = SimulatedRun.anyRun(START);
        var answers = Runs.atOnce(9, i -> switch (i % 3) {
            case 0 -> ana.upload(Runs.FIT, run.fit());
            case 1 -> gpx(ana, run);
            default -> ana.upload(Runs.TCX, run.tcx().getBytes(StandardCharsets.UTF_8));
        });
        String id = answers.stream()
                .map(answer -> answer.extract().response())
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("id"))
                .findFirst()
                .orElseThrow();
        var source = read(ana, id).extract().<String>path("source");
        var others = Stream.of("FIT", "GPX", "TCX").filter(one -> !one.equals(source));
        read(ana, id).body("copies.source", containsInAnyOrder(others.toArray()));
    }

    @Test
    void a_source_that_writes_the_run_anew_each_time_fills_nothing() {
        var ana = owner.ana();
        var id = ana.enter(START, 60, 4);
        for (int i = 1; i <= 25; i++) {
            absorbed(entered(ana, START, 3600 + i), id);
        }
        assertThat(copies(ana)).isEqualTo(20);
        read(ana, id).body("copies", hasSize(20)).body("copies[19].elapsedSeconds", equalTo(3620f));
    }

    /** D48: by more than half of the shorter one, whatever their distances. */
    @Test
    void runs_that_overlap_in_time_are_one() {
        var ana = owner.ana();
        String first =
                ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit()).extract().path("id");
        var other = SimulatedRun.starting(START.plusSeconds(1799)).run(3600, 2.5, 0, 150);
        String copy = absorbed(gpx(ana, other), first).extract().path("copyId");
        absorbed(gpx(ana, other), first).body("copyId", equalTo(copy));
        absorbed(entered(ana, START.plusSeconds(3000), 1190), first).body("copyId", notNullValue());
        absorbed(ana.enter("""
                        {"sport": "WALK", "startedAt": "%s", "durationSeconds": 7100}""".formatted(START.minusSeconds(1200))), first);
        read(ana, first)
                .body("copies.source", contains("GPX", "MANUAL", "MANUAL"))
                .body("copies.id", everyItem(notNullValue()))
                .body("copies[0].id", equalTo(copy))
                .body("movingSeconds", equalTo(3600f));
        entered(ana, START.plusSeconds(1800), 3600).statusCode(201);
        ana.enter("""
                {"sport": "RIDE", "startedAt": "%s", "durationSeconds": 3600}""".formatted(START.plusSeconds(300))).statusCode(201);
        ana.get("/activities").body("items", hasSize(3));
    }

    @Test
    void a_run_and_an_hour_of_strength_are_two() {
        var ana = owner.ana();
        entered(ana, START, 3600).statusCode(201);
        String strength =
                ana.enter("""
                        {"sport": "STRENGTH", "startedAt": "%s", "durationSeconds": 3600}""".formatted(START)).statusCode(201).extract().path("id");
        ana.get("/activities").body("items", hasSize(2));
        ana.patch(strength, "{\"sport\": \"RUN\"}").statusCode(409);
        ana.patch(strength, "{\"rpe\": 6}").statusCode(200).body("sport", equalTo("STRENGTH"));
    }

    @Test
    void two_recordings_of_one_ride_are_one() {
        var ana = owner.ana();
        var ride = """
                {"sport": "RIDE", "startedAt": "%s", "durationSeconds": %d, "distanceMetres": %d}""";
        String first = ana.enter(ride.formatted(START, 3600, 25_000))
                .statusCode(201)
                .extract()
                .path("id");
        absorbed(ana.enter(ride.formatted(START.plusSeconds(1), 3500, 27_000)), first);
    }

    @Test
    void runs_that_overlap_and_arrive_at_the_same_moment_are_one() throws Exception {
        var ana = owner.ana();
        Runs.atOnce(
                8,
                i -> entered(ana, START.plusSeconds(100L * i), 3600 + 200 * i)
                        .extract()
                        .statusCode());
        ana.get("/activities").body("items", hasSize(1));
        assertThat(copies(ana)).isEqualTo(7);
        assertThat(events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 1)).hasSize(1);
    }

    /** As between files (D48). */
    @Test
    void runs_of_one_file_that_overlap_in_time_are_one() {
        var ana = owner.ana();
        var first = SimulatedRun.anyRun(START);
        var inside = SimulatedRun.starting(START.plusSeconds(600)).run(2400, 2.5, 0, 150);
        var later = SimulatedRun.starting(START.plusSeconds(20_000)).run(1800, 3.0, 0, 150);
        var file = Buffer.buffer(first.fit())
                .appendBytes(inside.fit())
                .appendBytes(later.fit())
                .getBytes();
        String id = ana.upload(Runs.FIT, file).statusCode(201).extract().path("id");
        ana.get("/activities").body("items", hasSize(2));
        String copy = read(ana, id)
                .body("copies", hasSize(1))
                .body("copies.id", everyItem(notNullValue()))
                .extract()
                .path("copies[0].id");
        absorbed(ana.upload(Runs.FIT, file), id);
        assertThat(copies(ana)).isOne();
        ana.patch(copy, "{\"countsAlone\": true}")
                .statusCode(200)
                .body("distanceMetres.toDouble()", closeTo(inside.distanceMetres(), 1));
        ana.get("/activities").body("items", hasSize(3));
        ana.upload(Runs.FIT, file).statusCode(200);
        ana.get("/activities").body("items", hasSize(3));
    }

    /** As when the service ends between the two. */
    @Test
    void a_file_whose_runs_overlap_is_stored_as_a_whole_or_not_at_all() {
        var ana = owner.ana();
        var file = Buffer.buffer(SimulatedRun.anyRun(START).fit())
                .appendBytes(SimulatedRun.starting(START.plusSeconds(600))
                        .run(2400, 2.5, 0, 150)
                        .fit())
                .getBytes();
        execute("""
                create function refuse() returns trigger language plpgsql as $$
                begin
                    if new.athlete_id = '%s' then raise exception 'no copies today'; end if;
                    return new;
                end $$""".formatted(ana.athlete()));
        execute("create trigger refused before insert on activity_copy for each row execute function refuse()");
        try {
            ana.upload(Runs.FIT, file).statusCode(500);
            owner.assertNothingStored(ana.athlete());
        } finally {
            execute("drop function refuse cascade");
        }
        String id = ana.upload(Runs.FIT, file).statusCode(201).extract().path("id");
        read(ana, id).body("copies", hasSize(1));
    }

    /** The first is a copy of what is there, the second is not: it is no copy of a copy. */
    @Test
    void a_run_that_overlaps_with_a_copy_of_its_file_only_counts() {
        var ana = owner.ana();
        entered(ana, START, 3600).statusCode(201);
        var copy = SimulatedRun.starting(START.plusSeconds(1700)).run(3600, 2.5, 0, 150);
        var other = SimulatedRun.starting(START.plusSeconds(3000)).run(3600, 2.5, 0, 150);
        ana.upload(Runs.FIT, Buffer.buffer(copy.fit()).appendBytes(other.fit()).getBytes())
                .statusCode(201);
        ana.get("/activities").body("items", hasSize(2));
        assertThat(copies(ana)).isOne();
    }

    @Test
    void a_copy_counts_alone_when_somebody_says_that_they_are_two() {
        var ana = owner.ana();
        String first =
                ana.upload(Runs.FIT, SimulatedRun.anyRun(START).fit()).extract().path("id");
        var other = SimulatedRun.starting(START.plusSeconds(600)).run(3000, 2.5, 0, 150);
        absorbed(gpx(ana, other), first);
        String copy = read(ana, first).extract().path("copies[0].id");
        ana.get("/activities/" + copy).statusCode(404);
        ana.patch(copy, "{\"countsAlone\": false}").statusCode(422).body("errors[0].pointer", equalTo("/countsAlone"));
        ana.patch(copy, "{\"rpe\": 4}").statusCode(404);
        ana.patch(copy, "{\"countsAlone\": true, \"rpe\": 4}")
                .statusCode(200)
                .body("id", equalTo(copy))
                .body("source", equalTo("GPX"))
                .body("rpe", equalTo(4))
                .body("distanceMetres.toDouble()", closeTo(other.distanceMetres(), 1))
                .body("maxHeartRateBpm", equalTo(150f));
        read(ana, first).header("ETag", "\"3-gzip\"").body("copies", empty());
        ana.get("/activities/" + copy + "/streams").body("heartRateBpm.values", hasSize(3000));
        var day = Runs.TODAY.minusDays(3);
        var both = ana.get("/activities").extract().<Number>path("items.load.value.sum()");
        assertThat(ana.series("load", day, Double.class).getFirst()).isCloseTo(both.doubleValue(), within(0.01));
        assertThat(events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 3)).hasSize(3);
        ana.patch(copy, "{\"countsAlone\": true}").statusCode(200).header("ETag", "\"2-gzip\"");
        absorbed(gpx(ana, other), copy);
        ana.delete(copy).statusCode(204);
        ana.delete(first).statusCode(204);
        assertThat(files(ana)).isZero();
    }

    @Test
    void a_kept_copy_goes_with_its_activity() {
        var ana = owner.ana();
        String first = entered(ana, START, 3600).extract().path("id");
        gpx(ana, SimulatedRun.starting(START.plusSeconds(600)).run(3000, 2.5, 0, 150));
        assertThat(files(ana)).isOne();
        ana.delete(first).statusCode(204);
        assertThat(files(ana)).isZero();
        assertThat(copies(ana)).isZero();
    }

    @Test
    void a_copy_that_is_the_same_run_as_another_activity_does_not_count_alone() {
        var ana = owner.ana();
        String first = entered(ana, START, 3600).extract().path("id");
        absorbed(entered(ana, START.plusSeconds(1750), 3600), first);
        String copy = read(ana, first).extract().path("copies[0].id");
        entered(ana, START.plusSeconds(1805), 3600).statusCode(201);
        ana.patch(copy, "{\"countsAlone\": true}").statusCode(409);
        read(ana, first).body("copies.id", contains(copy));
    }

    @Test
    void a_copy_is_two_statements_as_every_upload() {
        var ana = owner.ana();
        var run = SimulatedRun.anyRun(START);
        String id = ana.upload(Runs.FIT, run.fit()).extract().path("id");
        assertThat(StatementCount.of("(access a where|activity|load_year)", () -> absorbed(gpx(ana, run), id)))
                .hasSize(2);
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private static ValidatableResponse read(Runs runs, String id) {
        return runs.get("/activities/" + id).statusCode(200);
    }

    private static ValidatableResponse gpx(Runs runs, SimulatedRun run) {
        return runs.upload(Runs.GPX, run.gpx().getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse entered(Runs runs, Instant start, int seconds) {
        return runs.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": %d}""".formatted(start, seconds));
    }

    private static ValidatableResponse absorbed(ValidatableResponse answer, String by) {
        return answer.statusCode(200).body("duplicateOf", equalTo(by));
    }

    private long files(Runs runs) {
        return owner.count("select count(*) from activity_file where athlete_id = $1", runs.athlete());
    }

    private long copies(Runs runs) {
        return owner.count("select count(*) from activity_copy where athlete_id = $1", runs.athlete());
    }
}
