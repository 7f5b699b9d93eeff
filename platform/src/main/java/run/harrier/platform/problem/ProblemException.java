package run.harrier.platform.problem;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. It carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    public ProblemException(
            int status, String name, String title, @Nullable String detail, List<Problem.InvalidParam> errors) {
        this(status, name, title, detail, errors, Map.of());
    }

    /** With further members that the type defines. */
    public ProblemException(
            int status,
            String name,
            String title,
            @Nullable String detail,
            List<Problem.InvalidParam> errors,
            Map<String, Object> extensions) {
        this(
                new Problem(URI.create("urn:harrier:problem:" + name), title, status, detail, null, errors, extensions),
                null);
    }

    private ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.title() + (problem.detail() == null ? "" : ": " + problem.detail()), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** 400: the request cannot be read. */
    public static ProblemException malformed(String detail, Problem.InvalidParam... errors) {
        return new ProblemException(400, "malformed", "The request cannot be read", detail, List.of(errors));
    }

    /** 401: no token, or one that is not valid here. */
    public static ProblemException unauthorized(String detail) {
        return new ProblemException(401, "unauthorized", "A valid bearer token is needed", detail, List.of());
    }

    /** 403: a partner's token lacks the scope; decided before any look-up (D21). */
    public static ProblemException insufficientScope(String detail) {
        return new ProblemException(403, "insufficient-scope", "The token lacks a scope", detail, List.of());
    }

    /** 403: the caller may see the thing, but this act needs another relation to it (D21). */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "forbidden", "Your role does not allow this", detail, List.of());
    }

    /** 404: unknown, or not the caller's: nobody can tell which. */
    public static ProblemException notFound() {
        return notFound(null);
    }

    /** The same of something that is named in the body, where the address exists. */
    public static ProblemException notFound(@Nullable String detail) {
        return new ProblemException(404, "not-found", "There is no such thing, or it is not yours", detail, List.of());
    }

    /** 409: the state of the thing does not allow it now. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(409, "conflict", "The present state does not allow this", detail, List.of());
    }

    /** 412: somebody changed it since it was read. */
    public static ProblemException preconditionFailed() {
        return preconditionFailed("It was changed since you read it: read it again and retry.");
    }

    /** 412: it is there, as what {@code If-None-Match} excludes. */
    public static ProblemException isThere() {
        return preconditionFailed("It is there already, and If-None-Match says that it must not be.");
    }

    private static ProblemException preconditionFailed(String detail) {
        return new ProblemException(
                412, "precondition-failed", "It is not in the state that you asked for", detail, List.of());
    }

    /** 413: larger than D24 allows. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(413, "too-large", "The body is too large", detail, List.of());
    }

    /** 414: the address is longer than the server reads. */
    public static ProblemException uriTooLong() {
        return new ProblemException(
                414, "uri-too-long", "URI Too Long", "The address and its query are too long.", List.of());
    }

    /** 415: a body of a type that is not taken here. */
    public static ProblemException unsupportedMediaType(String detail) {
        return new ProblemException(415, "unsupported-media-type", "This type is not taken here", detail, List.of());
    }

    /** 422: well-formed, but impossible. */
    public static ProblemException impossible(String detail, Problem.InvalidParam... errors) {
        return new ProblemException(422, "impossible", "The request cannot be met", detail, List.of(errors));
    }

    /** 422 for one place of the input. */
    public static ProblemException impossibleAt(String pointer, String detail) {
        return impossible(detail, new Problem.InvalidParam(pointer, detail));
    }

    /** 429: too much at once of one person or client. */
    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return later(429, "too-many-requests", "Too much at once", detail, retryAfter);
    }

    /** 431: the headers are longer than the server reads. */
    public static ProblemException headersTooLarge() {
        return new ProblemException(
                431,
                "headers-too-large",
                "Request Header Fields Too Large",
                "The headers are too long together.",
                List.of());
    }

    /** 503: a part that is needed is away; trying again later helps. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return later(503, "unavailable", "A part of Harrier is away", detail, retryAfter);
    }

    private static ProblemException later(int status, String name, String title, String detail, Duration retryAfter) {
        return new ProblemException(
                new Problem(
                        URI.create("urn:harrier:problem:" + name), title, status, detail, null, List.of(), Map.of()),
                retryAfter);
    }
}
