package run.harrier.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import run.harrier.contracts.Event;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.DatabaseUnavailable;

/**
 * Gives each event its effect once. The event's id is recorded in the transaction of the effect, so a second delivery
 * finds it and does nothing. An event that arrives after a newer one about the same thing, such as a replay from the
 * dead letters, is recorded without its effect, so it never overwrites newer state; newer events about other things do
 * not count.
 *
 * <p>While the database is away, or has rolled back for the sake of another transaction, the record waits. A record that
 * cannot be read or applied fails, and its channel sends it to the dead letters; {@code harrier.dead.letters} counts it.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Longer than any effect takes; a connection that never answers must not stop its partition for good. */
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    private static final String DEAD_LETTERS = "harrier.dead.letters";

    private final Pool pool;
    private final MeterRegistry meters;
    private final ObjectReader json;
    private final String record;
    /** Locks the athlete's row before it writes its own, as every other writer of the athlete does. */
    private final String recordLocked;

    /** @param athleteTable the table with the row that every writer of an athlete locks first; none in a service without */
    Inbox(
            Pool pool,
            ObjectMapper json,
            MeterRegistry meters,
            @ConfigProperty(name = "harrier.inbox.athlete-table") Optional<String> athleteTable) {
        this.pool = pool;
        this.meters = meters;
        this.json = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withAttribute(JsonText.OURS, true);
        this.record = recordFrom("(values (1)) as nothing");
        this.recordLocked = athleteTable
                .map(table -> recordFrom("(select count(*) from (select from " + table
                        + " where athlete_id = $1 for update) as row) as locked"))
                .orElse(record);
    }

    private static String recordFrom(String source) {
        return """
                insert into inbox (athlete_id, event_id, topic, type, about, sequence)
                select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::bigint
                from %s
                on conflict do nothing
                returning not exists (
                    select from inbox newer
                    where newer.athlete_id = $1 and newer.about = $5 and newer.sequence > $6)
                """.formatted(source);
    }

    /** Changes the database by an event, inside the transaction that records the event. */
    @FunctionalInterface
    public interface Effect<E extends Event> {
        Uni<Void> apply(E event, Received received, SqlConnection transaction);
    }

    /** The effects of a consumer by type; it ignores an event of any other type. */
    public static final class Effects {
        private final Map<EventType, Known> byType = new EnumMap<>(EventType.class);

        private record Known(Effect<?> effect, boolean locksAthlete) {}

        public <E extends Event> Effects on(EventType type, Class<E> data, Effect<E> effect) {
            return put(type, data, new Known(effect, true));
        }

        /** An effect on rows that nobody else writes: it need not wait for the other writers of the athlete. */
        public <E extends Event> Effects onOwnRows(EventType type, Class<E> data, Effect<E> effect) {
            return put(type, data, new Known(effect, false));
        }

        private Effects put(EventType type, Class<?> data, Known known) {
            if (!type.data().equals(data)) {
                throw new IllegalArgumentException(type + " carries " + type.data());
            }
            byType.put(type, known);
            return this;
        }
    }

    /** Applies the record once; completes when that is committed. */
    public Uni<Void> receive(ConsumerRecord<String, String> record, Effects effects) {
        return Uni.createFrom()
                .deferred(() -> dispatch(record, effects))
                .onFailure()
                .invoke(e ->
                        meters.counter(DEAD_LETTERS, "topic", record.topic()).increment());
    }

    private Uni<Void> dispatch(ConsumerRecord<String, String> record, Effects effects) {
        var type = Received.header(record, EventHeader.TYPE);
        if (EventHeader.SHARD_CONFIRMED.equals(type)) {
            return untilDatabaseIsBack(confirm(record));
        }
        var known = EventType.named(type);
        var effect = known.map(effects.byType::get);
        return effect.isEmpty()
                ? Uni.createFrom().voidItem()
                : untilDatabaseIsBack(applyOnce(record, read(record, known.get()), effect.get()));
    }

    @SuppressWarnings("unchecked") // Effects.on pairs each type with the effect of its data
    private Uni<Void> applyOnce(ConsumerRecord<String, String> record, Event event, Effects.Known known) {
        var received = Received.of(record);
        return pool.withTransaction(transaction -> record(transaction, received, event.about(), known.locksAthlete())
                        .chain(isNewest -> isNewest
                                ? ((Effect<Event>) known.effect()).apply(event, received, transaction)
                                : Uni.createFrom().voidItem()))
                .ifNoItem()
                .after(MOST_TIME)
                .fail();
    }

    /** Whether the event is new here, and the newest about its thing. */
    private Uni<Boolean> record(SqlConnection transaction, Received received, String about, boolean locksAthlete) {
        return transaction
                .preparedQuery(locksAthlete ? recordLocked : record)
                .execute(Tuple.of(
                        received.athleteId(),
                        received.eventId(),
                        received.topic(),
                        received.type(),
                        about,
                        received.sequence()))
                .map(rows -> rows.rowCount() == 1 && rows.iterator().next().getBoolean(0));
    }

    private Uni<Void> confirm(ConsumerRecord<String, String> record) {
        var at = Instant.parse(Received.header(record, EventHeader.TIME));
        return pool.preparedQuery("""
                        insert into shard_confirmation as c (shard, confirmed_at) values ($1, $2)
                        on conflict (shard) do update set confirmed_at = greatest(c.confirmed_at, excluded.confirmed_at)
                        """)
                .execute(Tuple.of(record.partition(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Event read(ConsumerRecord<String, String> record, EventType type) {
        try {
            return json.forType(type.data()).readValue(record.value());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data is not a " + type.wireName(), e);
        }
    }

    private static Uni<Void> untilDatabaseIsBack(Uni<Void> effect) {
        return effect.onFailure(DatabaseUnavailable::causes)
                .invoke(e -> LOG.warnf("an event waits for the database: %s", e.toString()))
                .onFailure(DatabaseUnavailable::causes)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }
}
