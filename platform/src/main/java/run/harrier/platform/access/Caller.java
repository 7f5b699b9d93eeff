package run.harrier.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import run.harrier.platform.problem.ProblemException;

/**
 * Who sent the request, as the token says.
 *
 * @param subject a person's {@code sub}; a partner's client id
 * @param partner whether it is a partner's client instead of a person
 * @param scopes the scopes of the token
 * @param token the token itself, by which this service asks the owner of a right
 */
public record Caller(String subject, boolean partner, Set<String> scopes, String token) {
    private static final String PARTNER_ROLE = "partner";

    static Caller of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            throw ProblemException.unauthorized("Send an access token: Authorization: Bearer ...");
        }
        var partner = identity.hasRole(PARTNER_ROLE);
        String subject = partner ? jwt.getClaim("azp") : jwt.getSubject();
        if (subject == null || subject.isBlank()) {
            throw ProblemException.unauthorized("The token names nobody.");
        }
        String scope = jwt.getClaim("scope");
        return new Caller(
                subject,
                partner,
                scope == null ? Set.of() : Set.of(scope.strip().split(" +")),
                jwt.getRawToken());
    }

    @Override
    public String toString() {
        return "Caller[" + subject + "]";
    }
}
