package run.harrier.platform.idempotency;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.Headers;
import run.harrier.platform.http.Tagged;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * Answers a POST that repeats an {@code Idempotency-Key} and its body with the first answer (U12), for 24 hours per
 * subject and path. The key is claimed before the operation runs, and its answer is kept after the operation's transaction. An
 * answer of 400 or above is not kept and frees the key, so a request that was mended keeps its key. The claim of a
 * process that died is free after {@link #ABANDONED_AFTER}; a claim that could not be freed because the database was away is free at once for requests
 * to this process. If the first operation had committed by then, it is done a second time, unless its own rule finds
 * the first.
 */
class IdempotencyFilter {
    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class);

    private static final int LONGEST_KEY = 255;
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final String CLAIM = "harrier.idempotency-claim";

    private static final int MOST_NOT_FREED = 10_000;

    /** The claims of this process whose requests are not answered yet. */
    private final Set<Claim> running = ConcurrentHashMap.newKeySet();
    /** Claims of this process that may still be in the table though their requests are over: the database was away. */
    private final Set<Claim> notFreed = ConcurrentHashMap.newKeySet();

    private final Pool pool;
    private final JsonText json;
    private final RequestAccess access;

    IdempotencyFilter(Pool pool, JsonText json, RequestAccess access) {
        this.pool = pool;
        this.json = json;
        this.access = access;
    }

    private static final List<Class<? extends Annotation>> NOT_OF_THE_BODY =
            List.of(BeanParam.class, QueryParam.class, HeaderParam.class, PathParam.class, Context.class);

    private record Claim(String subject, String method, String path, String key) {}

    @SuppressWarnings("deprecation") // the replacement of readBody reads forms only
    @ServerRequestFilter(readBody = true)
    Uni<@Nullable Response> claim(ContainerRequestContext request, ResourceInfo operation) throws IOException {
        var key = request.getHeaderString(Headers.IDEMPOTENCY_KEY);
        if (key == null || !"POST".equals(request.getMethod())) {
            return Uni.createFrom().nullItem();
        }
        requireOne(request.getHeaders().getOrDefault(Headers.IDEMPOTENCY_KEY, List.of(key)));
        var body = new byte[0];
        if (takesBody(operation)) { // the body of another operation is not there yet, and reading it would block
            body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        var claim = new Claim(
                access.caller().subject(),
                request.getMethod(),
                request.getUriInfo().getPath(),
                key);
        var hash = sha256(body);
        var first = firstOrAnswer(claim, hash, request);
        return operation.getResourceMethod().isAnnotationPresent(WaitsForFirstAnswer.class)
                ? first.onFailure(IdempotencyFilter::isRunning)
                        .retry()
                        .withBackOff(FIRST_LOOK, LONGEST_PAUSE)
                        .expireIn(LONGEST_WAIT.toMillis())
                : first;
    }

    private static void requireOne(List<String> keys) {
        if (keys.size() > 1) {
            throw badKey("A request has one Idempotency-Key.", "sent " + keys.size() + " times");
        }
        // a header comes byte by byte; what a person takes for a character has up to four bytes
        var key = new String(keys.getFirst().getBytes(ISO_8859_1), UTF_8);
        if (key.isBlank() || key.codePointCount(0, key.length()) > LONGEST_KEY) {
            throw badKey("The Idempotency-Key has 1 to " + LONGEST_KEY + " characters.", "too short or too long");
        }
    }

    private static ProblemException badKey(String detail, String flaw) {
        return ProblemException.malformed(detail, new Problem.InvalidParam(Headers.IDEMPOTENCY_KEY, flaw));
    }

    /** The body is the one parameter without an annotation of its own; one of the path has none either, but is a scalar. */
    private static boolean takesBody(ResourceInfo operation) {
        return Arrays.stream(operation.getResourceMethod().getParameters())
                .filter(parameter -> NOT_OF_THE_BODY.stream().noneMatch(parameter::isAnnotationPresent))
                .anyMatch(parameter -> !parameter.getType().isPrimitive()
                        && parameter.getType() != UUID.class
                        && parameter.getType() != String.class);
    }

    private Uni<@Nullable Response> firstOrAnswer(Claim claim, byte[] hash, ContainerRequestContext request) {
        return Uni.createFrom().deferred(() -> take(claim, hash)).chain(taken -> {
            if (taken) {
                running.add(claim);
                request.setProperty(CLAIM, claim);
                return Uni.createFrom().nullItem();
            }
            return answered(claim, hash, request);
        });
    }

    /** Keeps the answer, or frees the key. The request is answered even if the database has gone away since. */
    @ServerResponseFilter
    Uni<Void> keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
            return Uni.createFrom().voidItem();
        }
        return (frees(response) ? free(claim) : keep(claim, response))
                .onFailure()
                .invoke(e -> LOG.warnf("an answer could not be kept: %s", e.toString()))
                .onFailure()
                .recoverWithNull()
                .eventually(() -> running.remove(claim));
    }

    private static boolean frees(ContainerResponseContext response) {
        return response.getStatus() >= 400;
    }

    private Uni<Void> free(Claim claim) {
        return pool.preparedQuery(
                        "delete from idempotency where subject = $1 and method = $2 and path = $3 and key = $4")
                .execute(Tuple.of(claim.subject(), claim.method(), claim.path(), claim.key()))
                .onFailure()
                .invoke(() -> abandon(claim))
                .replaceWithVoid();
    }

    private void abandon(Claim claim) {
        if (notFreed.size() < MOST_NOT_FREED) {
            notFreed.add(claim);
        }
    }

    private Uni<Void> keep(Claim claim, ContainerResponseContext response) {
        return pool.preparedQuery("""
                        update idempotency set status = $5, location = $6, tag = $7, body = $8
                        where subject = $1 and method = $2 and path = $3 and key = $4
                        """)
                .execute(Tuple.from(Arrays.asList(
                        claim.subject(),
                        claim.method(),
                        claim.path(),
                        claim.key(),
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getEntity() instanceof Tagged tagged ? tagged.tag() : null,
                        response.getEntity() == null ? null : json.write(response.getEntity()))))
                .replaceWithVoid();
    }

    private static boolean isRunning(Throwable failure) {
        return failure instanceof ProblemException e && e.problem().status() == 409;
    }

    private Uni<Boolean> take(Claim claim, byte[] hash) {
        var abandonedHere = !running.contains(claim) && notFreed.remove(claim); // true for one of several callers
        return pool.preparedQuery("""
                        insert into idempotency as i (subject, method, path, key, body_hash)
                        values ($1, $2, $3, $4, $5)
                        on conflict (subject, method, path, key) do update
                        set body_hash = excluded.body_hash, started_at = now(), status = null, location = null, tag = null, body = null
                        where i.started_at < now() - interval '24 hours'
                           or (i.status is null and ($7 or i.started_at < now() - make_interval(secs => $6)))
                        """)
                .execute(Tuple.from(List.of(
                        claim.subject(),
                        claim.method(),
                        claim.path(),
                        claim.key(),
                        Buffer.buffer(hash).getDelegate(),
                        (double) ABANDONED_AFTER.toSeconds(),
                        abandonedHere)))
                .onFailure()
                .invoke(() -> abandon(claim))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<@Nullable Response> answered(Claim claim, byte[] hash, ContainerRequestContext request) {
        return pool.preparedQuery("""
                        select body_hash, status, location, tag, body from idempotency
                        where subject = $1 and method = $2 and path = $3 and key = $4
                        """)
                .execute(Tuple.of(claim.subject(), claim.method(), claim.path(), claim.key()))
                .map(rows -> {
                    var earlier = rows.iterator().hasNext() ? rows.iterator().next() : null;
                    if (earlier == null || earlier.getInteger("status") == null) {
                        throw ProblemException.conflict(
                                "The first request with this Idempotency-Key is still running.");
                    }
                    if (!Arrays.equals(earlier.getBuffer("body_hash").getBytes(), hash)) {
                        throw new ProblemException(
                                422,
                                "idempotency-key-reused",
                                "This Idempotency-Key came with another body before",
                                "Take a new key for a new request.",
                                List.of());
                    }
                    return answer(earlier, request);
                });
    }

    private static Response answer(Row earlier, ContainerRequestContext request) {
        var status = earlier.getInteger("status");
        var answer = Response.status(status)
                .type(status < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .header(Headers.IDEMPOTENCY_REPLAYED, true);
        if (earlier.getString("location") != null) {
            answer.header(HttpHeaders.LOCATION, earlier.getString("location"));
        }
        if (earlier.getString("tag") != null) {
            answer.header(HttpHeaders.ETAG, Headers.sent(earlier.getString("tag"), request));
        }
        if (earlier.getString("body") != null) {
            answer.entity(earlier.getString("body"));
        }
        return answer.build();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
