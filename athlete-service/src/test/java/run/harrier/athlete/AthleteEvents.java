package run.harrier.athlete;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.Event;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/** Reads the published events of an athlete from the topic. */
@ApplicationScoped
public class AthleteEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectMapper json;
    private final String brokers;

    AthleteEvents(ObjectMapper json, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.json = json;
        this.brokers = brokers;
    }

    /** The first so many events of the athlete, in their order; waits until they are there. */
    public List<Event> of(UUID athleteId, int count) {
        var partition = new TopicPartition(Topic.ATHLETE_EVENTS, Shard.of(athleteId));
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (athleteId.toString().equals(record.key())) {
                        records.add(record);
                    }
                });
                return records.size() >= count;
            });
        }
        return records.stream().map(this::event).toList();
    }

    /** The last of the first so many events, which is to be of this type. */
    public <E extends Event> E last(Class<E> type, UUID athleteId, int count) {
        return type.cast(of(athleteId, count).get(count - 1));
    }

    private Event event(ConsumerRecord<String, String> record) {
        var type = EventType.named(
                        new String(record.headers().lastHeader(EventHeader.TYPE).value()))
                .orElseThrow();
        try {
            return json.readValue(record.value(), type.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
