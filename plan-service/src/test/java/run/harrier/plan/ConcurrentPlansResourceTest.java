package run.harrier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Plans of one athlete that are asked for at the same time. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class ConcurrentPlansResourceTest {
    private static final int PLANS = 6;

    @Inject
    AthleteServiceEvents athletes;

    @Inject
    TestClock clock;

    @Test
    void each_is_newer_than_the_one_before() throws InterruptedException {
        clock.set("2026-11-22T20:00:00Z");
        var athlete = athletes.anyAthlete();
        try (var callers = Executors.newFixedThreadPool(PLANS)) {
            Callable<Integer> caller = () -> statusOfNewPlan(athlete);
            assertThat(callers.invokeAll(Collections.nCopies(PLANS, caller)))
                    .extracting(Future::resultNow)
                    .containsOnly(201);
        }
        assertThat(athletes.rows("select ordinal::text from plan where athlete_id = $1 order by ordinal", athlete))
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    private static int statusOfNewPlan(UUID athlete) {
        return as("ana")
                .body("""
                        {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"}, "daysPerWeek": 5,
                         "currentWeeklyDistanceMetres": 40000}""".formatted(MONDAY, MONDAY.plusWeeks(12).minusDays(1)))
                .post("/api/v1/athletes/" + athlete + "/plans")
                .statusCode();
    }
}
