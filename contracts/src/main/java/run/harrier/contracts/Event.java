package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * Something that happened to one athlete, published to the other services. It carries the state that they need, so that
 * nobody has to ask back. Within a version a field is added, never renamed or removed; a reader ignores what it does
 * not know.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public interface Event {
    /** The athlete whom it concerns; the key of the Kafka record. */
    UUID athleteId();

    @JsonIgnore
    default EventType type() {
        return EventType.of(getClass());
    }

    /**
     * Names, among the events of one athlete, the thing whose state it carries: a later event about the same thing
     * replaces it, and leaves all others alone.
     */
    @JsonIgnore
    default String about() {
        return type().wireName();
    }
}
