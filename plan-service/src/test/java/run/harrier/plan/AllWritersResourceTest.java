package run.harrier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;
import static run.harrier.plan.Calendars.path;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.testkit.database.HeldAthlete;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Everybody who writes to an athlete's calendar: requests of athlete and coach, and the events of both other services. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class AllWritersResourceTest {
    private static final int ROUNDS = 4;

    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents load;

    @Inject
    TestClock clock;

    @BeforeEach
    void monday() {
        clock.set("2026-11-22T20:00:00Z");
    }

    /** One lock order: the athlete's row first, so that no two writers wait for each other. */
    @Test
    void whoever_waits_for_the_athletes_row_has_written_nothing_yet() {
        for (var writer : List.copyOf(requests(UUID.randomUUID(), "", "").keySet())) {
            var athlete = athletes.anyAthlete();
            var plan = plan(athlete);
            var session = Calendars.first(athlete);
            CompletableFuture<Integer> answer;
            try (var held = HeldAthlete.of("profile", athlete)) {
                answer = CompletableFuture.supplyAsync(
                        () -> call(requests(athlete, plan, session).get(writer)), Thread::startVirtualThread);
                assertThat(held.waitersThatHaveWritten()).as(writer).isEmpty();
            }
            assertThat(answer.join()).as(writer).isBetween(200, 204);
        }
        for (var event : events(UUID.randomUUID()).keySet()) {
            var athlete = athletes.anyAthlete();
            plan(athlete);
            try (var held = HeldAthlete.of("profile", athlete)) {
                CompletableFuture.runAsync(() -> events(athlete).get(event).run(), Thread::startVirtualThread);
                assertThat(held.waitersThatHaveWritten()).as(event).isEmpty();
            }
        }
    }

    @Test
    void all_writers_of_one_athlete_at_once_lose_nothing() throws InterruptedException {
        var seed = System.nanoTime();
        System.out.println("AllWritersResourceTest seed " + seed);
        var random = new Random(seed);
        var athlete = athletes.anyAthlete();
        var calls = new ArrayList<Callable<Integer>>();
        for (int round = 0; round < ROUNDS; round++) {
            requests(athlete, plan(athlete), Calendars.first(athlete)).values().forEach(calls::add);
            events(athlete)
                    .values()
                    .forEach(event -> calls.add(() -> {
                        event.run();
                        return 200;
                    }));
        }
        Collections.shuffle(calls, random);
        try (var callers = Executors.newFixedThreadPool(12)) {
            assertThat(callers.invokeAll(calls))
                    .extracting(Future::resultNow)
                    .as("seed " + seed) // 404, 409: another one deleted the plan or moved the session first
                    .allMatch(status -> status < 500);
        }
        await().untilAsserted(() -> assertThat(
                        athletes.count("select count(*) from activity where athlete_id = $1", Tuple.of(athlete)))
                .isEqualTo(ROUNDS));
        // what had gone to the dead letters would not be here
        await().untilAsserted(() -> assertThat(
                        athletes.count("select count(*) from inbox where athlete_id = $1", Tuple.of(athlete)))
                .isEqualTo(3 + ROUNDS * events(athlete).size()));
    }

    private Map<String, Callable<Integer>> requests(UUID athlete, String plan, String session) {
        var writers = new LinkedHashMap<String, Callable<Integer>>();
        writers.put(
                "new plan",
                () -> as("coach")
                        .body(request())
                        .post("/api/v1/athletes/" + athlete + "/plans")
                        .statusCode());
        writers.put(
                "moved session",
                () -> as("ana")
                        .body("{\"on\": \"%s\"}".formatted(MONDAY.plusDays(5)))
                        .patch(path(athlete, "/" + session))
                        .statusCode());
        writers.put(
                "deleted plan",
                () -> as("coach")
                        .delete("/api/v1/athletes/" + athlete + "/plans/" + plan)
                        .statusCode());
        return writers;
    }

    private Map<String, Runnable> events(UUID athlete) {
        var on = "2026-11-23";
        var writers = new LinkedHashMap<String, Runnable>();
        writers.put("activity", () -> load.run(athlete, on, event -> {}));
        writers.put("load", () -> load.acwr(athlete, on, 1.6, false));
        writers.put("readiness", () -> load.readiness(athlete, on, true, "!PAIN"));
        writers.put(
                "profile",
                () -> athletes.publish(EventType.PROFILE_CHANGED, athletes.golden(EventType.PROFILE_CHANGED, athlete)));
        writers.put("fitness", () -> athletes.getFitter(athlete, on, 1));
        return writers;
    }

    private static String plan(UUID athlete) {
        return as("coach")
                .body(request())
                .post("/api/v1/athletes/" + athlete + "/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String request() {
        return """
                {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"}, "daysPerWeek": 5,
                 "currentWeeklyDistanceMetres": 40000}""".formatted(MONDAY, MONDAY.plusWeeks(12).minusDays(1));
    }

    private static int call(Callable<Integer> writer) {
        try {
            return writer.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
