package run.harrier.load.activity;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.database.DatabaseDigest;
import run.harrier.testkit.server.PostgresAndKafka;

/** What becomes of activities once they are there: read, edited, deleted, computed again. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class ActivityResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Test
    void activities_are_listed_newest_first_page_by_page() {
        var ana = owner.ana();
        var ids = new ArrayList<String>();
        for (int day = 1; day <= 5; day++) {
            ids.add(ana.enter(Runs.daysAgo(day), 30, 4));
        }
        var first = ana.get("/activities?limit=2")
                .statusCode(200)
                .body("items.id", equalTo(ids.subList(0, 2)))
                .extract();
        ana.enter(Runs.daysAgo(1).plusSeconds(3 * 3600), 10, 4);
        var second = ana.get("/activities?limit=2&after=" + first.path("next"))
                .body("items.id", equalTo(ids.subList(2, 4)))
                .extract();
        ana.get("/activities?limit=2&after=" + second.path("next"))
                .body("items.id", equalTo(ids.subList(4, 5)))
                .body("next", nullValue());
        var day = Runs.TODAY.minusDays(3);
        ana.get("/activities?from=" + day + "&to=" + day).body("items.id", contains(ids.get(2)));
        ana.get("/activities?limit=201").statusCode(400);
        ana.get("/activities?after=nonsense").statusCode(400);
        ana.get("/activities?from=soon").statusCode(400);
        ana.get("/activities?from=2026-02-02&to=2026-02-01").statusCode(422);
    }

    @Test
    void an_activity_is_read_with_its_tag_and_its_streams() {
        var ana = owner.ana();
        String id = ana.upload(
                        Runs.FIT,
                        SimulatedRun.starting(Runs.daysAgo(1))
                                .run(600, 3, 0, 140)
                                .fit())
                .extract()
                .path("id");
        ana.get("/activities/" + id)
                .statusCode(200)
                .header("ETag", "\"1-gzip\"")
                .body("id", equalTo(id))
                .body("laps", hasSize(1));
        ana.get("/activities")
                .body("items.id", contains(id))
                .body("items.load.value", hasSize(1))
                .body("items[0].laps", nullValue());
        ana.asking()
                .header("If-None-Match", "\"1\"")
                .get(ana.path() + "/activities/" + id)
                .then()
                .statusCode(304);
        ana.get("/activities/" + id + "/streams")
                .statusCode(200)
                .body("heartRateBpm.values", hasSize(600))
                .body("distanceMetres.values[-1]", equalTo(1800.0f))
                .body("distanceMetres.seconds[-1]", equalTo(600.0f));
        ana.get("/activities/" + id + "/streams?keys=altitudeMetres,heartRateBpm&resolution=101")
                .statusCode(200)
                .body("keySet()", containsInAnyOrder("altitudeMetres", "heartRateBpm"))
                .body("altitudeMetres.seconds", hasSize(101))
                .body("altitudeMetres.seconds[0]", equalTo(0.0f))
                .body("altitudeMetres.seconds[1]", equalTo(6.0f))
                .body("altitudeMetres.seconds[100]", equalTo(600.0f))
                .body("altitudeMetres.values", hasSize(101));
        ana.get("/activities/" + id + "/streams?resolution=10000").body("heartRateBpm.values", hasSize(600));
        for (var bad : List.of("keys=power", "keys=heartRateBpm,", "resolution=99", "resolution=10001")) {
            var refused = ana.get("/activities/" + id + "/streams?" + bad).extract();
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].parameter")).as(bad).isEqualTo(bad.split("=", 2)[0]);
        }
        var manual = ana.enter(Runs.daysAgo(2), 30, 4);
        ana.get("/activities/" + manual + "/streams").statusCode(200).body("keySet()", hasSize(0));
        ana.get("/activities/" + UUID.randomUUID()).statusCode(404);
        ana.get("/activities/" + UUID.randomUUID() + "/streams").statusCode(404);
        ana.get("/activities/nonsense").statusCode(404);
    }

    @Test
    void the_effort_and_the_sport_are_edited_and_the_load_follows() {
        var ana = owner.ana();
        var id = ana.enter(Runs.daysAgo(1), 60, 7);
        ana.patch(id, "{\"rpe\": 4}")
                .statusCode(200)
                .header("ETag", "\"2-gzip\"")
                .body("rpe", equalTo(4))
                .body("load.value", equalTo(57.143f));
        ana.patch(id, "{\"rpe\": null}").body("rpe", nullValue()).body("load.method", equalTo("DURATION"));
        ana.patch(id, "{\"sport\": \"RIDE\"}").body("sport", equalTo("RIDE"));
        ana.patch(id, "{}").header("ETag", "\"4-gzip\"");
        ana.asking()
                .header("If-None-Match", "W/\"4\"")
                .contentType("application/merge-patch+json")
                .body("{\"rpe\": 9}")
                .patch(ana.path() + "/activities/" + id)
                .then()
                .statusCode(412);
        ana.asking()
                .header("If-Match", "\"3\"")
                .contentType("application/merge-patch+json")
                .body("{\"rpe\": 5}")
                .patch(ana.path() + "/activities/" + id)
                .then()
                .statusCode(412);
        assertThat(events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 4)).hasSize(4);
        assertThat(events.await(EventType.LOAD_UPDATED, ana.athlete(), 4)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rpe\": 11} | 422",
                "{\"rpe\": \"5\"} | 400",
                "{\"rpe\": 5.5} | 400",
                "{\"sport\": \"FLY\"} | 400",
                "{\"sport\": null} | 400",
                "{\"distanceMetres\": 5} | 400",
                "[] | 400",
                "{ | 400",
            })
    void an_edit_that_does_not_fit_changes_nothing(String patch, int status) {
        var ana = owner.ana();
        var id = ana.enter(Runs.daysAgo(1), 60, 7);
        ana.patch(id, patch).statusCode(status).contentType("application/problem+json");
        ana.get("/activities/" + id).header("ETag", "\"1-gzip\"");
    }

    @Test
    void a_sport_that_nobody_does_so_fast_is_refused() {
        var ana = owner.ana();
        String id = ana.enter("""
                {"sport": "RIDE", "startedAt": "%s", "durationSeconds": 3600, "distanceMetres": 50000}""".formatted(Runs.daysAgo(1)))
                .statusCode(201)
                .extract()
                .path("id");
        ana.patch(id, "{\"sport\": \"RUN\"}").statusCode(422).body("errors.pointer", contains("/sport"));
        ana.get("/activities/" + id).body("sport", equalTo("RIDE")).body("distanceMetres", equalTo(50000f));
    }

    @Test
    void what_is_deleted_is_gone_and_told() {
        var ana = owner.ana();
        var id = ana.enter(Runs.daysAgo(1), 60, 7);
        ana.asking()
                .header("If-Match", "\"7\"")
                .delete(ana.path() + "/activities/" + id)
                .then()
                .statusCode(412);
        ana.delete(id).statusCode(204);
        ana.delete(id).statusCode(404);
        ana.get("/activities/" + id).statusCode(404);
        assertThat(events.await(EventType.ACTIVITY_DELETED, ana.athlete(), 1)
                        .getFirst()
                        .get("activityId")
                        .asText())
                .isEqualTo(id);
        assertThat(ana.series("state", Runs.TODAY.minusDays(2), String.class)).containsOnly("NO_DATA");
    }

    @Test
    void late_edited_and_deleted_activities_give_the_series_of_the_same_activities_in_order() {
        var shuffled = owner.ana();
        var late = shuffled.enter(Runs.daysAgo(400), 45, 5);
        var wrong = shuffled.enter(Runs.daysAgo(10), 90, 9);
        shuffled.enter(Runs.daysAgo(3), 30, 4);
        shuffled.enter(Runs.daysAgo(800), 60, 6);
        var twice = shuffled.enter(Runs.daysAgo(3).plusSeconds(6 * 3600), 20, 3);
        shuffled.enter(Runs.daysAgo(40), 50, 5);
        shuffled.patch(late, "{\"rpe\": 4}").statusCode(200);
        shuffled.patch(wrong, "{\"sport\": \"RIDE\"}").statusCode(200);
        shuffled.delete(wrong).statusCode(204);
        shuffled.delete(twice).statusCode(204);

        var inOrder = owner.ana();
        inOrder.enter(Runs.daysAgo(800), 60, 6);
        inOrder.enter(Runs.daysAgo(400), 45, 4);
        inOrder.enter(Runs.daysAgo(40), 50, 5);
        inOrder.enter(Runs.daysAgo(3), 30, 4);

        shuffled.assertSameSeries(inOrder, Runs.TODAY.minusDays(850));
    }

    /** U24, M6. */
    @Test
    void a_threshold_changed_as_of_a_day_recomputes_what_was_run_from_that_day_on() {
        var ana = owner.ana();
        var before = SimulatedRun.anyRun(Runs.daysAgo(20));
        var after = SimulatedRun.anyRun(Runs.daysAgo(5));
        String old = ana.upload(Runs.FIT, before.fit()).extract().path("id");
        String recent = ana.upload(Runs.FIT, after.fit()).extract().path("id");
        float was = ana.get("/activities/" + recent).extract().path("load.value");
        float stays = ana.get("/activities/" + old).extract().path("load.value");

        var change = lowerThreshold(ana.athlete());
        owner.send(EventType.FITNESS_CHANGED, change);

        await().untilAsserted(() -> ana.get("/activities/" + recent).header("ETag", "\"2-gzip\""));
        float is = ana.get("/activities/" + recent).extract().path("load.value");
        assertThat(is).isGreaterThan(was);
        ana.get("/activities/" + old).header("ETag", "\"1-gzip\"").body("load.value", equalTo(stays));

        var told = events.await(EventType.ACTIVITY_RECORDED, ana.athlete(), 3).getLast();
        assertThat(told.get("load").get("value").floatValue()).isCloseTo(is, within(1e-3f));
        assertThat(events.await(EventType.LOAD_UPDATED, ana.athlete(), 3)
                        .getLast()
                        .get("from")
                        .asText())
                .isEqualTo(Runs.TODAY.minusDays(5).toString());

        // an athlete who had these thresholds from the first has the same figures
        var ben = Runs.of(owner.anyAthlete("ben"), "ben");
        owner.send(
                EventType.FITNESS_CHANGED, change.put("athleteId", ben.athlete().toString()));
        ben.upload(Runs.FIT, before.fit()).statusCode(201);
        ben.upload(Runs.FIT, after.fit()).statusCode(201);
        await().untilAsserted(() -> ben.assertSameSeries(ana, Runs.TODAY.minusDays(30)));
    }

    @Test
    void an_athlete_whose_recomputation_fails_holds_nobody_up() {
        var inTheirOrder = Stream.generate(owner::ana)
                .limit(2)
                .sorted(comparing(runs -> runs.athlete().toString()))
                .toList();
        var failing = inTheirOrder.getFirst();
        var other = inTheirOrder.getLast();
        var run = SimulatedRun.anyRun(Runs.daysAgo(5));
        String ofFailing = failing.upload(Runs.FIT, run.fit()).extract().path("id");
        String ofOther = other.upload(Runs.FIT, run.fit()).extract().path("id");
        DatabaseDigest.whileRefused("activity", failing.athlete(), () -> {
            owner.send(EventType.FITNESS_CHANGED, lowerThreshold(failing.athlete()));
            await().until(() -> owner.isToBeRecomputed(failing.athlete()));
            owner.send(EventType.FITNESS_CHANGED, lowerThreshold(other.athlete()));
            await().untilAsserted(() -> other.get("/activities/" + ofOther).header("ETag", "\"2-gzip\""));
            failing.get("/activities/" + ofFailing).header("ETag", "\"1-gzip\"");
            failing.get("/load").body("recomputing", equalTo(true));
            failing.get("/load?to=" + Runs.TODAY.minusDays(20)).body("recomputing", equalTo(false));
            other.get("/load").body("recomputing", equalTo(false));
        });
        await().untilAsserted(() -> failing.get("/activities/" + ofFailing).header("ETag", "\"2-gzip\""));
        failing.assertSameSeries(other, Runs.TODAY.minusDays(30));
    }

    /** What makes every run of the last ten days count for more. */
    private ObjectNode lowerThreshold(UUID athlete) {
        var change = owner.golden(EventType.FITNESS_CHANGED, athlete);
        change.withArray("heartRate")
                .add(((ObjectNode) change.get("heartRate").get(0).deepCopy())
                        .put("measuredOn", Runs.TODAY.minusDays(10).toString())
                        .put("thresholdBpm", 160));
        return change;
    }

    @Test
    void an_effort_is_scaled_by_the_athletes_own_pairs_however_late_they_arrive() {
        var ana = owner.ana();
        var scaled = ana.enter(Runs.daysAgo(1), 60, 5);
        float usual = ana.get("/activities/" + scaled).extract().path("load.value");
        for (int day = 2; day <= 11; day++) {
            String id = ana.upload(
                            Runs.FIT,
                            SimulatedRun.starting(Runs.daysAgo(day))
                                    .run(1800, 3.0, 0, 140)
                                    .fit())
                    .extract()
                    .path("id");
            ana.patch(id, "{\"rpe\": 3}").statusCode(200);
        }
        await().untilAsserted(() -> assertThat(
                        ana.get("/activities/" + scaled).extract().<Float>path("load.value"))
                .isNotEqualTo(usual));
        var inOrder = owner.ana();
        for (int day = 11; day >= 2; day--) {
            String id = inOrder.upload(
                            Runs.FIT,
                            SimulatedRun.starting(Runs.daysAgo(day))
                                    .run(1800, 3.0, 0, 140)
                                    .fit())
                    .extract()
                    .path("id");
            inOrder.patch(id, "{\"rpe\": 3}").statusCode(200);
        }
        var last = inOrder.enter(Runs.daysAgo(1), 60, 5);
        float expected = inOrder.get("/activities/" + last).extract().path("load.value");
        assertThat(ana.get("/activities/" + scaled).extract().<Float>path("load.value"))
                .isCloseTo(expected, within(1e-3f));
    }

    @Test
    void who_may_read_edit_and_delete_is_decided_by_the_relation() {
        var squad = UUID.randomUUID();
        var athlete = owner.anyAthlete(
                "Europe/Zurich",
                AthleteService.athlete("ana"),
                AthleteService.coach("coach", squad),
                AthleteService.assistant("assistant", squad),
                AthleteService.partner("reader", "activities:read"));
        var id = Runs.of(athlete, "ana").enter(Runs.daysAgo(1), 60, 7);
        for (var path : List.of("", "/" + id, "/" + id + "/streams")) {
            Runs.of(athlete, "coach").get("/activities" + path).statusCode(200);
            Runs.of(athlete, "assistant").get("/activities" + path).statusCode(200);
            new Runs(athlete, Tokens.partner("reader", "activities:read"))
                    .get("/activities" + path)
                    .statusCode(200);
            new Runs(athlete, Tokens.partner("reader", "load:read"))
                    .get("/activities" + path)
                    .statusCode(403);
            Runs.of(athlete, "stranger").get("/activities" + path).statusCode(404);
        }
        Runs.of(athlete, "coach").patch(id, "{\"rpe\": 5}").statusCode(200);
        Runs.of(athlete, "assistant").patch(id, "{broken").statusCode(403);
        Runs.of(athlete, "coach").delete(id).statusCode(403);
        Runs.of(athlete, "stranger").delete(id).statusCode(404);
        var ben = Runs.of(owner.anyAthlete("ben"), "ben");
        ben.get("/activities/" + id).statusCode(404);
        ben.patch(id, "{\"rpe\": 5}").statusCode(404);
        ben.delete(id).statusCode(404);
    }
}
