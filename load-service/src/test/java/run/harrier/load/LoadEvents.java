package run.harrier.load;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/** What this service tells, as everybody hears it. */
@ApplicationScoped
public class LoadEvents {
    /** One record. */
    public record Told(String athlete, String type, long sequence, JsonNode data) {}

    private final ObjectMapper json;
    private final KafkaConsumer<String, String> consumer;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    LoadEvents(ObjectMapper json, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.json = json;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(IntStream.range(0, Shard.COUNT)
                .mapToObj(shard -> new TopicPartition(Topic.LOAD_EVENTS, shard))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    @PreDestroy
    void close() {
        consumer.close();
    }

    /** The data of an athlete's events of a type, in order, once there are as many. */
    public List<JsonNode> heard(EventType type, UUID athlete, int atLeast) {
        await().until(() -> poll(type, athlete).size() >= atLeast);
        return poll(type, athlete);
    }

    /** All that was told of an athlete, in order, once there are as many of a type. */
    public List<Told> all(UUID athlete, EventType type, int atLeast) {
        heard(type, athlete, atLeast);
        return told.stream()
                .filter(event -> event.athlete().equals(athlete.toString()))
                .toList();
    }

    /** The numbers of all that was told of an athlete. */
    public List<Long> sequences(UUID athlete) {
        return told.stream()
                .filter(event -> event.athlete().equals(athlete.toString()))
                .map(Told::sequence)
                .toList();
    }

    private synchronized List<JsonNode> poll(EventType type, UUID athlete) {
        consumer.poll(Duration.ofMillis(50)).forEach(record -> {
            try {
                told.add(new Told(
                        record.key(),
                        new String(record.headers().lastHeader(EventHeader.TYPE).value()),
                        Long.parseLong(new String(record.headers()
                                .lastHeader(EventHeader.SEQUENCE)
                                .value())),
                        json.readTree(record.value())));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return told.stream()
                .filter(event -> event.athlete().equals(athlete.toString())
                        && event.type().equals(type.wireName()))
                .map(Told::data)
                .toList();
    }
}
