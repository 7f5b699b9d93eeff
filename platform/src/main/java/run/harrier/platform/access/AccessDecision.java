package run.harrier.platform.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.platform.problem.ProblemException;

/** Decides access (D21) by the token first, and then by the grants that were found. */
final class AccessDecision {
    private AccessDecision() {}

    /** Before any look-up: a client needs the operation's scope in its token, its own one or a person's. */
    static void requireScope(Caller caller, String scope) {
        if (!caller.has(scope)) {
            throw ProblemException.insufficientScope(
                    scope.isEmpty() ? "No scope allows this to a client." : "It needs the scope " + scope + ".");
        }
    }

    /** The relations by which the caller may call the operation; 404 for a stranger, 403 for the wrong relation. */
    static Set<Relation> decide(List<Grant> grants, Set<Relation> allowed, String scope) {
        return decide(
                grants.stream()
                        .filter(grant -> grant.relation() != Relation.PARTNER || consents(grant, scope))
                        .map(Grant::relation)
                        .collect(Collectors.toSet()),
                allowed);
    }

    static Set<Relation> decide(Set<Relation> relations, Set<Relation> allowed) {
        if (relations.isEmpty()) {
            throw ProblemException.notFound();
        }
        var fitting = relations.stream().filter(allowed::contains).collect(Collectors.toSet());
        if (fitting.isEmpty()) {
            throw ProblemException.forbidden("You may see this athlete or squad, but this is for: "
                    + allowed.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")) + ".");
        }
        return fitting;
    }

    private static boolean consents(Grant grant, String scope) {
        return Allowed.ANY_SCOPE.equals(scope)
                || (grant.scopes() != null && grant.scopes().contains(scope));
    }
}
