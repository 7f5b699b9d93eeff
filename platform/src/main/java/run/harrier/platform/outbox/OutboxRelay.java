package run.harrier.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/**
 * Publishes the outbox, shard by shard. An advisory lock that ends with the transaction keeps a shard to one relay at a
 * time. The events of an athlete are sent in the order of their sequence; the first send that fails ends the athlete's
 * turn. Only what the broker has acknowledged is deleted. A relay that dies between the two sends again, and the
 * consumers' inbox finds the second copy.
 *
 * <p>Where there is a {@link ShardConfirmation}, each shard that was published whole is confirmed at its interval by a
 * record of its own.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int LOCK_SPACE = 0x4A52;
    private static final int BATCH = 500;

    private final Pool pool;
    private final MutinyEmitter<String> channel;
    private final String source;
    private final Optional<ShardConfirmation> confirmation;
    /** Whether the last attempt failed: the log says when an outage begins and when it is over, not each second. */
    private final AtomicBoolean waits = new AtomicBoolean();

    private final Loop loop;

    OutboxRelay(
            Pool pool,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> channel,
            @ConfigProperty(name = "quarkus.application.name") String source,
            @ConfigProperty(name = "harrier.outbox.longest-cycle") Duration longestCycle,
            Instance<ShardConfirmation> confirmation) {
        this.loop = new Loop(() -> cycle().invoke(this::logRecovery), longestCycle, this::logFailure);
        this.pool = pool;
        this.channel = channel;
        this.source = "/" + source;
        this.confirmation = confirmation.stream().findFirst();
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    /** How long ago a cycle ended, be it by a failure: longer than a minute when the loop no longer turns. */
    Duration sinceLastCycle() {
        return loop.sinceLastCycle();
    }

    private void logFailure(Throwable reason) {
        if (waits.compareAndSet(false, true)) {
            LOG.warnf("the outbox waits: %s", reason.toString());
        }
    }

    private void logRecovery() {
        if (waits.compareAndSet(true, false)) {
            LOG.info("the outbox goes on");
        }
    }

    /** A send that fails holds up its athlete alone; when all that can go has gone, it fails the cycle. */
    private Uni<Void> cycle() {
        var refused = new ConcurrentLinkedQueue<Throwable>();
        var now = Instant.now();
        var due = confirmation.filter(shards -> shards.isDue(now));
        return shards(due.isPresent())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(shard -> publish(shard, due.isPresent(), refused))
                .collect()
                .last()
                .invoke(() -> due.ifPresent(shards -> shards.done(now)))
                .chain(() -> refused.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(refused.element()));
    }

    private Uni<List<Integer>> shards(boolean all) {
        return all
                ? Uni.createFrom().item(IntStream.range(0, Shard.COUNT).boxed().toList())
                : pool.query("select distinct shard from outbox")
                        .execute()
                        .map(rows -> rows.stream().map(row -> row.getInteger(0)).toList());
    }

    private Uni<Void> publish(int shard, boolean confirm, Queue<Throwable> refused) {
        return pool.withTransaction(connection -> lock(connection, shard)
                .chain(locked -> locked
                        ? publishLocked(connection, shard, confirm, refused)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Boolean> lock(SqlConnection connection, int shard) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1, $2)")
                .execute(Tuple.of(LOCK_SPACE, shard))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * The time of a confirmation is taken before the rows are read: a transaction that commits later is not covered by
     * it, and one that began earlier but commits later is at most its own length behind.
     */
    private Uni<Void> publishLocked(SqlConnection connection, int shard, boolean confirm, Queue<Throwable> refused) {
        var before = Instant.now();
        return connection
                .preparedQuery("select * from outbox where shard = $1 order by position limit " + BATCH)
                .execute(Tuple.of(shard))
                .map(rows -> rows.stream().map(Pending::of).toList())
                .chain(batch -> send(batch, refused)
                        .chain(sent -> delete(connection, sent).replaceWith(sent.size() == batch.size()))
                        .chain(all -> confirm && all && batch.size() < BATCH
                                ? confirm(shard, before)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<List<Pending>> send(List<Pending> batch, Queue<Throwable> refused) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var byAthlete = new LinkedHashMap<UUID, List<Pending>>();
        batch.forEach(event -> byAthlete
                .computeIfAbsent(event.athleteId(), id -> new ArrayList<>())
                .add(event));
        var sends = byAthlete.values().stream()
                .map(ofOneAthlete -> sendInOrder(ofOneAthlete, refused))
                .toList();
        return Uni.join()
                .all(sends)
                .andCollectFailures()
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Pending>> sendInOrder(List<Pending> ofOneAthlete, Queue<Throwable> refused) {
        return Multi.createFrom()
                .iterable(ofOneAthlete)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> channel.sendMessage(message(event)).replaceWith(event))
                .onFailure()
                .invoke(refused::add)
                .onFailure()
                .invoke(this::logFailure)
                .onFailure()
                .recoverWithCompletion()
                .collect()
                .asList();
    }

    private static Uni<Void> delete(SqlConnection connection, List<Pending> sent) {
        if (sent.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery("""
                        delete from outbox using unnest($1::uuid[], $2::bigint[]) as sent(athlete_id, sequence)
                        where outbox.athlete_id = sent.athlete_id and outbox.sequence = sent.sequence
                        """)
                .execute(Tuple.of(
                        sent.stream().map(Pending::athleteId).toArray(UUID[]::new),
                        sent.stream().map(Pending::sequence).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private Message<String> message(Pending event) {
        var headers = new RecordHeaders();
        add(headers, EventHeader.SPEC_VERSION, "1.0");
        add(headers, EventHeader.ID, event.id().toString());
        add(headers, EventHeader.SOURCE, source);
        add(headers, EventHeader.TYPE, event.type());
        add(headers, EventHeader.TIME, event.writtenAt().toString());
        add(headers, EventHeader.SUBJECT, event.athleteId().toString());
        add(headers, EventHeader.SEQUENCE, Long.toString(event.sequence()));
        add(headers, EventHeader.CONTENT_TYPE, "application/json");
        if (event.traceParent() != null) {
            add(headers, EventHeader.TRACE_PARENT, event.traceParent());
        }
        return Message.of(event.payload())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(event.topic())
                        .withKey(event.athleteId().toString())
                        .withPartition(Shard.of(event.athleteId()))
                        .withHeaders(headers)
                        .build());
    }

    private Uni<Void> confirm(int shard, Instant upTo) {
        var headers = new RecordHeaders();
        add(headers, EventHeader.SPEC_VERSION, "1.0");
        add(headers, EventHeader.ID, UUID.randomUUID().toString());
        add(headers, EventHeader.SOURCE, source);
        add(headers, EventHeader.TYPE, EventHeader.SHARD_CONFIRMED);
        add(headers, EventHeader.TIME, upTo.toString());
        return channel.sendMessage(Message.of("{}")
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(Topic.ATHLETE_EVENTS)
                        .withKey("shard-" + shard)
                        .withPartition(shard)
                        .withHeaders(headers)
                        .build()));
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private record Pending(
            UUID athleteId,
            long sequence,
            UUID id,
            String topic,
            String type,
            String payload,
            @Nullable String traceParent,
            Instant writtenAt) {

        static Pending of(Row row) {
            OffsetDateTime writtenAt = row.getOffsetDateTime("written_at");
            return new Pending(
                    row.getUUID("athlete_id"),
                    row.getLong("sequence"),
                    row.getUUID("id"),
                    row.getString("topic"),
                    row.getString("type"),
                    row.getString("payload"),
                    row.getString("traceparent"),
                    writtenAt.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
        }
    }
}
