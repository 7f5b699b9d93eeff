package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Topic;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.database.DatabaseDigest;
import run.harrier.testkit.events.Records;
import run.harrier.testkit.events.Redelivery;
import run.harrier.testkit.server.PostgresAndKafka;

/** What was heard once changes nothing when it is heard again, however often and in whatever order. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class RedeliveryResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void events_delivered_five_times_and_shuffled_across_athletes_change_nothing_more() {
        var seed = System.nanoTime();
        System.out.println("RedeliveryResourceTest seed " + seed);
        var random = new Random(seed);
        var squad = Redelivery.squad(random, this::anAthleteOfWhomMuchWasTold);
        await().until(() -> count("""
                        select (select count(*) from outbox where athlete_id = any($1))
                             + (select count(*) from athlete where athlete_id = any($1) and recompute_from is not null)
                        """, squad) == 0);

        assertThat(DatabaseDigest.of(squad))
                .containsKeys(
                        "athlete",
                        "threshold_timeline",
                        "access",
                        "activity",
                        "load_year",
                        "session_match",
                        "planned_load");
        new Redelivery(
                        Set.of(Topic.ATHLETE_EVENTS, Topic.PLAN_EVENTS),
                        Topic.LOAD_EVENTS,
                        Set.of("outbox", "idempotency", "activity_file", "activity_copy", "closed_sign"))
                .changesNothing(brokers, squad, random, this::awaitHeardAll);
    }

    /** Runs and a morning; moves, gets fitter, gives and takes rights; sessions find runs and lose them. */
    private UUID anAthleteOfWhomMuchWasTold(Random random) {
        var athlete = owner.anyAthlete("Europe/Zurich", AthleteService.athlete("ana"));
        var ana = Runs.of(athlete, "ana");
        var first = ana.enter(Runs.daysAgo(3), 50, 4);
        var second = ana.enter(Runs.daysAgo(2), 40, 6);
        ana.put("/wellness/" + Runs.TODAY, "{\"sleepHours\": 7}").statusCode(200);
        var session = UUID.randomUUID();
        var other = UUID.randomUUID();
        match(athlete, session, first, "SHORTENED");
        match(athlete, session, first, "DONE");
        match(athlete, other, second, "HARDER");
        match(athlete, session, null, null);
        if (random.nextBoolean()) {
            match(athlete, session, second, "DONE");
        }
        owner.send(
                EventType.PROFILE_CHANGED,
                owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Asia/Kathmandu"));
        owner.send(
                EventType.PROFILE_CHANGED,
                owner.golden(EventType.PROFILE_CHANGED, athlete).put("sex", random.nextBoolean() ? "MALE" : "FEMALE"));
        var withoutHeartRate = owner.golden(EventType.FITNESS_CHANGED, athlete);
        withoutHeartRate.putArray("heartRate");
        owner.send(EventType.FITNESS_CHANGED, withoutHeartRate);
        if (random.nextBoolean()) {
            owner.send(EventType.FITNESS_CHANGED, owner.golden(EventType.FITNESS_CHANGED, athlete));
        }
        for (int change = 0; change < 3; change++) {
            planned(athlete, Runs.TODAY.minusDays(random.nextInt(5)), random);
        }
        owner.grant(athlete, AthleteService.athlete("ana"), AthleteService.coach("coach", UUID.randomUUID()));
        owner.grant(athlete, AthleteService.athlete("ana"), AthleteService.partner("partner-demo", "load:read"));
        var last = match(athlete, other, second, "DONE");
        await().until(() -> received(List.of(athlete), last) == 1);
        return athlete;
    }

    private UUID match(UUID athlete, UUID session, String activity, String verdict) {
        var event = owner.golden(EventType.SESSION_MATCHED, athlete).put("sessionId", session.toString());
        if (activity == null) {
            event.remove(List.of("activityId", "verdict", "kind", "quality", "prescribedModerateSeconds"));
        } else {
            event.put("activityId", activity).put("verdict", verdict);
        }
        return owner.send(EventType.SESSION_MATCHED, event);
    }

    /** Ranges that overlap with others. */
    private void planned(UUID athlete, LocalDate from, Random random) {
        var event = owner.golden(EventType.CALENDAR_CHANGED, athlete)
                .put("from", from.toString())
                .put("to", from.plusDays(random.nextInt(5)).toString());
        var session = (ObjectNode) event.withArray("sessions").get(0).deepCopy();
        session.put("on", from.toString());
        session.withObjectProperty("plannedLoad").put("value", random.nextInt(100));
        event.putArray("sessions").add(session);
        owner.send(EventType.CALENDAR_CHANGED, event);
    }

    private long received(List<UUID> athletes, UUID... events) {
        return pool.preparedQuery("select count(*) from inbox where athlete_id = any($1) and event_id = any($2)")
                .execute(Tuple.of(athletes.toArray(UUID[]::new), events))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private long count(String sql, List<UUID> athletes) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(athletes.toArray(UUID[]::new)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** A record behind all others in each partition of each topic was received. */
    private void awaitHeardAll() {
        var last = Records.oneInEachShard();
        var events = last.stream()
                .flatMap(athlete -> Stream.of(EventType.PROFILE_CHANGED, EventType.SESSION_MATCHED)
                        .map(type -> owner.send(type, owner.golden(type, athlete))))
                .toArray(UUID[]::new);
        await().atMost(Duration.ofMinutes(1)).until(() -> received(last, events) == events.length);
    }
}
