package run.harrier.load.wellness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/** What everybody hears of an athlete's readiness. */
@ApplicationScoped
class Assessments {
    private final ObjectMapper json;
    private final String brokers;

    Assessments(ObjectMapper json, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.json = json;
        this.brokers = brokers;
    }

    /** All up to now, in their order. */
    List<JsonNode> of(UUID athlete) {
        var shard = new TopicPartition(Topic.LOAD_EVENTS, Shard.of(athlete));
        var found = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(shard));
            consumer.seekToBeginning(List.of(shard));
            var end = consumer.endOffsets(List.of(shard)).get(shard);
            while (consumer.position(shard) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var type = new String(
                            record.headers().lastHeader(EventHeader.TYPE).value(), StandardCharsets.UTF_8);
                    if (record.key().equals(athlete.toString())
                            && type.equals(EventType.READINESS_ASSESSED.wireName())) {
                        found.add(json.readTree(record.value()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
