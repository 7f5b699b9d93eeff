package run.harrier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.read;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.testkit.database.DatabaseDigest;
import run.harrier.testkit.events.DeadLetters;
import run.harrier.testkit.events.DeadLetters.Poison;
import run.harrier.testkit.events.Records;
import run.harrier.testkit.metrics.Meters;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/**
 * What cannot be read or applied lands in the dead letters with its cause and holds nobody up; put back from there it
 * has its effect, unless something newer is known of the same thing.
 */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class DeadLettersResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private DeadLetters deadLetters;

    @BeforeEach
    void open() {
        deadLetters = new DeadLetters(brokers);
        clock.set("2026-11-22T20:00:00Z"); // Monday morning in Auckland
    }

    @AfterEach
    void close() {
        deadLetters.close();
    }

    @Test
    void what_cannot_be_read_lands_in_the_dead_letters_with_its_cause_and_holds_nobody_up() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        var nobody = "{\"athleteId\": \"" + athlete + "\"}";
        var run = loads.activity(athlete, UUID.randomUUID(), "2026-11-23").toString();
        var poisons = List.of(
                Poison.of(EventType.PROFILE_CHANGED, "{broken", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, "[]", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, "{\"athleteId\": 12}", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, nobody, ""),
                Poison.of(EventType.FITNESS_CHANGED, nobody, "is not a run.harrier.fitness-changed.v1"),
                Poison.of(EventType.ACCESS_CHANGED, null, ""),
                Poison.of(EventType.ACTIVITY_RECORDED, "\"text\"", "is not a run.harrier.activity-recorded.v1"),
                Poison.of(EventType.READINESS_ASSESSED, "", "is not a run.harrier.readiness-assessed.v1"),
                Poison.of(EventType.LOAD_UPDATED, nobody, ""),
                new Poison(EventType.ACTIVITY_RECORDED, run, Map.of(EventHeader.SEQUENCE, "many"), "many"),
                new Poison(EventType.ACTIVITY_RECORDED, run, Map.of(EventHeader.TYPE, ""), "lacks the header ce_type"));
        var before = Meters.of("harrier_dead_letters_total");
        deadLetters.send(athlete, poisons);
        deadLetters.send(
                athlete,
                List.of(new Poison(
                        EventType.ACTIVITY_RECORDED, "{", Map.of(EventHeader.TYPE, "run.harrier.unheard-of.v1"), "")));

        var neighbour = Records.anyBeside(athlete);
        athletes.publish(EventType.PROFILE_CHANGED, athletes.golden(EventType.PROFILE_CHANGED, neighbour));
        loads.run(neighbour, "2026-11-23", activity -> {});
        assertThat(ask("select time_zone from profile where athlete_id = $1", Tuple.of(neighbour)))
                .containsExactly("Pacific/Auckland");
        loads.run(athlete, "2026-11-23", activity -> {});
        athletes.getFitter(athlete, "2026-11-23", 10);
        read(athlete, "").body("items[0].outcome.verdict", equalTo("DONE"));
        assertThat(ask("select count(*) from fitness where athlete_id = $1", Tuple.of(athlete)))
                .containsExactly("2");
        deadLetters.assertAre(athlete, poisons);
        assertThat(Meters.growth(before, Meters.of("harrier_dead_letters_total")))
                .isEqualTo(poisons.stream()
                        .collect(Collectors.groupingBy(
                                poison -> "topic=\"" + poison.type().topic() + "\"",
                                Collectors.summingDouble(poison -> 1))));
    }

    @Test
    void what_is_put_back_from_the_dead_letters_has_its_effect_once_and_overwrites_nothing_newer() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY), easy(MONDAY.minusDays(1))));
        var edited = UUID.randomUUID();
        var deleted = UUID.randomUUID();
        var missing = UUID.randomUUID();
        var other = UUID.randomUUID();
        DatabaseDigest.whileRefused("activity", athlete, () -> {
            for (var id : List.of(edited, deleted, missing)) {
                athletes.send(
                        EventType.ACTIVITY_RECORDED,
                        loads.activity(athlete, id, id.equals(missing) ? "2026-11-23" : "2026-11-20"));
            }
            deadLetters.awaitRefused(athlete, 3);
        });
        loads.record(athlete, edited, "2026-11-20", activity -> activity.put("rpe", 7));
        loads.delete(athlete, deleted, "2026-11-20");
        loads.record(athlete, other, "2026-11-22", activity -> {});

        deadLetters.replay(athlete);

        assertThat(ask("select rpe from activity where athlete_id = $1 and id = $2", Tuple.of(athlete, edited)))
                .containsExactly("7");
        assertThat(ask("select id from activity where athlete_id = $1", Tuple.of(athlete)))
                .containsExactlyInAnyOrder(edited.toString(), missing.toString(), other.toString());
        assertThat(ask("select activity_id from session where athlete_id = $1 order by day", Tuple.of(athlete)))
                .containsExactly(other.toString(), missing.toString());
        var before = DatabaseDigest.of(List.of(athlete));
        deadLetters.replay(athlete);
        loads.run(Records.anyBeside(athlete), "2026-11-23", activity -> {});
        before.remove("outbox");
        var after = DatabaseDigest.of(List.of(athlete));
        after.remove("outbox");
        assertThat(after).isEqualTo(before);
    }

    private List<String> ask(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().indefinitely().stream()
                .map(row -> String.valueOf(row.getValue(0)))
                .toList();
    }
}
