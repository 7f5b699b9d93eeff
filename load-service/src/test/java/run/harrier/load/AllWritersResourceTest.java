package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.database.HeldAthlete;
import run.harrier.testkit.server.PostgresAndKafka;

/** Everybody who writes to an athlete's load: requests, and the events of both other services. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class AllWritersResourceTest {
    private static final int ROUNDS = 4;

    @Inject
    AthleteService owner;

    /** One lock order: the athlete's row first, so that no two writers wait for each other. */
    @Test
    void whoever_waits_for_the_athletes_row_has_written_nothing_yet() {
        for (var writer : List.copyOf(
                requests(Runs.of(UUID.randomUUID(), "ana"), "", "", 0).keySet())) {
            var ana = owner.ana();
            var edited = ana.enter(Runs.daysAgo(3), 50, 4);
            var deleted = ana.enter(Runs.daysAgo(5), 50, 4);
            CompletableFuture<Integer> answer;
            try (var held = HeldAthlete.of("athlete", ana.athlete())) {
                answer = CompletableFuture.supplyAsync(
                        () -> requests(ana, edited, deleted, 0)
                                .get(writer)
                                .get()
                                .extract()
                                .statusCode(),
                        Thread::startVirtualThread);
                assertThat(held.waitersThatHaveWritten()).as(writer).isEmpty();
            }
            assertThat(answer.join()).as(writer).isBetween(200, 204);
        }
        for (var event : List.of(
                "profile", "fitness")) { // a match and a calendar write rows of their own alone, and wait for nobody
            var ana = owner.ana();
            var matched = UUID.fromString(ana.enter(Runs.daysAgo(3), 50, 4));
            try (var held = HeldAthlete.of("athlete", ana.athlete())) {
                CompletableFuture.runAsync(
                        () -> events(ana.athlete(), matched).get(event).run(), Thread::startVirtualThread);
                assertThat(held.waitersThatHaveWritten()).as(event).isEmpty();
            }
        }
    }

    @Test
    void all_writers_of_one_athlete_at_once_lose_nothing() throws InterruptedException {
        var seed = System.nanoTime();
        System.out.println("AllWritersResourceTest seed " + seed);
        var ana = owner.ana();
        var received = owner.count("select count(*) from inbox where athlete_id = $1", ana.athlete());
        var calls = new ArrayList<Callable<Integer>>();
        for (int round = 0; round < ROUNDS; round++) {
            var edited = ana.enter(Runs.daysAgo(20 + 2 * round), 50, 4);
            var deleted = ana.enter(Runs.daysAgo(40 + 2 * round), 50, 4);
            requests(ana, edited, deleted, 3 * round)
                    .values()
                    .forEach(request -> calls.add(() -> request.get().extract().statusCode()));
            events(ana.athlete(), UUID.fromString(edited))
                    .values()
                    .forEach(event -> calls.add(() -> {
                        event.run();
                        return 200;
                    }));
        }
        Collections.shuffle(calls, new Random(seed));
        try (var callers = Executors.newFixedThreadPool(12)) {
            assertThat(callers.invokeAll(calls))
                    .extracting(Future::resultNow)
                    .as("seed " + seed)
                    .allMatch(status -> status >= 200 && status < 300);
        }
        // what had gone to the dead letters would not be here
        var sent = received
                + (long) ROUNDS * events(ana.athlete(), UUID.randomUUID()).size();
        await().untilAsserted(
                        () -> assertThat(owner.count("select count(*) from inbox where athlete_id = $1", ana.athlete()))
                                .isEqualTo(sent));
        assertThat(owner.count("select count(*) from activity where athlete_id = $1", ana.athlete()))
                .isEqualTo(2 * ROUNDS);
    }

    private static Map<String, Supplier<ValidatableResponse>> requests(
            Runs ana, String edited, String deleted, int daysAgo) {
        var writers = new LinkedHashMap<String, Supplier<ValidatableResponse>>();
        var on = Runs.TODAY.minusDays(daysAgo);
        writers.put("upload", () -> ana.enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": 2400, "rpe": 4}""".formatted(Runs.daysAgo(daysAgo + 1))));
        writers.put("edit", () -> ana.patch(edited, "{\"rpe\": 7}"));
        writers.put("deletion", () -> ana.delete(deleted));
        writers.put("wellness", () -> ana.put("/wellness/" + on, "{\"sleepHours\": 7}"));
        return writers;
    }

    private Map<String, Runnable> events(UUID athlete, UUID activity) {
        var writers = new LinkedHashMap<String, Runnable>();
        writers.put(
                "profile",
                () -> owner.publish(EventType.PROFILE_CHANGED, owner.golden(EventType.PROFILE_CHANGED, athlete)));
        writers.put(
                "fitness",
                () -> owner.publish(EventType.FITNESS_CHANGED, owner.golden(EventType.FITNESS_CHANGED, athlete)));
        writers.put(
                "match",
                () -> owner.publish(
                        EventType.SESSION_MATCHED,
                        owner.golden(EventType.SESSION_MATCHED, athlete).put("activityId", activity.toString())));
        writers.put(
                "calendar",
                () -> owner.publish(EventType.CALENDAR_CHANGED, owner.golden(EventType.CALENDAR_CHANGED, athlete)));
        return writers;
    }
}
