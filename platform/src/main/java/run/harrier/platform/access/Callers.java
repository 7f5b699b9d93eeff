package run.harrier.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.ProblemException;

/**
 * Reads who calls from a verified token. It is a person's only when the provider says so in a claim; every other token
 * is a client's, which may do what its scopes say and nothing else. A person's token that was given to a client of
 * somebody else acts for the person within its scopes.
 */
@ApplicationScoped
class Callers {
    private final String personClaim;
    private final String personValue;
    private final List<String> ownClients;

    Callers(
            @ConfigProperty(name = "harrier.person.claim") String personClaim,
            @ConfigProperty(name = "harrier.person.value") String personValue,
            @ConfigProperty(name = "harrier.person.own-clients") List<String> ownClients) {
        this.personClaim = personClaim;
        this.personValue = personValue;
        this.ownClients = ownClients;
    }

    Caller of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            throw ProblemException.unauthorized("Send an access token: Authorization: Bearer ...");
        }
        @Nullable String client = jwt.getClaim("azp");
        var isPerson = says(jwt.getClaim(personClaim), personValue);
        var subject = isPerson ? jwt.getSubject() : client;
        if (subject == null || subject.isBlank()) {
            throw ProblemException.unauthorized("The token names nobody.");
        }
        @Nullable String scope = jwt.getClaim("scope");
        var isOurs = isPerson && ownClients.contains(client);
        return new Caller(
                subject,
                !isPerson,
                isPerson && !isOurs,
                isOurs ? Optional.empty() : Optional.ofNullable(client),
                scopes(scope),
                jwt.getRawToken());
    }

    /** An empty claim is no scope; it must not become one without a name, which operations for nobody ask for. */
    private static Set<String> scopes(@Nullable String claim) {
        return claim == null || claim.isBlank()
                ? Set.of()
                : Arrays.stream(claim.strip().split(" +")).collect(Collectors.toSet());
    }

    private static boolean says(@Nullable Object claim, String value) {
        return switch (claim) {
            case null -> false;
            case Collection<?> many -> many.stream().anyMatch(one -> says(one, value));
            case JsonString text -> text.getString().equals(value);
            default -> claim.toString().equals(value);
        };
    }
}
