package run.harrier.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Topic;
import run.harrier.testkit.events.Records;

/** The events that this service has published. */
@ApplicationScoped
public class PlanEvents {
    private final ObjectMapper json;
    private final Records records;

    PlanEvents(ObjectMapper json, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.json = json;
        this.records = new Records(brokers);
    }

    @PreDestroy
    void close() {
        records.close();
    }

    /** The data of the athlete's events of a type up to now, in their order. */
    public List<JsonNode> of(UUID athlete, EventType type) {
        return records.of(List.of(athlete), Topic.PLAN_EVENTS).stream()
                .filter(record -> typeOf(record).equals(type.wireName()))
                .map(this::data)
                .toList();
    }

    private static String typeOf(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader(EventHeader.TYPE).value(), StandardCharsets.UTF_8);
    }

    private JsonNode data(ConsumerRecord<String, String> record) {
        try {
            return json.readTree(record.value());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }
}
