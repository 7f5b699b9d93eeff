package run.harrier.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes values as JSON text and reads them back, above all for JSON columns, which take text ({@code $1::text::jsonb})
 * and give text ({@code steps::text}). Reading ignores the fields that a newer version wrote.
 */
@ApplicationScoped
public class JsonText {
    /** Set on a reader of what Harrier itself wrote, when the rules for a text may have been others. */
    public static final String OURS = "ours";

    private final ObjectMapper json;
    private final ObjectReader reader;

    JsonText(ObjectMapper json) {
        this.json = json;
        this.reader = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withAttribute(OURS, true);
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return reader.forType(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the text holds no " + type, e);
        }
    }

    public <T> T read(String text, TypeReference<T> type) {
        try {
            return reader.forType(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the text holds no " + type.getType(), e);
        }
    }
}
