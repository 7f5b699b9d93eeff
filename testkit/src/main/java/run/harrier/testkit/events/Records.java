package run.harrier.testkit.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/** Sends records again, as a broker, a relay or an operator may do. */
public final class Records implements AutoCloseable {
    private static final String DEAD_LETTER = "dead-letter-";

    private final PublishedEvents published;
    private final KafkaProducer<String, String> producer;

    public Records(String brokers) {
        this.published = new PublishedEvents(brokers);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer());
    }

    @Override
    public void close() {
        producer.close();
    }

    /** The records of these athletes up to now, each athlete's in its order. */
    public List<ConsumerRecord<String, String>> of(List<UUID> athletes, String... topics) {
        var keys = athletes.stream().map(UUID::toString).collect(Collectors.toSet());
        return published.records(List.of(topics)).stream()
                .filter(record -> keys.contains(record.key()))
                .toList();
    }

    public List<ConsumerRecord<String, String>> deadLettersOf(UUID athlete) {
        return of(List.of(athlete), Topic.DEAD_LETTERS);
    }

    /** An athlete whose records come in the same partition as this one's. */
    public static UUID anyBeside(UUID athlete) {
        return anyIn(Shard.of(athlete));
    }

    /** An athlete for each partition. */
    public static List<UUID> oneInEachShard() {
        return IntStream.range(0, Shard.COUNT).mapToObj(Records::anyIn).toList();
    }

    private static UUID anyIn(int shard) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> Shard.of(id) == shard)
                .findFirst()
                .orElseThrow();
    }

    /** Each record so many times, in random order. */
    public static List<ConsumerRecord<String, String>> shuffled(
            List<ConsumerRecord<String, String>> records, int times, Random random) {
        var copies = new ArrayList<>(IntStream.range(0, times)
                .boxed()
                .flatMap(copy -> records.stream())
                .toList());
        Collections.shuffle(copies, random);
        return copies;
    }

    /** Sends the records again with the same key, headers and data, to the same partition. */
    public void again(List<ConsumerRecord<String, String>> records) {
        send(records.stream()
                .map(record -> new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                .toList());
    }

    /** Puts a dead letter back where it came from, as it was. */
    public void replay(ConsumerRecord<String, String> dead) {
        var headers = StreamSupport.stream(dead.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(DEAD_LETTER))
                .toList();
        send(List.of(new ProducerRecord<>(
                cause(dead, "topic"), Integer.parseInt(cause(dead, "partition")), dead.key(), dead.value(), headers)));
    }

    /** The {@code reason}, {@code topic}, {@code partition} or {@code offset} that a dead letter names. */
    public static String cause(ConsumerRecord<String, String> dead, String name) {
        return PublishedEvent.header(dead, DEAD_LETTER + name);
    }

    /** Sends one record with these headers to the athlete's shard. */
    public void send(String topic, UUID athlete, @Nullable String data, Map<String, String> headers) {
        var list = headers.entrySet().stream()
                .<Header>map(entry ->
                        new RecordHeader(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        send(List.of(new ProducerRecord<>(topic, Shard.of(athlete), athlete.toString(), data, list)));
    }

    private void send(List<ProducerRecord<String, String>> records) {
        try {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker took no record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
