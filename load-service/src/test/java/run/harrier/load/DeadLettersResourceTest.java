package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.database.DatabaseDigest;
import run.harrier.testkit.events.DeadLetters;
import run.harrier.testkit.events.DeadLetters.Poison;
import run.harrier.testkit.events.Records;
import run.harrier.testkit.server.PostgresAndKafka;

/**
 * What cannot be read or applied lands in the dead letters with its cause and holds nobody up; put back from there it
 * has its effect, unless something newer is known of the same thing.
 */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class DeadLettersResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private DeadLetters deadLetters;

    @BeforeEach
    void open() {
        deadLetters = new DeadLetters(brokers);
    }

    @AfterEach
    void close() {
        deadLetters.close();
    }

    @Test
    void what_cannot_be_read_lands_in_the_dead_letters_with_its_cause_and_holds_nobody_up() {
        var athlete = owner.anyAthlete("ana");
        var nobody = "{\"athleteId\": \"" + athlete + "\"}";
        var onMars = owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Mars/Olympus");
        var matched = owner.golden(EventType.SESSION_MATCHED, athlete);
        var endless = owner.golden(EventType.CALENDAR_CHANGED, athlete).put("to", "9999-12-31");
        var backwards = owner.golden(EventType.CALENDAR_CHANGED, athlete).put("to", "2026-09-07");
        var outside = owner.golden(EventType.CALENDAR_CHANGED, athlete).put("from", "2026-09-09");
        var poisons = List.of(
                Poison.of(EventType.PROFILE_CHANGED, "{broken", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, "[]", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, nobody, ""),
                Poison.of(EventType.PROFILE_CHANGED, onMars.toString(), "Mars"),
                Poison.of(EventType.FITNESS_CHANGED, nobody, "is not a run.harrier.fitness-changed.v1"),
                Poison.of(EventType.ACCESS_CHANGED, null, ""),
                Poison.of(EventType.SESSION_MATCHED, "\"text\"", "is not a run.harrier.session-matched.v1"),
                Poison.of(EventType.CALENDAR_CHANGED, nobody, "is not a run.harrier.calendar-changed.v1"),
                Poison.of(EventType.CALENDAR_CHANGED, endless.toString(), "is not a run.harrier.calendar-changed.v1"),
                Poison.of(EventType.CALENDAR_CHANGED, backwards.toString(), "is not a run.harrier.calendar-changed.v1"),
                Poison.of(EventType.CALENDAR_CHANGED, outside.toString(), "is not a run.harrier.calendar-changed.v1"),
                Poison.of(EventType.SESSION_MATCHED, "", "is not a run.harrier.session-matched.v1"),
                new Poison(EventType.SESSION_MATCHED, matched.toString(), Map.of(EventHeader.SEQUENCE, "many"), "many"),
                new Poison(
                        EventType.SESSION_MATCHED,
                        matched.toString(),
                        Map.of(EventHeader.TYPE, ""),
                        "lacks the header ce_type"));
        deadLetters.send(athlete, poisons);
        deadLetters.send(
                athlete,
                List.of(new Poison(
                        EventType.SESSION_MATCHED, "{", Map.of(EventHeader.TYPE, "run.harrier.unheard-of.v1"), "")));

        var neighbour = Records.anyBeside(athlete);
        for (var id : List.of(athlete, neighbour)) {
            var profile = owner.golden(EventType.PROFILE_CHANGED, id).put("timeZone", "Asia/Kathmandu");
            owner.publish(EventType.PROFILE_CHANGED, profile);
            owner.publish(EventType.SESSION_MATCHED, owner.golden(EventType.SESSION_MATCHED, id));
            assertThat(ask("select time_zone from athlete where athlete_id = $1", Tuple.of(id)))
                    .containsExactly("Asia/Kathmandu");
            assertThat(ask("select count(*) from session_match where athlete_id = $1", Tuple.of(id)))
                    .containsExactly("1");
        }
        deadLetters.assertAre(athlete, poisons);
    }

    @Test
    void what_is_put_back_from_the_dead_letters_has_its_effect_once_and_overwrites_nothing_newer() {
        var athlete = owner.anyAthlete("ana");
        var changed = UUID.randomUUID();
        var missing = UUID.randomUUID();
        DatabaseDigest.whileRefused("session_match", athlete, () -> {
            match(athlete, changed, "SHORTENED");
            match(athlete, missing, "DONE");
            deadLetters.awaitRefused(athlete, 2);
        });
        DatabaseDigest.whileRefused("athlete", athlete, () -> {
            owner.send(
                    EventType.PROFILE_CHANGED,
                    owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Europe/London"));
            deadLetters.awaitRefused(athlete, 3);
        });
        match(athlete, changed, "HARDER");
        match(athlete, UUID.randomUUID(), "DONE");
        owner.publish(
                EventType.PROFILE_CHANGED,
                owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Asia/Kathmandu"));

        deadLetters.replay(athlete);

        assertThat(ask(
                        "select verdict from session_match where athlete_id = $1 and session_id = any($2) order by verdict",
                        Tuple.of(athlete, new UUID[] {changed, missing})))
                .containsExactly("DONE", "HARDER");
        assertThat(ask("select time_zone from athlete where athlete_id = $1", Tuple.of(athlete)))
                .containsExactly("Asia/Kathmandu");
        var before = DatabaseDigest.of(List.of(athlete));
        deadLetters.replay(athlete);
        var behind = Records.anyBeside(athlete);
        for (var type : List.of(EventType.PROFILE_CHANGED, EventType.SESSION_MATCHED)) {
            owner.publish(type, owner.golden(type, behind));
        }
        assertThat(DatabaseDigest.of(List.of(athlete))).isEqualTo(before);
    }

    private void match(UUID athlete, UUID session, String verdict) {
        owner.send(
                EventType.SESSION_MATCHED,
                owner.golden(EventType.SESSION_MATCHED, athlete)
                        .put("sessionId", session.toString())
                        .put("verdict", verdict));
    }

    private List<String> ask(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().indefinitely().stream()
                .map(row -> String.valueOf(row.getValue(0)))
                .toList();
    }
}
