package run.harrier.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.PlanRevised;
import run.harrier.contracts.Shard;
import run.harrier.testkit.server.PostgresAndKafka;

/**
 * Real transactions, held open by the test while others commit: the numbers follow the commits, and the relay passes
 * nobody over.
 */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class OutboxResourceTest {
    private static final int ROUNDS = 84;
    private static final int AT_ONCE = 12;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Test
    void of_two_transactions_the_one_that_commits_first_is_told_first_whichever_began_first() {
        var athlete = UUID.randomUUID();
        var first = begin();
        var second = begin();
        second.append(athlete, 2).join();
        second.commit();
        first.append(athlete, 1).join();
        first.commit();
        awaitTold(athlete, 2, 1);
    }

    @Test
    void a_transaction_waits_for_the_number_of_one_that_is_not_over() {
        var athlete = UUID.randomUUID();
        var first = begin();
        var second = begin();
        first.append(athlete, 1).join();
        var waiting = second.append(athlete, 2);
        await().until(() -> blockers(second).contains(first.backend));
        assertThat(waiting).isNotDone();
        first.commit();
        waiting.join();
        second.commit();
        awaitTold(athlete, 1, 2);
    }

    @Test
    void a_number_that_was_rolled_back_is_given_to_the_next() {
        var athlete = UUID.randomUUID();
        var first = begin();
        var second = begin();
        first.append(athlete, 1).join();
        var waiting = second.append(athlete, 2);
        await().until(() -> blockers(second).contains(first.backend));
        first.rollback();
        waiting.join();
        second.commit();
        awaitTold(athlete, 2);
    }

    @Test
    void a_lower_row_of_the_shard_that_commits_later_is_not_passed_over() {
        var late = UUID.randomUUID();
        var early = inShardOf(late);
        var first = begin();
        var second = begin();
        first.append(late, 1).join();
        second.append(early, 2).join();
        assertThat(first.position(late)).isLessThan(second.position(early));
        second.commit();
        awaitTold(early, 2);
        assertThat(told(late)).isEmpty();
        first.commit();
        awaitTold(late, 1);
    }

    @Test
    void an_event_that_the_broker_never_takes_holds_up_its_athlete_alone() {
        var athlete = UUID.randomUUID();
        var first = begin();
        first.append(athlete, 1).join();
        first.makeTooLarge(athlete);
        first.commit();
        tell(athlete, 2);
        for (var other : List.of(inShardOf(athlete), otherShard(athlete))) {
            tell(other, 3);
            awaitTold(other, 3);
        }
        assertThat(told(athlete)).isEmpty();
        assertThat(longs("select sequence from outbox where athlete_id = $1 order by sequence", athlete))
                .containsExactly(1L, 2L);
        longs("delete from outbox where athlete_id = $1 and sequence = 1 returning sequence", athlete);
        await().untilAsserted(() -> assertThat(told(athlete)).containsExactly(2));
    }

    /**
     * An administrator ends the relay's session, or a pooler says so: once on a connection that the server closes, once on
     * one that stays open, of which the SQL client never hears the end.
     */
    @Test
    void a_session_that_is_ended_under_the_relay_stops_no_shard() {
        run("create sequence ended_sessions");
        run("""
                create function end_session() returns trigger language plpgsql as $$
                begin
                    if nextval('ended_sessions') = 1 then
                        raise exception 'terminating connection due to administrator command' using errcode = '57P01';
                    end if;
                    return null;
                end $$
                """);
        run("create trigger end_session before delete on outbox for each statement execute function end_session()");
        try {
            var athlete = UUID.randomUUID();
            tell(athlete, 1);
            awaitTold(athlete, 1);
            tell(athlete, 2);
            awaitTold(athlete, 1, 2);
        } finally {
            run("drop trigger end_session on outbox");
        }
        run("""
                select pg_terminate_backend(pid)::text from pg_stat_activity
                where query like '%pg_try_advisory_xact_lock%' and pid <> pg_backend_pid()
                """);
        var athlete = UUID.randomUUID();
        tell(athlete, 1);
        awaitTold(athlete, 1);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    /** Three athletes of one shard; each round ends its transactions in an order of chance, one in five by rolling back. */
    @Test
    void whatever_the_order_in_which_transactions_end_each_event_that_was_committed_is_told_once_without_a_gap() {
        var seed = System.nanoTime();
        System.out.println("OutboxResourceTest seed " + seed);
        var random = new Random(seed);
        var one = UUID.randomUUID();
        var athletes = List.of(one, inShardOf(one), inShardOf(one));
        var committed = new HashMap<UUID, List<Integer>>();
        for (int round = 0; round < ROUNDS; round++) {
            var running = new ArrayList<CompletableFuture<Void>>();
            for (int i : shuffled(AT_ONCE, random)) {
                var n = round * AT_ONCE + i + 1;
                var athlete = athletes.get(random.nextInt(athletes.size()));
                var commits = random.nextInt(5) > 0;
                if (commits) {
                    committed.computeIfAbsent(athlete, id -> new ArrayList<>()).add(n);
                }
                running.add(append(athlete, n, random.nextInt(3), commits));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        }
        for (var athlete : athletes) {
            var expected = committed.get(athlete);
            await().untilAsserted(() -> assertThat(told(athlete)).hasSize(expected.size()));
            assertThat(told(athlete)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
            assertNumbered(athlete, expected.size());
        }
    }

    /** A transaction of its own that ends some milliseconds after it has its number. */
    private CompletableFuture<Void> append(UUID athlete, int n, int millis, boolean commits) {
        return pool.withTransaction(transaction -> outbox.publish(transaction, List.of(revised(athlete, n)))
                        .chain(() -> transaction
                                .query("select pg_sleep(%d / 1000.0)::text".formatted(millis))
                                .execute())
                        .chain(() -> commits
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(new IllegalStateException("rolled back"))))
                .onFailure(IllegalStateException.class)
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }

    private static List<Integer> shuffled(int count, Random random) {
        var numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers;
    }

    private void tell(UUID athlete, int n) {
        var transaction = begin();
        transaction.append(athlete, n).join();
        transaction.commit();
    }

    private static UUID otherShard(UUID athlete) {
        return new UUID(athlete.getMostSignificantBits(), athlete.getLeastSignificantBits() ^ 1);
    }

    private static UUID inShardOf(UUID athlete) {
        UUID other;
        do {
            other = UUID.randomUUID();
        } while (Shard.of(other) != Shard.of(athlete));
        return other;
    }

    /** Exactly these, in this order, numbered from 1 without a gap, and nothing left to send. */
    private void awaitTold(UUID athlete, Integer... numbers) {
        await().untilAsserted(() -> assertThat(told(athlete)).containsExactly(numbers));
        assertNumbered(athlete, numbers.length);
    }

    private void assertNumbered(UUID athlete, int count) {
        assertThat(longs("select sequence from inbox where athlete_id = $1 order by received_at, sequence", athlete))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        await().untilAsserted(() -> assertThat(longs("select sequence from outbox where athlete_id = $1", athlete))
                .isEmpty());
        assertThat(longs("select last_sequence from outbox_head where athlete_id = $1", athlete))
                .containsExactly((long) count);
    }

    private List<Integer> told(UUID athlete) {
        return longs("select n from effect where athlete_id = $1 order by arrived", athlete).stream()
                .map(Long::intValue)
                .toList();
    }

    private List<Long> longs(String sql, UUID athlete) {
        return pool.preparedQuery(sql).execute(Tuple.of(athlete)).await().indefinitely().stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    /** The backends that this one's statement waits for. */
    private List<Integer> blockers(Held held) {
        return pool
                .preparedQuery("select unnest(pg_blocking_pids($1))")
                .execute(Tuple.of(held.backend))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getInteger(0))
                .toList();
    }

    private static PlanRevised revised(UUID athlete, int n) {
        return new PlanRevised(athlete, UUID.randomUUID(), n, "MOVED", LocalDate.parse("2026-09-10"));
    }

    /** Begins at once: its backend has a snapshot of now. */
    private Held begin() {
        var connection = pool.getConnection().await().indefinitely();
        var transaction = connection.begin().await().indefinitely();
        var backend = connection
                .query("select pg_backend_pid(), pg_current_xact_id()::text")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
        return new Held(connection, transaction, backend);
    }

    /** A transaction that ends when the test says so. */
    private final class Held {
        private final SqlConnection connection;
        private final Transaction transaction;
        private final int backend;

        Held(SqlConnection connection, Transaction transaction, int backend) {
            this.connection = connection;
            this.transaction = transaction;
            this.backend = backend;
        }

        CompletableFuture<Void> append(UUID athlete, int n) {
            return outbox.publish(connection, List.of(revised(athlete, n))).subscribeAsCompletionStage();
        }

        long position(UUID athlete) {
            return connection
                    .preparedQuery("select position from outbox where athlete_id = $1")
                    .execute(Tuple.of(athlete))
                    .await()
                    .indefinitely()
                    .iterator()
                    .next()
                    .getLong(0);
        }

        /** More than a producer sends at once. */
        void makeTooLarge(UUID athlete) {
            connection
                    .preparedQuery("update outbox set payload = repeat('x', 2000000) where athlete_id = $1")
                    .execute(Tuple.of(athlete))
                    .await()
                    .indefinitely();
        }

        void commit() {
            transaction.commit().chain(connection::close).await().indefinitely();
        }

        void rollback() {
            transaction.rollback().chain(connection::close).await().indefinitely();
        }
    }
}
