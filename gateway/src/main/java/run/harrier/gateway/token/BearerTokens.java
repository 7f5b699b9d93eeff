package run.harrier.gateway.token;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;

/**
 * Checks the access token of a request by Quarkus OIDC: signature, issuer, expiry and audience. A verified token is
 * remembered until it expires. Tokens expire by the real time, never by the shifted business time.
 */
@Singleton
public class BearerTokens {
    private static final Logger LOG = Logger.getLogger(BearerTokens.class);
    private static final int CAPACITY = 100_000;
    /** A signed token has three parts; of some others Quarkus fails to see that they are none. */
    private static final Pattern SIGNED = Pattern.compile("(?i:bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final HttpAuthenticator authenticator;
    private final VerifiedTokens verified = new VerifiedTokens(CAPACITY, InstantSource.system());
    private final Counter verifications;

    BearerTokens(HttpAuthenticator authenticator, MeterRegistry meters) {
        this.authenticator = authenticator;
        this.verifications = Counter.builder("harrier.token.verifications")
                .description("Access tokens whose signature was checked; others were known already")
                .register(meters);
        meters.gauge("harrier.token.verified", verified, VerifiedTokens::size);
    }

    /**
     * The subject of the token. Completes on the request's event loop; fails with the {@link ProblemException} to answer.
     */
    public Future<String> check(RoutingContext call) {
        var authorization = call.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (authorization.size() != 1) {
            return unauthorized("Send one access token: Authorization: Bearer ...");
        }
        var token = authorization.getFirst();
        if (!SIGNED.matcher(token).matches()) {
            return unauthorized("Send an access token: Authorization: Bearer ...");
        }
        var known = verified.subjectOf(token);
        if (known.isPresent()) {
            return Future.succeededFuture(known.get());
        }
        verifications.increment();
        var eventLoop = call.vertx().getOrCreateContext();
        var identity =
                authenticator.attemptAuthentication(call).emitOn(task -> eventLoop.runOnContext(ignored -> task.run()));
        return UniHelper.toFuture(identity).compose(someone -> admit(token, someone), BearerTokens::failed);
    }

    private Future<String> admit(String token, @Nullable SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            return unauthorized("Send an access token: Authorization: Bearer ...");
        }
        var subject = String.valueOf(jwt.getSubject());
        verified.add(token, subject, Instant.ofEpochSecond(jwt.getExpirationTime()));
        return Future.succeededFuture(subject);
    }

    private static Future<String> failed(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return unauthorized("The token is expired, wrongly signed, or not meant for this.");
        }
        LOG.warnf("tokens cannot be verified: %s", failure.toString());
        return Future.failedFuture(
                new ProblemException(Problem.unavailable("Tokens cannot be verified at the moment.")));
    }

    private static Future<String> unauthorized(String detail) {
        return Future.failedFuture(new ProblemException(Problem.unauthorized(detail)));
    }
}
