package run.harrier.plan;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Golden;
import run.harrier.contracts.Relation;
import run.harrier.contracts.Shard;

/** Tells this service of athletes as the athlete-service does: the golden events, for a new athlete each time. */
@ApplicationScoped
public class AthleteService {
    private final ObjectMapper json;
    private final Pool pool;
    private final KafkaProducer<String, String> producer;
    private final AtomicLong sequence = new AtomicLong();

    AthleteService(ObjectMapper json, Pool pool, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.json = json;
        this.pool = pool;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /**
     * The golden athlete, VDOT 49.81 since 2026-09-06, in Auckland: "ana" herself, "coach", "assistant", and
     * "partner-demo" with plan:read.
     */
    public UUID anyAthlete() {
        var athlete = anAthleteWithoutResult();
        tell(golden(EventType.FITNESS_CHANGED, athlete), EventType.FITNESS_CHANGED);
        return athlete;
    }

    public UUID anAthleteWithoutResult() {
        var athlete = anAthleteOnlyInAccess();
        tell(golden(EventType.PROFILE_CHANGED, athlete), EventType.PROFILE_CHANGED);
        return athlete;
    }

    /** Somebody whose profile has not arrived. */
    public UUID anAthleteOnlyInAccess() {
        var athlete = UUID.randomUUID();
        var squad = UUID.randomUUID();
        grant(
                athlete,
                new Grant("ana", Relation.ATHLETE, null, null),
                new Grant("coach", Relation.COACH, squad, null),
                new Grant("assistant", Relation.ASSISTANT, squad, null),
                new Grant("partner-demo", Relation.PARTNER, null, Set.of("plan:read")));
        return athlete;
    }

    /** Who may see the athlete from now on. */
    public void grant(UUID athlete, Grant... grants) {
        var data = json.createObjectNode().put("athleteId", athlete.toString());
        data.set("grants", json.valueToTree(List.of(grants)));
        tell(data, EventType.ACCESS_CHANGED);
        heard(OffsetDateTime.now().plusHours(1));
    }

    /** Up to when everything that was told is said to be heard (D23). */
    public void heard(OffsetDateTime upTo) {
        run("""
                insert into shard_confirmation select shard, $2 from generate_series(0, $1 - 1) shard
                on conflict (shard) do update set confirmed_at = excluded.confirmed_at
                """, Tuple.of(Shard.COUNT, upTo));
    }

    /** The golden fitness with another result: every pace is so many seconds per kilometre faster. */
    public void getFitter(UUID athlete, String on, double seconds) {
        var data = golden(EventType.FITNESS_CHANGED, athlete);
        var span = (ObjectNode) data.withArray("timeline").get(0).deepCopy();
        span.put("from", on);
        var paces = (ObjectNode) span.get("paces");
        paces.properties()
                .forEach(pace -> paces.put(pace.getKey(), pace.getValue().asDouble() - seconds));
        data.withArray("timeline").add(span);
        tell(data, EventType.FITNESS_CHANGED);
    }

    /** The golden example of a type as it would be told of this athlete. */
    public ObjectNode golden(EventType type, UUID athlete) {
        try {
            return ((ObjectNode) json.readTree(Golden.json(type))).put("athleteId", athlete.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the event and waits until it was received. */
    public void tell(ObjectNode data, EventType type) {
        var id = send(data, type);
        var athlete = UUID.fromString(data.get("athleteId").asText());
        await().until(() ->
                count("select count(*) from inbox where athlete_id = $1 and event_id = $2", Tuple.of(athlete, id))
                        == 1);
    }

    public UUID send(ObjectNode data, EventType type) {
        var id = UUID.randomUUID();
        send(data, type, id, sequence.incrementAndGet());
        return id;
    }

    /** Sends exactly this. */
    public void send(ObjectNode data, EventType type, UUID id, long number) {
        var athlete = UUID.fromString(data.get("athleteId").asText());
        var record = new ProducerRecord<>(type.topic(), Shard.of(athlete), athlete.toString(), data.toString());
        record.headers()
                .add(EventHeader.ID, id.toString().getBytes())
                .add(EventHeader.SUBJECT, athlete.toString().getBytes())
                .add(EventHeader.TYPE, type.wireName().getBytes())
                .add(EventHeader.TIME, Instant.now().toString().getBytes())
                .add(EventHeader.SEQUENCE, Long.toString(number).getBytes());
        producer.send(record);
        producer.flush();
    }

    public void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    /** The squad that the athlete alone is in. */
    public UUID squadOf(UUID athlete) {
        return pool.preparedQuery("select squad_id from access where athlete_id = $1 and squad_id is not null")
                .execute(Tuple.of(athlete))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getUUID(0);
    }

    public long count(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** What the outbox has been given for the athlete and what it has sent: type and data, in order. */
    public List<String> rows(String sql, UUID athlete) {
        return pool.preparedQuery(sql).execute(Tuple.of(athlete)).await().indefinitely().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
