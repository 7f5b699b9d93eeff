package run.harrier.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import run.harrier.platform.http.Headers;
import run.harrier.platform.problem.ProblemException;

/**
 * Applies {@link Allowed} before the body is read, and before an answer that was kept for an {@code Idempotency-Key} is
 * sent again.
 */
class AccessFilter {
    /** A signed token has three parts; of some others Quarkus fails to see that they are none. */
    private static final Pattern SIGNED = Pattern.compile("(?i:bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final CurrentIdentityAssociation identity;
    private final Callers callers;
    private final AccessLookup lookup;
    private final RequestAccess access;

    AccessFilter(CurrentIdentityAssociation identity, Callers callers, AccessLookup lookup, RequestAccess access) {
        this.identity = identity;
        this.callers = callers;
        this.lookup = lookup;
        this.access = access;
    }

    @ServerRequestFilter
    Uni<Void> check(ContainerRequestContext request, ResourceInfo operation) {
        var allowed = operation.getResourceMethod().getAnnotation(Allowed.class);
        if (allowed == null) {
            throw new IllegalStateException(operation.getResourceMethod() + " lacks @Allowed");
        }
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !SIGNED.matcher(authorization).matches()) {
            throw ProblemException.unauthorized("Send an access token: Authorization: Bearer ...");
        }
        var path = request.getUriInfo().getPathParameters();
        return identity.getDeferredIdentity()
                .map(callers::of)
                .invoke(caller -> access.authenticated(caller, allowed))
                .invoke(caller -> AccessDecision.requireScope(caller, allowed.scope()))
                .chain(caller -> {
                    if (allowed.decidedInQuery() && request.getHeaderString(Headers.IDEMPOTENCY_KEY) == null) {
                        return Uni.createFrom().voidItem();
                    }
                    if (path.containsKey("athleteId")) {
                        return toAthlete(id(path.getFirst("athleteId")), caller, allowed);
                    }
                    return path.containsKey("squadId")
                            ? toSquad(id(path.getFirst("squadId")), caller, allowed)
                            : Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> toAthlete(UUID athleteId, Caller caller, Allowed allowed) {
        return lookup.toAthlete(athleteId, caller)
                .map(grants -> AccessDecision.decide(grants, Set.of(allowed.value()), allowed.scope()))
                .invoke(access::granted)
                .replaceWithVoid();
    }

    private Uni<Void> toSquad(UUID squadId, Caller caller, Allowed allowed) {
        return lookup.toSquad(squadId, caller)
                .map(relations -> AccessDecision.decide(relations, Set.of(allowed.value())))
                .invoke(access::granted)
                .replaceWithVoid();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
