package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The golden example of a type as it would be told of this athlete. */
    public ObjectNode golden(EventType type, UUID athlete) {
        try {
            return ((ObjectNode) json.readTree(Golden.json(type))).put("athleteId", athlete.toString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Sends an event with the athlete's next number; returns its id. */
    public UUID tell(EventType type, ObjectNode data) {
        var id = UUID.randomUUID();
        tell(type, data.toString(), UUID.fromString(data.get("athleteId").asText()), id, sequence.incrementAndGet());
        return id;
    }

    /** Sends exactly this. */
    public void tell(EventType type, String data, UUID athlete, UUID event, long number) {
        var record = new ProducerRecord<>(type.topic(), Shard.of(athlete), athlete.toString(), data);
        record.headers()
                .add(EventHeader.ID, event.toString().getBytes())
                .add(EventHeader.SUBJECT, athlete.toString().getBytes())
                .add(EventHeader.TYPE, type.wireName().getBytes())
                .add(EventHeader.TIME, Instant.now().toString().getBytes())
                .add(EventHeader.SEQUENCE, Long.toString(number).getBytes());
        producer.send(record);
        producer.flush();
    }

    /** Who may see the athlete from now on; what was told is heard at once. */
    public void grant(UUID athlete, Grant... grants) {
        var data = json.createObjectNode().put("athleteId", athlete.toString());
        data.set("grants", json.valueToTree(List.of(grants)));
        tell(EventType.ACCESS_CHANGED, data);
        for (int shard = 0; shard < Shard.COUNT; shard++) {
            run(
                    "insert into shard_confirmation values ($1, $2)"
                            + " on conflict (shard) do update set confirmed_at = $2",
                    Tuple.of(shard, OffsetDateTime.now().plusHours(1)));
        }
    }

    /** An athlete at home in a zone, with the golden thresholds, whom these may see; told and heard. */
    public UUID known(String zone, Grant... grants) {
        var athlete = UUID.randomUUID();
        tell(
                EventType.PROFILE_CHANGED,
                golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", zone));
        tell(EventType.FITNESS_CHANGED, golden(EventType.FITNESS_CHANGED, athlete));
        grant(athlete, grants);
        await().until(() -> pool.preparedQuery("""
                        select 1 from access join athlete using (athlete_id)
                        where athlete_id = $1 and recompute_from is null
                        """)
                        .execute(Tuple.of(athlete))
                        .await()
                        .indefinitely()
                        .size()
                == grants.length);
        return athlete;
    }

    public boolean isToBeRecomputed(UUID athlete) {
        return pool.preparedQuery("select 1 from athlete where athlete_id = $1 and recompute_from is not null")
                        .execute(Tuple.of(athlete))
                        .await()
                        .indefinitely()
                        .size()
                == 1;
    }

    /** One athlete who owns the account of that name, in Zürich. */
    public UUID known(String subject) {
        return known("Europe/Zurich", athlete(subject));
    }

    public static Grant coach(String subject, UUID squad) {
        return new Grant(subject, Relation.COACH, squad, null);
    }

    public static Grant assistant(String subject, UUID squad) {
        return new Grant(subject, Relation.ASSISTANT, squad, null);
    }

    public static Grant partner(String clientId, String... scopes) {
        return new Grant(clientId, Relation.PARTNER, null, Set.of(scopes));
    }

    public static Grant athlete(String subject) {
        return new Grant(subject, Relation.ATHLETE, null, null);
    }

    public void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    public long count(String sql, UUID athlete) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(athlete))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** Nothing of what an upload stores. */
    public void assertNothingStored(UUID athlete) {
        for (var table : List.of("activity", "recording", "activity_file", "activity_copy")) {
            assertThat(count("select count(*) from " + table + " where athlete_id = $1", athlete))
                    .as(table)
                    .isZero();
        }
    }
}
