package run.harrier.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @EnumSource(EventType.class)
    void every_event_reads_and_writes_its_golden_json(EventType type) throws Exception {
        var tree = json.readTree(Golden.json(type));
        var event = json.treeToValue(tree, type.data());
        assertThat(event.type()).isEqualTo(type);
        assertThat((Object) json.valueToTree(event)).isEqualTo(tree);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void a_reader_ignores_a_field_it_does_not_know(EventType type) throws Exception {
        var tree = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(Golden.json(type));
        var event = json.treeToValue(tree, type.data());
        tree.put("addedLater", 1);
        assertThat(json.treeToValue(tree, type.data())).isEqualTo(event);
    }
}
