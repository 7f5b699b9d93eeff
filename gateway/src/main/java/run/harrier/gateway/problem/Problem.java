package run.harrier.gateway.problem;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of the gateway itself as a caller reads it: RFC 9457, with the types, titles and JSON of the services'
 * problems.
 *
 * @param type {@code urn:harrier:problem:} and a stable kebab-case name; code against this
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what was wrong this time, in words for a person
 * @param parameter the name of the query parameter that was wrong; null when none was
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String parameter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String NAMES = "urn:harrier:problem:";
    private static final String INSTANCES = "urn:harrier:request:";
    private static final String RETRY_AFTER_SECONDS = "5";

    /** 400: a parameter of the query cannot be read. */
    public static Problem malformed(String parameter, String detail) {
        return new Problem(NAMES + "malformed", "The request cannot be read", 400, detail, parameter);
    }

    /** 400: the request itself cannot be read. */
    public static Problem malformed(String detail) {
        return named("malformed", "The request cannot be read", 400, detail);
    }

    /** 401: no token, or one that is not valid here. */
    public static Problem unauthorized(String detail) {
        return named("unauthorized", "A valid bearer token is needed", 401, detail);
    }

    /** 404: no service owns the address. */
    public static Problem notFound(String detail) {
        return named("not-found", "There is no such thing, or it is not yours", 404, detail);
    }

    /** 405: the address is there, but not for this method. */
    public static Problem methodNotAllowed(String detail) {
        return named("method-not-allowed", "Method Not Allowed", 405, detail);
    }

    /** 406: nothing of the types that were asked for. */
    public static Problem notAcceptable(String detail) {
        return named("not-acceptable", "Not Acceptable", 406, detail);
    }

    /** 408: the request did not come in time. */
    public static Problem timeout(String detail) {
        return named("request-timeout", "Request Timeout", 408, detail);
    }

    /** 413: larger than D24 allows. */
    public static Problem tooLarge(String detail) {
        return named("too-large", "The body is too large", 413, detail);
    }

    /** 414: the address is longer than the server reads. */
    public static Problem uriTooLong() {
        return named("uri-too-long", "URI Too Long", 414, "The address and its query are too long.");
    }

    /** 431: the headers are longer than the server reads. */
    public static Problem headersTooLarge() {
        return named("headers-too-large", "Request Header Fields Too Large", 431, "The headers are too long together.");
    }

    /** 429: too much at once of one person or client. */
    public static Problem tooMany(String detail) {
        return named("too-many-requests", "Too much at once", 429, detail);
    }

    /** 503: a service is away, or did not answer in time; trying again later helps. */
    public static Problem unavailable(String detail) {
        return named("unavailable", "A part of Harrier is away", 503, detail);
    }

    private static Problem named(String name, String title, int status, String detail) {
        return new Problem(NAMES + name, title, status, detail, null);
    }

    /** The content type, and the headers that RFC 9110 asks for with the status. */
    public Map<String, String> headers() {
        return switch (status) {
            case 401 -> Map.of("Content-Type", MEDIA_TYPE, "WWW-Authenticate", "Bearer");
            case 429 -> Map.of("Content-Type", MEDIA_TYPE, "Retry-After", "1");
            case 503 -> Map.of("Content-Type", MEDIA_TYPE, "Retry-After", RETRY_AFTER_SECONDS);
            case 405 -> Map.of("Content-Type", MEDIA_TYPE, "Allow", "GET, HEAD");
            default -> Map.of("Content-Type", MEDIA_TYPE);
        };
    }

    /** @param requestId what the caller and the logs call this request; empty when it has no name yet */
    public String toJson(String requestId) {
        var json = new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!requestId.isEmpty()) {
            json.put("instance", INSTANCES + requestId);
        }
        if (parameter != null) {
            json.put("errors", List.of(Map.of("parameter", parameter, "detail", detail)));
        }
        return json.encode();
    }
}
