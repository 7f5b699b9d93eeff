package run.harrier.system.fault;

import java.nio.charset.StandardCharsets;
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
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.Shard;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/** An event as somebody heard it who listens to a topic beside the services. */
record Heard(UUID athleteId, long sequence, UUID eventId, String type) {

    /** Everything that a topic holds, in the order of each athlete. */
    static List<Heard> on(String topic, StackConfig config) {
        return records(topic, config).stream()
                .filter(record -> record.headers().lastHeader(EventHeader.SUBJECT) != null)
                .map(Heard::of)
                .toList();
    }

    /** How many records a topic holds. */
    static int count(String topic, StackConfig config) {
        return records(topic, config).size();
    }

    private static List<ConsumerRecord<String, String>> records(String topic, StackConfig config) {
        var partitions = IntStream.range(0, Shard.COUNT)
                .mapToObj(n -> new TopicPartition(topic, n))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", "localhost:" + config.port(Part.KAFKA)),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.partitionsFor(topic); // makes it where nothing was ever sent to it
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    private static Heard of(ConsumerRecord<String, String> record) {
        return new Heard(
                UUID.fromString(header(record, EventHeader.SUBJECT)),
                Long.parseLong(header(record, EventHeader.SEQUENCE)),
                UUID.fromString(header(record, EventHeader.ID)),
                header(record, EventHeader.TYPE));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
