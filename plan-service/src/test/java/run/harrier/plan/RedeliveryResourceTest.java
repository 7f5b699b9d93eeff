package run.harrier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.intervals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;
import run.harrier.testkit.database.DatabaseDigest;
import run.harrier.testkit.events.Records;
import run.harrier.testkit.events.Redelivery;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** What was heard once changes nothing when it is heard again, however often and in whatever order. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class RedeliveryResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void events_delivered_five_times_and_shuffled_across_athletes_change_nothing_more() {
        var seed = System.nanoTime();
        System.out.println("RedeliveryResourceTest seed " + seed);
        var random = new Random(seed);
        clock.set("2026-11-22T20:00:00Z"); // Monday morning in Auckland
        var squad = Redelivery.squad(random, this::anAthleteInTheMiddleOfAWeek);
        await().until(() -> squad.stream().allMatch(this::hasToldAll));

        assertThat(DatabaseDigest.of(squad))
                .containsKeys("session", "revision", "activity", "readiness", "fitness", "profile", "access");
        new Redelivery(
                        Set.of(Topic.ATHLETE_EVENTS, Topic.LOAD_EVENTS),
                        Topic.PLAN_EVENTS,
                        Set.of("outbox", "idempotency"))
                .changesNothing(brokers, squad, random, this::awaitHeardAll);
    }

    /** A plan, runs that match it, an edit, an end, bad nights that come and go, a high ratio, a new number. */
    private UUID anAthleteInTheMiddleOfAWeek(Random random) {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete,
                MONDAY,
                List.of(
                        easy(MONDAY),
                        intervals(MONDAY.plusDays(1)),
                        easy(MONDAY.plusDays(2)),
                        intervals(MONDAY.plusDays(4)),
                        easy(MONDAY.plusDays(6))));
        var run = loads.run(athlete, "2026-11-23", activity -> {});
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        loads.record(athlete, run, "2026-11-23", activity -> activity.put("rpe", 4 + random.nextInt(6)));
        var gone = loads.run(athlete, "2026-11-22", activity -> activity.put("movingSeconds", 1200));
        loads.acwr(athlete, "2026-11-23", 1.2 + random.nextDouble() / 2, false);
        loads.delete(athlete, gone, "2026-11-22");
        athletes.getFitter(athlete, "2026-11-23", 5);
        if (random.nextBoolean()) {
            loads.readiness(athlete, "2026-11-23", false);
        }
        loads.run(athlete, "2026-11-21", activity -> {});
        loads.readiness(athlete, "2026-11-22", random.nextBoolean(), "ROUGH_NIGHTS");
        loads.acwr(athlete, "2026-11-23", 1.2 + random.nextDouble() / 2, false);
        athletes.getFitter(athlete, "2026-11-22", 3);
        return athlete;
    }

    private boolean hasToldAll(UUID athlete) {
        return athletes.count("select count(*) from outbox where athlete_id = $1", Tuple.of(athlete)) == 0;
    }

    /** A record behind all others in each partition of each topic was received. */
    private void awaitHeardAll() {
        var last = Records.oneInEachShard();
        last.forEach(athlete -> {
            athletes.send(EventType.PROFILE_CHANGED, athletes.golden(EventType.PROFILE_CHANGED, athlete));
            athletes.send(EventType.ACTIVITY_RECORDED, athletes.golden(EventType.ACTIVITY_RECORDED, athlete));
        });
        await().atMost(java.time.Duration.ofMinutes(1))
                .until(() -> athletes.count(
                                "select count(*) from inbox where athlete_id = any($1)",
                                Tuple.of(last.toArray(UUID[]::new)))
                        == 2 * Shard.COUNT);
    }
}
