package run.harrier.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import run.harrier.contracts.EventHeader;

/**
 * The headers of a received event.
 *
 * @param sequence counts the athlete's events of this topic from 1
 */
public record Received(UUID athleteId, UUID eventId, String topic, String type, long sequence, Instant at) {

    static Received of(ConsumerRecord<String, String> record) {
        return new Received(
                UUID.fromString(header(record, EventHeader.SUBJECT)),
                UUID.fromString(header(record, EventHeader.ID)),
                record.topic(),
                header(record, EventHeader.TYPE),
                Long.parseLong(header(record, EventHeader.SEQUENCE)),
                Instant.parse(header(record, EventHeader.TIME)));
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("the record lacks the header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
