package run.harrier.platform.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names the parameters of a query that are no number or no constant where one is meant. Quarkus says of such a request
 * that it was "not found", and not by which parameter; that is true of the path only.
 */
final class UnreadableQuery {
    private UnreadableQuery() {}

    static Problem.InvalidParam[] flaws(ResourceInfo operation, UriInfo uri) {
        return Arrays.stream(operation.getResourceMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .filter(parameter ->
                        isUnreadable(parameter, uri.getQueryParameters().getFirst(name(parameter))))
                .map(parameter -> new Problem.InvalidParam(name(parameter), "not a value of this parameter"))
                .toArray(Problem.InvalidParam[]::new);
    }

    private static String name(Parameter parameter) {
        return parameter.getAnnotation(QueryParam.class).value();
    }

    private static boolean isUnreadable(Parameter parameter, @Nullable String value) {
        if (value == null) {
            return false;
        }
        if (parameter.getType() == int.class) {
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
