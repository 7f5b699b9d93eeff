package run.harrier.platform.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * Refuses a query parameter that the operation does not declare, as an unknown field of a body is refused, and one that is
 * given more than once: none is a list, and nobody could know which value counts.
 */
class DeclaredParameters {
    private static final int AFTER_ACCESS = Priorities.USER + 1;

    @ServerRequestFilter(priority = AFTER_ACCESS)
    void check(ContainerRequestContext request, ResourceInfo operation) {
        var values = request.getUriInfo().getQueryParameters();
        var sent = values.keySet();
        if (sent.isEmpty()) {
            return;
        }
        var declared = Arrays.stream(operation.getResourceMethod().getParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(QueryParam.class)))
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
        var unknown = sent.stream()
                .filter(name -> !declared.contains(name))
                .sorted()
                .map(name -> new Problem.InvalidParam(name, "There is no such parameter."))
                .toArray(Problem.InvalidParam[]::new);
        if (unknown.length > 0) {
            throw ProblemException.malformed(
                    declared.isEmpty()
                            ? "This operation takes no query parameter."
                            : "This operation takes: "
                                    + declared.stream().sorted().collect(Collectors.joining(", ")) + ".",
                    unknown);
        }
        var twice = values.entrySet().stream()
                .filter(parameter -> parameter.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new Problem.InvalidParam(name, "It is given more than once."))
                .toArray(Problem.InvalidParam[]::new);
        if (twice.length > 0) {
            throw ProblemException.malformed("Each parameter is given once.", twice);
        }
    }
}
