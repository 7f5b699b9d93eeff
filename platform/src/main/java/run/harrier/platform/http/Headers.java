package run.harrier.platform.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/** {@code Location}, {@code ETag} and the conditional requests, the same for every answer. */
public class Headers {
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String REQUEST_ID = "Request-Id";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Two answers that are encoded differently are not the same to the byte, so each encoding has its own tag. */
    private static final List<String> ENCODINGS = List.of("", "-gzip", "-deflate");

    /** Before the filter that keeps the first answer of an Idempotency-Key. */
    @ServerResponseFilter(priority = Priorities.USER + 1000)
    public void describe(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 201 && response.getEntity() instanceof Located created) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, created.location());
        }
        if (response.getStatus() / 100 == 2 && response.getEntity() instanceof Tagged tagged) {
            var kept = named(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tagged.tag(), true);
            var isKept = kept.isPresent() && READS.contains(request.getMethod());
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ETAG,
                            isKept && !kept.get().equals("*") ? kept.get() : sent(tagged.tag(), request));
            if (isKept) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
        if (response.getEntity() instanceof Problem problem) {
            response.setEntity(problem.of(request.getHeaderString(REQUEST_ID)));
        }
    }

    /**
     * Guards a write: a 412 problem when {@code If-Match} was sent and does not name the present tag. The caller of
     * this holds the row, so that nobody comes between the check and the write.
     */
    public static void requireMatch(@Nullable String ifMatch, String presentTag) {
        if (ifMatch != null
                && (presentTag.isEmpty() || named(ifMatch, presentTag, false).isEmpty())) {
            throw ProblemException.preconditionFailed();
        }
    }

    /** The first tag of the list that names the present one in any encoding; weak tags compare on reads only. */
    static Optional<String> named(@Nullable String header, String tag, boolean weakly) {
        return Stream.ofNullable(header)
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .map(candidate -> weakly && candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .filter(candidate -> "*".equals(candidate)
                        || ENCODINGS.stream().anyMatch(encoding -> candidate.equals(quoted(tag + encoding))))
                .findFirst();
    }

    /** The tag in its quotes, of the answer as it will be encoded. */
    public static String sent(String tag, ContainerRequestContext request) {
        return quoted(tag + encoding(request));
    }

    /** As the server will choose it. */
    private static String encoding(ContainerRequestContext request) {
        var accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return "";
        }
        return accepted.contains("gzip") || accepted.contains("*")
                ? "-gzip"
                : accepted.contains("deflate") ? "-deflate" : "";
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
