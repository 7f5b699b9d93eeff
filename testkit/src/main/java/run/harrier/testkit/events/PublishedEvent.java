package run.harrier.testkit.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import run.harrier.contracts.EventHeader;

/**
 * An event as it lies on its topic.
 *
 * @param type its name on the wire
 */
public record PublishedEvent(UUID athleteId, long sequence, UUID id, String type, String data) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static PublishedEvent of(ConsumerRecord<String, String> record) {
        return new PublishedEvent(
                UUID.fromString(header(record, EventHeader.SUBJECT)),
                Long.parseLong(header(record, EventHeader.SEQUENCE)),
                UUID.fromString(header(record, EventHeader.ID)),
                header(record, EventHeader.TYPE),
                record.value());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }
}
