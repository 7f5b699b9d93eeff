package run.harrier.testkit.events;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Shard;

/** Reads what was published: every answer is all that a topic holds up to now, each athlete's in its order. */
@Singleton
public class PublishedEvents {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String brokers;

    /** On the brokers of the {@code @QuarkusTest} that asks. */
    @Inject
    public PublishedEvents() {
        this(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    public PublishedEvents(String brokers) {
        this.brokers = brokers;
    }

    /** The events of all athletes on a topic; a record that names no athlete is none. */
    public List<PublishedEvent> on(String topic) {
        return events(records(List.of(topic)).stream());
    }

    /** An athlete's events of all types on a topic. */
    public List<PublishedEvent> of(UUID athlete, String topic) {
        try (var consumer = consumer()) {
            return events(read(consumer, List.of(new TopicPartition(topic, Shard.of(athlete)))).stream()
                    .filter(record -> athlete.toString().equals(record.key())));
        }
    }

    /** The data of an athlete's events of one type. */
    public List<JsonNode> of(UUID athlete, EventType type) {
        return of(athlete, type.topic()).stream()
                .filter(event -> event.type().equals(type.wireName()))
                .map(PublishedEvent::json)
                .toList();
    }

    /** Waits until a topic has so many events of an athlete. */
    public List<PublishedEvent> await(UUID athlete, String topic, int atLeast) {
        return Awaitility.await().until(() -> of(athlete, topic), events -> events.size() >= atLeast);
    }

    /** Waits until an athlete has so many events of one type. */
    public List<JsonNode> await(UUID athlete, EventType type, int atLeast) {
        return Awaitility.await().until(() -> of(athlete, type), events -> events.size() >= atLeast);
    }

    /** How many records a topic has been given. */
    public long count(String topic) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** The records on the topics, as they lie there. */
    List<ConsumerRecord<String, String>> records(List<String> topics) {
        try (var consumer = consumer()) {
            return read(
                    consumer,
                    topics.stream()
                            .flatMap(topic -> partitions(consumer, topic).stream())
                            .toList());
        }
    }

    private static List<ConsumerRecord<String, String>> read(
            KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var records = new ArrayList<ConsumerRecord<String, String>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static List<PublishedEvent> events(Stream<ConsumerRecord<String, String>> records) {
        return records.filter(record -> record.headers().lastHeader(EventHeader.SUBJECT) != null)
                .map(PublishedEvent::of)
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer());
    }

    /** Makes the topic where nothing was sent to it yet. */
    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
