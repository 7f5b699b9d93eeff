package run.harrier.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code asyncapi.yaml} says of each event what its record and its golden JSON say. */
class AsyncApiTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Class<?>, List<String>> SIMPLE = Map.of(
            String.class, List.of("string"),
            UUID.class, List.of("string", "uuid"),
            LocalDate.class, List.of("string", "date"),
            Instant.class, List.of("string", "date-time"),
            double.class, List.of("number"),
            Double.class, List.of("number"),
            int.class, List.of("integer"),
            Integer.class, List.of("integer"),
            boolean.class, List.of("boolean"),
            Boolean.class, List.of("boolean"));

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** U15. */
    @ParameterizedTest
    @EnumSource(EventType.class)
    void each_event_is_a_message_of_its_topic_with_the_fields_of_its_record(EventType type) throws IOException {
        var channels = document.path("channels").properties().stream()
                .filter(channel -> channel.getValue().path("address").asText().equals(type.topic()))
                .toList();
        assertThat(channels).hasSize(1);
        var message = channels.getFirst().getValue().path("messages").properties().stream()
                .map(entry -> resolve(entry.getValue()))
                .filter(candidate -> candidate.path("name").asText().equals(type.wireName()))
                .toList();
        assertThat(message).hasSize(1);
        assertThat(message.getFirst().path("summary").asText()).isNotBlank();
        assertThat(withoutWords(message.getFirst().path("payload"))).isEqualTo(schema(type.data()));
        assertThat(message.getFirst().at("/examples/0/payload"))
                .isEqualTo(new ObjectMapper().readTree(Golden.json(type)));
        assertThat(names(resolve(message.getFirst().path("headers")).path("properties")))
                .containsExactlyInAnyOrderElementsOf(headers());
    }

    @Test
    void there_is_a_channel_for_each_topic_and_no_message_without_a_type() {
        var channels = document.path("channels").properties().stream()
                .map(Map.Entry::getValue)
                .toList();
        assertThat(channels)
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(constants(Topic.class));
        assertThat(channels)
                .allSatisfy(channel -> assertThat(
                                channel.at("/bindings/kafka/partitions").asInt())
                        .isEqualTo(Shard.COUNT));
        assertThat(document.at("/components/messages").properties().stream()
                        .map(message -> message.getValue().path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(EventType.values()).map(EventType::wireName),
                                Stream.of(EventHeader.SHARD_CONFIRMED, "dead-letter"))
                        .toList());
    }

    /** What is told of an event beside its data. */
    private static List<String> headers() {
        var headers = constants(EventHeader.class);
        headers.remove(EventHeader.SHARD_CONFIRMED);
        return headers;
    }

    private static List<String> constants(Class<?> holder) {
        var values = new ArrayList<String>();
        try {
            for (var field : holder.getFields()) {
                values.add((String) field.get(null));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The schema that a type of a record's component has, without descriptions. */
    private static ObjectNode schema(Type type) {
        var schema = JSON.objectNode();
        if (type instanceof ParameterizedType many) {
            schema.put("type", "array").set("items", schema(many.getActualTypeArguments()[0]));
            return schema;
        }
        var single = (Class<?>) type;
        if (single.isEnum()) {
            var constants = schema.put("type", "string").putArray("enum");
            Arrays.stream(single.getEnumConstants()).map(Object::toString).forEach(constants::add);
            return schema;
        }
        var simple = SIMPLE.get(single);
        if (simple != null) {
            schema.put("type", simple.getFirst());
            if (simple.size() > 1) {
                schema.put("format", simple.getLast());
            }
            return schema;
        }
        var components = single.getRecordComponents();
        required(schema.put("type", "object").putArray("required"), components);
        var properties = schema.putObject("properties");
        for (var component : components) {
            properties.set(component.getName(), schema(component.getGenericType()));
        }
        return schema;
    }

    private static void required(ArrayNode names, RecordComponent[] components) {
        Arrays.stream(components)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .forEach(names::add);
    }

    private static JsonNode withoutWords(JsonNode schema) {
        var bare = schema.<ObjectNode>deepCopy();
        bare.remove("description");
        bare.properties().forEach(entry -> {
            if (entry.getKey().equals("items")) {
                entry.setValue(withoutWords(entry.getValue()));
            } else if (entry.getKey().equals("properties")) {
                var properties = (ObjectNode) entry.getValue();
                properties.properties().forEach(property -> property.setValue(withoutWords(property.getValue())));
            }
        });
        return bare;
    }
}
