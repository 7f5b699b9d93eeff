package run.harrier.platform.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.PlanRevised;
import run.harrier.contracts.Topic;
import run.harrier.platform.inbox.Inbox;
import run.harrier.testkit.server.PostgresAndKafka;

/** What is deleted lies before 2020, so that no row of another test is. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class RetentionResourceTest {
    private static final Instant NOW = Instant.parse("2019-06-30T12:00:00Z");

    @Inject
    Pool pool;

    @Inject
    Inbox inbox;

    @Inject
    Retention retention;

    @Test
    void an_answer_is_deleted_24_hours_after_its_request() {
        var subject = UUID.randomUUID().toString();
        answer(subject, "older", "2019-06-29T11:59:59Z");
        answer(subject, "younger", "2019-06-29T12:00:01Z");
        deleteExpired();
        assertThat(texts("select key from idempotency where subject = $1", subject))
                .containsExactly("younger");
    }

    @Test
    void more_rows_than_one_statement_deletes_are_deleted() {
        var subject = UUID.randomUUID().toString();
        run("""
                insert into idempotency (subject, method, path, key, body_hash, started_at)
                select $1, 'POST', '/', n::text, '', '2019-06-01T00:00:00Z' from generate_series(1, 2500) n
                """, Tuple.of(subject));
        deleteExpired();
        assertThat(texts("select key from idempotency where subject = $1", subject))
                .isEmpty();
    }

    @Test
    void an_event_is_deleted_31_days_after_it_was_received() {
        var athlete = UUID.randomUUID();
        event(athlete, 1, "2019-05-30T11:59:59Z");
        event(athlete, 2, "2019-05-30T12:00:01Z");
        deleteExpired();
        assertThat(texts("select sequence::text from inbox where athlete_id = $1::text::uuid", athlete.toString()))
                .containsExactly("2");
    }

    @Test
    void an_event_that_is_kept_makes_an_older_one_without_effect() {
        var athlete = UUID.randomUUID();
        var session = UUID.randomUUID();
        var first = revised(athlete, session, 1);
        var second = revised(athlete, session, 2);
        assertThat(effects(second, first, second)).containsExactly(2);
        deleteExpired();
        assertThat(effects(first, second)).isEmpty();
        assertThat(effects(revised(athlete, session, 3), revised(athlete, UUID.randomUUID(), 1)))
                .containsExactly(3, 1);
    }

    private void deleteExpired() {
        retention.deleteExpired(NOW).await().indefinitely();
    }

    @SafeVarargs
    private List<Integer> effects(ConsumerRecord<String, String>... records) {
        var applied = new ArrayList<Integer>();
        var effects = new Inbox.Effects()
                .on(EventType.PLAN_REVISED, PlanRevised.class, (event, received, connection) -> {
                    applied.add(event.n());
                    return Uni.createFrom().voidItem();
                });
        for (var record : records) {
            inbox.receive(record, effects).await().indefinitely();
        }
        return applied;
    }

    private static ConsumerRecord<String, String> revised(UUID athlete, UUID session, int n) {
        var record =
                new ConsumerRecord<>(Topic.PLAN_EVENTS, 0, 0, athlete.toString(), """
                {"athleteId": "%s", "sessionId": "%s", "n": %d, "reason": "MOVED", "on": "2026-09-10"}""".formatted(athlete, session, n));
        record.headers()
                .add(EventHeader.ID, UUID.randomUUID().toString().getBytes(UTF_8))
                .add(EventHeader.SUBJECT, athlete.toString().getBytes(UTF_8))
                .add(EventHeader.TYPE, EventType.PLAN_REVISED.wireName().getBytes(UTF_8))
                .add(EventHeader.TIME, "2026-09-10T08:00:00Z".getBytes(UTF_8))
                .add(EventHeader.SEQUENCE, Integer.toString(n).getBytes(UTF_8));
        return record;
    }

    private void answer(String subject, String key, String startedAt) {
        run(
                "insert into idempotency (subject, method, path, key, body_hash, started_at)"
                        + " values ($1, 'POST', '/', $2, '', $3::text::timestamptz)",
                Tuple.of(subject, key, startedAt));
    }

    private void event(UUID athlete, long sequence, String receivedAt) {
        run(
                "insert into inbox (athlete_id, event_id, topic, type, about, sequence, received_at)"
                        + " values ($1, $2, 'plan-events', 'type', 'thing', $3, $4::text::timestamptz)",
                Tuple.of(athlete, UUID.randomUUID(), sequence, receivedAt));
    }

    private void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    private List<String> texts(String sql, String parameter) {
        return pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().indefinitely().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
