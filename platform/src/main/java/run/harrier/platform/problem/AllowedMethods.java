package run.harrier.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods that a path takes, for {@code Allow}, and the types of their bodies: what the operations of the service say. */
@ApplicationScoped
class AllowedMethods {
    private final List<Operation> operations;

    private record Operation(Pattern path, String method, List<String> types) {}

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::operations)
                .toList();
    }

    /** Such as {@code GET, HEAD, PATCH}. */
    String of(String path) {
        var methods = operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    /** Such as {@code application/merge-patch+json, application/json}. */
    String types(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().matcher(path).matches())
                .flatMap(operation -> operation.types().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Operation> operations(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> method(method).stream()
                        .map(name -> new Operation(
                                pattern(resource.getAnnotation(Path.class), method), name, types(resource, method))));
    }

    private static List<String> types(Class<?> resource, Method method) {
        return Stream.of(method, resource)
                .flatMap(place -> Stream.ofNullable(place.getAnnotation(Consumes.class)))
                .findFirst()
                .map(consumed -> List.of(consumed.value()))
                .orElse(List.of(MediaType.APPLICATION_JSON));
    }

    private static Optional<String> method(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Pattern pattern(Path resource, Method method) {
        @Nullable Path below = method.getAnnotation(Path.class);
        var template = resource.value() + (below == null ? "" : below.value());
        return Pattern.compile(template.replaceAll("\\{[^/]+}", "[^/]+"));
    }
}
