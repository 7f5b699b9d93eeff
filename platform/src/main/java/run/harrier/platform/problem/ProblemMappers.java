package run.harrier.platform.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Translates every error into a problem. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AllowedMethods methods;

    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper(ProblemException.class)
    RestResponse<Problem> problem(ProblemException e) {
        var answer = RestResponse.ResponseBuilder.<Problem>create(e.problem().status())
                .entity(e.problem())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        e.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        if (e.problem().status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    RestResponse<Problem> notAuthenticated(AuthenticationFailedException e) {
        return problem(ProblemException.unauthorized("The token is expired, wrongly signed, or not meant for this."));
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    RestResponse<Problem> notAuthenticated(UnauthorizedException e) {
        return problem(ProblemException.unauthorized("Send an access token: Authorization: Bearer ..."));
    }

    @ServerExceptionMapper(ConstraintViolationException.class)
    RestResponse<Problem> invalid(ConstraintViolationException e) {
        if (e.getConstraintViolations().stream().anyMatch(ProblemMappers::isMissingBody)) {
            return problem(ProblemException.malformed(
                    "The body is missing.", new Problem.InvalidParam("", "This operation needs a JSON object.")));
        }
        var invalid = e.getConstraintViolations().stream()
                .map(violation -> new Problem.InvalidParam(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.InvalidParam::place))
                .toArray(Problem.InvalidParam[]::new);
        return problem(
                e.getConstraintViolations().stream().allMatch(ProblemMappers::isParameter)
                        ? ProblemException.malformed("A parameter is out of its bounds.", invalid)
                        : ProblemException.impossible("Some of the input is not possible.", invalid));
    }

    @ServerExceptionMapper(MismatchedInputException.class)
    RestResponse<Problem> unreadable(MismatchedInputException e) {
        return problem(unreadableJson(e));
    }

    @ServerExceptionMapper(WebApplicationException.class)
    RestResponse<Problem> refused(
            WebApplicationException e, UriInfo uri, ResourceInfo operation, ContainerRequestContext request) {
        var wrapped = wrapped(e);
        if (wrapped.isPresent()) {
            return problem(wrapped.get());
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return problem(unreadableJson(json));
        }
        if (e instanceof NotFoundException && e.getCause() != null) {
            var unreadable = UnreadableQuery.invalidParams(operation, uri);
            if (unreadable.length > 0) {
                return problem(ProblemException.malformed("A parameter of the query cannot be read.", unreadable));
            }
        }
        if (e instanceof NotFoundException && isWrongMethod(request, uri)) {
            return wrongMethod(uri);
        }
        var status = e.getResponse().getStatus();
        return problem(
                switch (status) {
                    case 404 -> ProblemException.notFound();
                    case 413 -> ProblemException.tooLarge("See the documentation of this operation.");
                    case 415 ->
                        ProblemException.unsupportedMediaType(
                                "Send " + methods.types(request.getMethod(), uri.getPath()) + ".");
                    default -> {
                        var reason = e.getResponse().getStatusInfo().getReasonPhrase();
                        var name = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
                        yield new ProblemException(status, name, reason, null, List.of());
                    }
                });
    }

    @ServerExceptionMapper(NotAllowedException.class)
    RestResponse<Problem> wrongMethod(NotAllowedException e, UriInfo uri) {
        return wrongMethod(uri);
    }

    /** A refusal of a type says which are taken (RFC 9110, 15.5.16; RFC 5789, 2.2). */
    @ServerResponseFilter
    void saysTypes(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 415) {
            response.getHeaders()
                    .putSingle(
                            request.getMethod().equals("PATCH") ? "Accept-Patch" : HttpHeaders.ACCEPT,
                            methods.types(
                                    request.getMethod(), request.getUriInfo().getPath()));
        }
    }

    /** Quarkus takes a path of several classes of operations for unknown, when only the method does not fit. */
    private boolean isWrongMethod(ContainerRequestContext request, UriInfo uri) {
        var fitting = methods.of(uri.getPath());
        return !fitting.isEmpty() && !List.of(fitting.split(", ", -1)).contains(request.getMethod());
    }

    private RestResponse<Problem> wrongMethod(UriInfo uri) {
        return RestResponse.ResponseBuilder.<Problem>create(405)
                .entity(new ProblemException(405, "method-not-allowed", "Method Not Allowed", null, List.of())
                        .problem())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.ALLOW, methods.of(uri.getPath()))
                .build();
    }

    @ServerExceptionMapper(Throwable.class)
    RestResponse<Problem> unexpected(Throwable e) {
        if (DatabaseUnavailable.causes(e)) {
            LOG.warnf("the database is away: %s", e.toString());
            return problem(ProblemException.unavailable("The database is away.", RETRY_AFTER));
        }
        var wrapped = wrapped(e);
        if (wrapped.isPresent()) {
            return problem(wrapped.get());
        }
        LOG.error("unexpected failure of a request", e);
        return problem(new ProblemException(500, "internal", "Something went wrong at our side", null, List.of()));
    }

    private static Optional<ProblemException> wrapped(Throwable e) {
        return DatabaseUnavailable.chain(e)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    private static ProblemException unreadableJson(JsonProcessingException e) {
        var parser = failedParser(e);
        if (parser.isPresent()) {
            var place = parser.get().getParsingContext().pathAsPointer().toString();
            return ProblemException.malformed(
                    "The body is not valid JSON.",
                    new Problem.InvalidParam(place, "The JSON cannot be read any further here."));
        }
        var place = e instanceof JsonMappingException mapping ? place(mapping) : "";
        if (e instanceof ImpossibleValueException impossible) {
            return ProblemException.impossibleAt(place, impossible.getOriginalMessage());
        }
        var detail = switch (e) {
            case UnrecognizedPropertyException unknown -> "There is no such field.";
            case InvalidFormatException format
            when format.getTargetType().isEnum() -> "One of " + names(format.getTargetType()) + ".";
            default -> "The value does not fit here.";
        };
        return ProblemException.malformed(
                "The body does not fit this operation.", new Problem.InvalidParam(place, detail));
    }

    /** A set counts what it holds, not what was sent, so an index is the one that the parser has come to. */
    private static String place(JsonMappingException e) {
        var parsed = e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer()
                : JsonPointer.empty();
        var place = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() != null) {
                place.append(reference(step.getFieldName()));
            } else {
                place.append(reference(parsed.mayMatchElement() ? parsed.getMatchingIndex() : step.getIndex()));
            }
            parsed = parsed.tail() == null ? JsonPointer.empty() : parsed.tail();
        }
        return place.toString();
    }

    /** One step of a JSON pointer (RFC 6901). */
    private static String reference(Object step) {
        return "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }

    /** When the text is not JSON: the parser that failed, which knows the place. */
    private static Optional<JsonParser> failedParser(JsonProcessingException e) {
        return DatabaseUnavailable.chain(e)
                .filter(JsonParseException.class::isInstance)
                .map(JsonParseException.class::cast)
                .flatMap(parse -> Stream.ofNullable(parse.getProcessor()))
                .findFirst();
    }

    /** Only the body is a parameter that is {@code @NotNull}; a field of the body has a longer path. */
    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        var place = last(violation.getPropertyPath());
        return place.getKind() == ElementKind.PARAMETER
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }

    static String names(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    /** Of the path or the query, not a field of the body. */
    private static boolean isParameter(ConstraintViolation<?> violation) {
        return last(violation.getPropertyPath()).getKind() == ElementKind.PARAMETER;
    }

    private static Path.Node last(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .toList();
        if (nodes.isEmpty()) {
            return "";
        }
        var first = nodes.getFirst();
        if (first.getKind() != ElementKind.PARAMETER) {
            return join(nodes);
        }
        return nodes.size() == 1 ? first.getName() : join(nodes.subList(1, nodes.size()));
    }

    private static String join(List<Path.Node> nodes) {
        return nodes.stream()
                .takeWhile(node -> !isOfSet(node))
                .map(ProblemMappers::step)
                .collect(Collectors.joining());
    }

    /** Nobody knows any more where it stood in the body. */
    private static boolean isOfSet(Path.Node node) {
        return node.isInIterable() && node.getIndex() == null && node.getKey() == null;
    }

    private static String step(Path.Node node) {
        var element = Stream.of(Optional.ofNullable(node.getIndex()), Optional.ofNullable(node.getKey()))
                .flatMap(Optional::stream)
                .map(ProblemMappers::reference)
                .collect(Collectors.joining());
        return node.getName() == null || node.getKind() == ElementKind.CONTAINER_ELEMENT
                ? element
                : element + reference(node.getName());
    }
}
