package run.harrier.platform.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who sent the request, as {@link Callers} read the token.
 *
 * @param subject a person's {@code sub}; a partner's client id
 * @param partner whether it is a client on its own instead of a person
 * @param delegated whether a partner's client acts for the person, within its scopes
 * @param client the partner's client that sent it, on its own or for a person; empty for one of ours
 * @param scopes the scopes of the token
 * @param token the token itself, by which this service asks the owner of a right
 */
public record Caller(
        String subject, boolean partner, boolean delegated, Optional<String> client, Set<String> scopes, String token) {

    /** Whether the token opens an operation that asks clients for this scope; a person's own token opens every one. */
    boolean has(String scope) {
        return (!partner && !delegated)
                || Allowed.ANY_SCOPE.equals(scope)
                || (!scope.isEmpty() && scopes.contains(scope));
    }

    @Override
    public String toString() {
        return "Caller[" + subject + "]";
    }
}
