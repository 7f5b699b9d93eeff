package run.harrier.load.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.platform.json.RoundedFigures;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.server.PostgresAndKafka;

/**
 * Uploads, edits and deletions of one athlete at the same moment: what is stored is what the same changes give one
 * after another, and what is told, in its order, is what is stored.
 */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class ChangesAtOnceResourceTest {
    private static final RestAssuredConfig DOUBLES = RestAssuredConfig.newConfig()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    private static final int ROUNDS = 2;
    private static final int THERE = 12;
    private static final int NEW = 18;

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Inject
    Pool pool;

    enum Change {
        EDIT,
        DELETION
    }

    /** The upload has read and computed when the change takes the athlete; its commit comes after the change's. */
    @ParameterizedTest
    @EnumSource
    void an_upload_that_began_first_and_commits_last_loses_and_inverts_nothing(Change change) {
        var ana = owner.ana();
        var old = ana.enter(Runs.daysAgo(3), 50, 4);
        var holder = pool.getConnection().await().indefinitely();
        var transaction = holder.begin().await().indefinitely();
        holder.preparedQuery("select 1 from athlete where athlete_id = $1 for update")
                .execute(Tuple.of(ana.athlete()))
                .await()
                .indefinitely();
        var upload = CompletableFuture.supplyAsync(() -> ana.enter(Runs.daysAgo(2), 40, 5), Thread::startVirtualThread);
        await().until(() -> waiting() == 1);
        var changed = CompletableFuture.runAsync(
                () -> {
                    if (change == Change.EDIT) {
                        ana.patch(old, "{\"rpe\": 8}").statusCode(200);
                    } else {
                        ana.delete(old).statusCode(204);
                    }
                },
                Thread::startVirtualThread);
        await().until(() -> waiting() == 2);
        // both are woken together: the upload must not begin anew before the change has had its turn
        var reads = pool.getConnection().await().indefinitely();
        var closed = reads.begin().await().indefinitely();
        reads.query("lock table access").execute().await().indefinitely();
        holder.preparedQuery("update athlete set version = version + 1 where athlete_id = $1")
                .execute(Tuple.of(ana.athlete()))
                .await()
                .indefinitely();
        transaction.commit().chain(holder::close).await().indefinitely();
        changed.join();
        closed.commit().chain(reads::close).await().indefinitely();
        upload.join();

        var inOrder = owner.ana();
        if (change == Change.EDIT) {
            inOrder.enter(Runs.daysAgo(3), 50, 8);
        }
        inOrder.enter(Runs.daysAgo(2), 40, 5);
        ana.assertSameSeries(inOrder, Runs.TODAY.minusDays(10));
        events.await(EventType.LOAD_UPDATED, ana.athlete(), 3);
        assertThat(events.of(ana.athlete()).stream()
                        .map(event -> event.type().replaceAll("run.harrier.|.v1", "")
                                + (event.data().path("activityId").asText().equals(old) ? " old" : "")))
                .containsExactly(
                        "activity-recorded old",
                        "load-updated",
                        change == Change.EDIT ? "activity-recorded old" : "activity-deleted old",
                        "load-updated",
                        "activity-recorded",
                        "load-updated");
        assertPublishedIsStored(ana, 3);
    }

    @Test
    void uploads_edits_and_deletions_in_any_order_of_chance_are_as_one_after_another() throws Exception {
        var seed = System.nanoTime();
        System.out.println("ChangesAtOnceResourceTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var ana = owner.ana();
            var done = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < THERE; i++) {
                var id = ana.enter(Runs.daysAgo(2 * i + 2), 30 + i, 3);
                var rpe = 4 + random.nextInt(7);
                done.add(() ->
                        ana.patch(id, "{\"rpe\": %d}".formatted(rpe)).extract().statusCode() == 200);
                if (random.nextBoolean()) {
                    done.add(() -> ana.delete(id).extract().statusCode() == 204);
                }
            }
            for (int i = 0; i < NEW; i++) {
                var day = 2 * i + 1;
                var rpe = 1 + random.nextInt(10);
                done.add(() -> ana.enter(Runs.daysAgo(day), 20 + day, rpe) != null);
            }
            Collections.shuffle(done, random);
            var successes = THERE + atOnce(done);

            var inOrder = owner.ana();
            var stored =
                    ana.get("/activities?limit=200").statusCode(200).extract().jsonPath();
            List<Map<String, Object>> items = new ArrayList<>(stored.getList("items"));
            Collections.reverse(items);
            items.forEach(item -> inOrder.enter(
                            """
                                    {"sport": "RUN", "startedAt": "%s", "durationSeconds": %s, "rpe": %s}""".formatted(item.get("startedAt"), item.get("movingSeconds"), item.get("rpe")))
                    .statusCode(201));
            ana.assertSameSeries(inOrder, Runs.TODAY.minusDays(60));
            assertPublishedIsStored(ana, successes);
        }
    }

    private static int atOnce(List<Callable<Boolean>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(16)) {
            var successes = 0;
            for (var call : callers.invokeAll(calls)) {
                successes += call.get() ? 1 : 0;
            }
            return successes;
        }
    }

    /** Numbered from 1 without a gap; the last of each activity is what is stored of it, and so is the last ratio. */
    private void assertPublishedIsStored(Runs ana, int changes) {
        events.await(EventType.LOAD_UPDATED, ana.athlete(), changes);
        var all = events.of(ana.athlete());
        assertThat(all.stream().map(LoadEvents.Published::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2L * changes).boxed().toList());
        var published = new TreeMap<String, String>();
        double ratio = Double.NaN;
        for (var event : all) {
            var id = event.data().path("activityId").asText();
            if (event.type().equals(EventType.ACTIVITY_RECORDED.wireName())) {
                published.put(
                        id,
                        event.data().get("rpe").asInt() + " "
                                + event.data().at("/load/value").asDouble());
            } else if (event.type().equals(EventType.ACTIVITY_DELETED.wireName())) {
                published.remove(id);
            } else {
                ratio = event.data().at("/acwr/value").asDouble();
            }
        }
        var stored = new TreeMap<String, String>();
        pool.preparedQuery("select id, rpe, load from activity where athlete_id = $1")
                .execute(Tuple.of(ana.athlete()))
                .await()
                .indefinitely()
                .forEach(row ->
                        stored.put(row.getUUID("id").toString(), row.getInteger("rpe") + " " + row.getDouble("load")));
        assertThat(published).isEqualTo(stored);
        var today = ana.asking()
                .config(DOUBLES)
                .get(ana.path() + "/load?from=" + Runs.TODAY + "&to=" + Runs.TODAY)
                .then()
                .statusCode(200);
        assertThat(RoundedFigures.rounded(ratio)).isEqualTo(today.extract().<Double>path("days[0].acwr.value"));
    }

    /** How many statements wait for a lock that another has. */
    private long waiting() {
        return pool.query("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
