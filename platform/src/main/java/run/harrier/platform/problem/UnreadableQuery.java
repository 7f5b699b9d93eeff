package run.harrier.platform.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the query parameters whose value is not the number or constant that the operation takes. Quarkus answers such a
 * request with 404, which is right for a path only, and does not name the parameter.
 */
final class UnreadableQuery {
    private UnreadableQuery() {}

    static Problem.InvalidParam[] invalidParams(ResourceInfo operation, UriInfo uri) {
        return Arrays.stream(operation.getResourceMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .filter(parameter ->
                        isUnreadable(parameter, uri.getQueryParameters().getFirst(name(parameter))))
                .map(parameter -> new Problem.InvalidParam(name(parameter), values(parameter)))
                .toArray(Problem.InvalidParam[]::new);
    }

    private static String values(Parameter parameter) {
        return parameter.getType().isEnum() ? "one of " + ProblemMappers.names(parameter.getType()) : "a whole number";
    }

    private static String name(Parameter parameter) {
        return parameter.getAnnotation(QueryParam.class).value();
    }

    private static boolean isUnreadable(Parameter parameter, @Nullable String value) {
        if (value == null) {
            return false;
        }
        if (parameter.getType() == int.class || parameter.getType() == Integer.class) {
            return !isWhole(value);
        }
        return parameter.getType().isEnum()
                && Arrays.stream(parameter.getType().getEnumConstants())
                        .noneMatch(constant -> ((Enum<?>) constant).name().equals(value));
    }

    private static boolean isWhole(String value) {
        try {
            Integer.parseInt(value);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
