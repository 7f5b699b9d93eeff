package run.harrier.testkit.openapi;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Fails a test whose service answers an operation of its document with a status that the document does not declare. What
 * is no operation, as an unknown path or a method that is not allowed, is not looked at, nor is a fault that a test injects
 * to see a 500.
 */
public final class DeclaredStatuses implements Filter {
    private static final ConcurrentMap<Integer, List<Operation>> OPERATIONS = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var uri = URI.create(request.getURI());
        if (uri.getPort() == RestAssured.port && uri.getPath().startsWith("/api/") && response.statusCode() != 500) {
            operation(request.getMethod(), uri.getRawPath()).ifPresent(operation -> {
                if (!operation.statuses().contains(Integer.toString(response.statusCode()))) {
                    throw new AssertionError(operation + " answered " + response.statusCode()
                            + ", which its document does not declare: " + operation.statuses());
                }
            });
        }
        return response;
    }

    /** The one with the fewest parameters, as {@code /athletes/me} before {@code /athletes/{id}}. */
    private static Optional<Operation> operation(String method, String path) {
        return OPERATIONS.computeIfAbsent(RestAssured.port, DeclaredStatuses::operations).stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .min(Comparator.comparingInt(operation -> operation.parameters().size()));
    }

    private static List<Operation> operations(int port) {
        try (var http = HttpClient.newHttpClient()) {
            var document = URI.create("http://localhost:" + port + "/q/openapi?format=json");
            return OpenApiDocument.of(http.send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofString())
                            .body())
                    .operations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
