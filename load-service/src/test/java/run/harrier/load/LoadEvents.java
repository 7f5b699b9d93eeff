package run.harrier.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/** The events that this service has published. */
@ApplicationScoped
public class LoadEvents {
    public record Published(String athlete, String type, long sequence, JsonNode data) {}

    private final ObjectMapper json;
    private final KafkaConsumer<String, String> consumer;
    private final List<Published> published = new ArrayList<>();

    LoadEvents(ObjectMapper json, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.json = json;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer());
        consumer.assign(IntStream.range(0, Shard.COUNT)
                .mapToObj(shard -> new TopicPartition(Topic.LOAD_EVENTS, shard))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    @PreDestroy
    synchronized void close() {
        consumer.close();
    }

    /** All of an athlete up to now, in their order. */
    public synchronized List<Published> of(UUID athlete) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(record -> published.add(published(record)));
        }
        return published.stream()
                .filter(event -> event.athlete().equals(athlete.toString()))
                .toList();
    }

    /** The data of an athlete's events of one type up to now, in their order. */
    public List<JsonNode> of(UUID athlete, EventType type) {
        return of(athlete).stream()
                .filter(event -> event.type().equals(type.wireName()))
                .map(Published::data)
                .toList();
    }

    /** The same as soon as there are at least so many. */
    public List<JsonNode> await(EventType type, UUID athlete, int atLeast) {
        return Awaitility.await().until(() -> of(athlete, type), events -> events.size() >= atLeast);
    }

    private Published published(ConsumerRecord<String, String> record) {
        try {
            return new Published(
                    record.key(),
                    header(record, EventHeader.TYPE),
                    Long.parseLong(header(record, EventHeader.SEQUENCE)),
                    json.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
