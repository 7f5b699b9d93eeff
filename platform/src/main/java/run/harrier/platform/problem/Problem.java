package run.harrier.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error: RFC 9457, {@code application/problem+json} (U15).
 *
 * @param type {@code urn:harrier:problem:} and a stable kebab-case name; code against this
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what was wrong this time, in words for a person
 * @param instance names the request as {@code Request-Id} and the log do; null until it is answered
 * @param errors what was wrong with the input, one for each place
 * @param extensions further members that the type defines
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem; `type` is stable, the texts are for people")
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        List<InvalidParam> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** The same of a request. */
    public Problem of(String requestId) {
        return new Problem(
                type, title, status, detail, URI.create("urn:harrier:request:" + requestId), errors, extensions);
    }

    /**
     * One thing that is wrong with the input.
     *
     * @param place a JSON pointer into the body, or the name of a parameter of the path, the query or the headers
     */
    public record InvalidParam(@JsonIgnore String place, String detail) {

        /** Into the body; empty for the body as a whole. */
        @JsonProperty
        public @Nullable String pointer() {
            return isParameter() ? null : place;
        }

        @JsonProperty
        public @Nullable String parameter() {
            return isParameter() ? place : null;
        }

        private boolean isParameter() {
            return !place.isEmpty() && place.charAt(0) != '/';
        }
    }
}
