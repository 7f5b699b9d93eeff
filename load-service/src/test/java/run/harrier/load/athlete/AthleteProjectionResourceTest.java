package run.harrier.load.athlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.testkit.server.PostgresAndKafka;

/** What the athlete-service tells over Kafka is what this service knows of an athlete. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class AthleteProjectionResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    Pool pool;

    @Test
    void the_service_is_ready_with_its_database_and_broker() {
        RestAssured.given().get("/q/health/ready").then().statusCode(200).body("status", Matchers.equalTo("UP"));
    }

    @Test
    void profile_thresholds_and_access_are_known_as_last_published() {
        var athlete = UUID.randomUUID();
        owner.send(EventType.PROFILE_CHANGED, owner.golden(EventType.PROFILE_CHANGED, athlete));
        owner.send(EventType.FITNESS_CHANGED, owner.golden(EventType.FITNESS_CHANGED, athlete));
        owner.send(EventType.ACCESS_CHANGED, owner.golden(EventType.ACCESS_CHANGED, athlete));
        await().untilAsserted(() -> assertThat(ask("select subject from access where athlete_id = $1", athlete))
                .containsExactlyInAnyOrder("ana", "coach", "partner-demo"));
        assertThat(ask("select time_zone from athlete where athlete_id = $1", athlete))
                .containsExactly("Pacific/Auckland");
        assertThat(ask(
                        "select round(1000 / (thresholds->'paces'->0->>'thresholdMetresPerSecond')::numeric, 1)::text"
                                + " from threshold_timeline where athlete_id = $1",
                        athlete))
                .containsExactly("256.6");
        assertThat(ask(
                        "select thresholds->'hearts'->0->>'maxBpm' from threshold_timeline" + " where athlete_id = $1",
                        athlete))
                .containsExactly("190");

        owner.send(
                EventType.PROFILE_CHANGED,
                owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Asia/Kathmandu"));
        var withoutHeartRate = owner.golden(EventType.FITNESS_CHANGED, athlete);
        withoutHeartRate.putArray("heartRate");
        owner.send(EventType.FITNESS_CHANGED, withoutHeartRate);
        owner.grant(athlete, AthleteService.athlete("ana"));
        await().untilAsserted(() -> assertThat(ask("select subject from access where athlete_id = $1", athlete))
                .containsExactly("ana"));
        assertThat(ask("select time_zone from athlete where athlete_id = $1", athlete))
                .containsExactly("Asia/Kathmandu");
        assertThat(ask("select (thresholds->'hearts')::text from threshold_timeline where athlete_id = $1", athlete))
                .containsExactly("[]");
    }

    @Test
    void an_older_event_that_is_delivered_again_overwrites_nothing() {
        var athlete = UUID.randomUUID();
        var auckland = owner.golden(EventType.PROFILE_CHANGED, athlete);
        var kathmandu = auckland.deepCopy().put("timeZone", "Asia/Kathmandu");
        var first = UUID.randomUUID();
        owner.send(EventType.PROFILE_CHANGED, auckland, first, 1);
        owner.send(EventType.PROFILE_CHANGED, kathmandu, UUID.randomUUID(), 3);
        owner.send(EventType.PROFILE_CHANGED, auckland, first, 1);
        owner.send(EventType.PROFILE_CHANGED, auckland, UUID.randomUUID(), 2);
        await().untilAsserted(() -> assertThat(ask("select sequence::text from inbox where athlete_id = $1", athlete))
                .containsExactlyInAnyOrder("1", "2", "3"));
        assertThat(ask("select time_zone from athlete where athlete_id = $1", athlete))
                .containsExactly("Asia/Kathmandu");
    }

    private List<String> ask(String sql, UUID athlete) {
        return pool.preparedQuery(sql).execute(Tuple.of(athlete)).await().indefinitely().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
