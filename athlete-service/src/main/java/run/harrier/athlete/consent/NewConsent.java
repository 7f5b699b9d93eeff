package run.harrier.athlete.consent;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/** The scopes that a partner's client has from now on (U10). */
record NewConsent(
        @NotEmpty
        @Schema(
                description = "profile:read, fitness:read, results:write, plan:read, load:read, activities:read,"
                        + " activities:write, wellness:read, wellness:write")
        Set<@NotNull String> scopes) {
    static final Set<String> KNOWN = Set.of(
            "profile:read",
            "fitness:read",
            "plan:read",
            "load:read",
            "results:write",
            "activities:read",
            "activities:write",
            "wellness:read",
            "wellness:write");

    void validate() {
        var unknown = scopes.stream().filter(scope -> !KNOWN.contains(scope)).toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.impossible(
                    "There are no such scopes; known are "
                            + String.join(", ", KNOWN.stream().sorted().toList()) + ".",
                    unknown.stream()
                            .limit(10)
                            .map(scope -> new Problem.InvalidParam("/scopes", "unknown: " + shortened(scope)))
                            .toArray(Problem.InvalidParam[]::new));
        }
    }

    private static String shortened(String scope) {
        return scope.length() > 50 ? scope.substring(0, 50) + "…" : scope;
    }
}
