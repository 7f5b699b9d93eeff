package run.harrier.load.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;
import run.harrier.devstack.test.AbsentOwner;
import run.harrier.devstack.test.Backing;
import run.harrier.devstack.test.Records;
import run.harrier.devstack.test.Tables;
import run.harrier.load.AthleteService;

/**
 * What cannot be read or applied lands in the dead letters with its cause and holds nobody up; put back from there it
 * has its effect, unless something newer is known of the same thing.
 */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AbsentOwner.class, scope = TestResourceScope.GLOBAL)
class DeadLettersResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private Records records;

    @BeforeEach
    void open() {
        records = new Records(brokers);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void what_cannot_be_read_lands_in_the_dead_letters_with_its_cause_and_holds_nobody_up() {
        var athlete = owner.known("ana");
        var nobody = "{\"athleteId\": \"" + athlete + "\"}";
        var onMars = owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Mars/Olympus");
        var matched = owner.golden(EventType.SESSION_MATCHED, athlete);
        var poisons = List.of(
                Poison.of(EventType.PROFILE_CHANGED, "{broken", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, "[]", "is not a run.harrier.profile-changed.v1"),
                Poison.of(EventType.PROFILE_CHANGED, nobody, ""),
                Poison.of(EventType.PROFILE_CHANGED, onMars.toString(), "Mars"),
                Poison.of(EventType.FITNESS_CHANGED, nobody, "is not a run.harrier.fitness-changed.v1"),
                Poison.of(EventType.ACCESS_CHANGED, null, ""),
                Poison.of(EventType.SESSION_MATCHED, "\"text\"", "is not a run.harrier.session-matched.v1"),
                Poison.of(EventType.SESSION_MATCHED, "", "is not a run.harrier.session-matched.v1"),
                new Poison(EventType.SESSION_MATCHED, matched.toString(), Map.of(EventHeader.SEQUENCE, "many"), "many"),
                new Poison(
                        EventType.SESSION_MATCHED,
                        matched.toString(),
                        Map.of(EventHeader.TYPE, ""),
                        "lacks the header ce_type"));
        send(athlete, poisons);
        send(
                athlete,
                List.of(new Poison(
                        EventType.SESSION_MATCHED, "{", Map.of(EventHeader.TYPE, "run.harrier.unheard-of.v1"), "")));

        var neighbour = inShardOf(athlete);
        for (var id : List.of(athlete, neighbour)) {
            var profile = owner.golden(EventType.PROFILE_CHANGED, id).put("timeZone", "Asia/Kathmandu");
            awaitReceived(id, owner.tell(EventType.PROFILE_CHANGED, profile));
            awaitReceived(id, owner.tell(EventType.SESSION_MATCHED, owner.golden(EventType.SESSION_MATCHED, id)));
            assertThat(ask("select time_zone from athlete where athlete_id = $1", Tuple.of(id)))
                    .containsExactly("Asia/Kathmandu");
            assertThat(ask("select count(*) from session_match where athlete_id = $1", Tuple.of(id)))
                    .containsExactly("1");
        }
        assertDead(athlete, poisons);
    }

    @Test
    void what_is_put_back_from_the_dead_letters_has_its_effect_once_and_overwrites_nothing_newer() {
        var athlete = owner.known("ana");
        var changed = UUID.randomUUID();
        var missing = UUID.randomUUID();
        whileRefused("session_match", athlete, () -> {
            match(athlete, changed, "SHORTENED");
            match(athlete, missing, "DONE");
            deadLetters(athlete, 2);
        });
        whileRefused("athlete", athlete, () -> {
            owner.tell(
                    EventType.PROFILE_CHANGED,
                    owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Europe/London"));
            assertThat(deadLetters(athlete, 3))
                    .allSatisfy(
                            dead -> assertThat(Records.cause(dead, "reason")).contains("refused by the test"));
        });
        match(athlete, changed, "HARDER");
        match(athlete, UUID.randomUUID(), "DONE");
        awaitReceived(
                athlete,
                owner.tell(
                        EventType.PROFILE_CHANGED,
                        owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Asia/Kathmandu")));

        replay(athlete, records.deadLettersOf(athlete));

        assertThat(ask(
                        "select verdict from session_match where athlete_id = $1 and session_id = any($2) order by verdict",
                        Tuple.of(athlete, new UUID[] {changed, missing})))
                .containsExactly("DONE", "HARDER");
        assertThat(ask("select time_zone from athlete where athlete_id = $1", Tuple.of(athlete)))
                .containsExactly("Asia/Kathmandu");
        var before = Tables.of(List.of(athlete));
        replay(athlete, records.deadLettersOf(athlete));
        var behind = inShardOf(athlete);
        for (var type : List.of(EventType.PROFILE_CHANGED, EventType.SESSION_MATCHED)) {
            awaitReceived(behind, owner.tell(type, owner.golden(type, behind)));
        }
        assertThat(Tables.of(List.of(athlete))).isEqualTo(before);
    }

    private void match(UUID athlete, UUID session, String verdict) {
        owner.tell(
                EventType.SESSION_MATCHED,
                owner.golden(EventType.SESSION_MATCHED, athlete)
                        .put("sessionId", session.toString())
                        .put("verdict", verdict));
    }

    private void send(UUID athlete, List<Poison> poisons) {
        poisons.forEach(poison -> records.send(poison.type().topic(), athlete, poison.data(), poison.headers(athlete)));
    }

    /** The dead letters of exactly these, as they were sent. */
    private void assertDead(UUID athlete, List<Poison> poisons) {
        var dead = deadLetters(athlete, poisons.size());
        assertThat(dead).hasSize(poisons.size());
        for (var poison : poisons) {
            assertThat(dead).as(poison.toString()).anySatisfy(letter -> {
                assertThat(letter.value()).isEqualTo(poison.data());
                assertThat(Records.cause(letter, "topic"))
                        .isEqualTo(poison.type().topic());
                assertThat(Records.cause(letter, "reason")).isNotBlank().contains(poison.reason());
            });
        }
    }

    /** Until the block is over the table refuses every row of the athlete: what is told of it fails each time. */
    private void whileRefused(String table, UUID athlete, Runnable block) {
        run("""
                create function refuse() returns trigger language plpgsql as $$ begin
                    if new.athlete_id = '%s' then raise exception 'refused by the test'; end if; return new; end $$;
                create trigger refuse before insert or update on %s for each row execute function refuse();
                """.formatted(athlete, table));
        try {
            block.run();
        } finally {
            run("drop function refuse cascade");
        }
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private List<ConsumerRecord<String, String>> deadLetters(UUID athlete, int count) {
        await().until(() -> records.deadLettersOf(athlete).size() >= count);
        return records.deadLettersOf(athlete);
    }

    private void replay(UUID athlete, List<ConsumerRecord<String, String>> dead) {
        dead.forEach(records::replay);
        dead.forEach(record -> awaitReceived(athlete, UUID.fromString(header(record, EventHeader.ID))));
    }

    private void awaitReceived(UUID athlete, UUID event) {
        await().until(() -> ask("select 1 from inbox where athlete_id = $1 and event_id = $2", Tuple.of(athlete, event))
                .iterator()
                .hasNext());
    }

    private List<String> ask(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().indefinitely().stream()
                .map(row -> String.valueOf(row.getValue(0)))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static UUID inShardOf(UUID athlete) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> Shard.of(id) == Shard.of(athlete))
                .findFirst()
                .orElseThrow();
    }

    /** A record that cannot be read or applied, and what the dead letter says of it. */
    private record Poison(EventType type, @Nullable String data, Map<String, String> headers, String reason) {
        static Poison of(EventType type, @Nullable String data, String reason) {
            return new Poison(type, data, Map.of(), reason);
        }

        /** Headers that an empty text takes away. */
        Map<String, String> headers(UUID athlete) {
            var all = new HashMap<>(Map.of(
                    EventHeader.ID, UUID.randomUUID().toString(),
                    EventHeader.SUBJECT, athlete.toString(),
                    EventHeader.TYPE, type.wireName(),
                    EventHeader.TIME, "2026-09-10T08:00:00Z",
                    EventHeader.SEQUENCE, "1000000"));
            all.putAll(headers);
            all.values().removeIf(String::isEmpty);
            return all;
        }
    }
}
