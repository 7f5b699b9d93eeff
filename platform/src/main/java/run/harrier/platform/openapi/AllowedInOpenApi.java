package run.harrier.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.Headers;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;
import run.harrier.platform.problem.Problem;

/**
 * Writes what {@link Allowed} says, and the answers that follow from it, into the OpenAPI document, so that the
 * document cannot differ from what is enforced.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AllowedInOpenApi implements OASFilter {
    private static final String BEARER = "bearer";
    /** The description that Quarkus gives the 400 of a validated body. */
    private static final String DECLARED_BY_ITSELF = "Bad Request";

    private static final String REFERENCE = "#/components/responses/";

    private final Map<String, AnnotationInstance> byOperation = new HashMap<>();
    private final IndexView index;

    public AllowedInOpenApi(IndexView index) {
        this.index = index;
        for (var allowed : index.getAnnotations(Allowed.class)) {
            var method = allowed.target().asMethod();
            byOperation.put(operationId(method), allowed);
        }
    }

    private static String operationId(MethodInfo method) {
        var described = method.annotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return described == null || described.value("operationId") == null
                ? method.declaringClass().simpleName() + "_" + method.name()
                : described.value("operationId").asString();
    }

    @Override
    public Operation filterOperation(Operation operation) {
        var allowed = byOperation.get(operation.getOperationId());
        if (allowed == null) {
            return operation;
        }
        var relations = allowed.value() == null
                ? List.<String>of()
                : Arrays.asList(allowed.value().asEnumArray());
        var scope = allowed.value("scope") == null ? "" : allowed.value("scope").asString();
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        operation.addExtension("x-allowed-relations", relations);
        if (!scope.isEmpty()) {
            operation.addExtension("x-partner-scope", scope);
        }
        operation.setDescription(described(operation.getDescription(), relations, scope));
        refer(operation, "400");
        refer(operation, "401");
        refer(operation, "403");
        if (!relations.isEmpty()) {
            refer(operation, "404");
        }
        refer(operation, "503");
        if (operation.getRequestBody() != null) {
            refer(operation, "413");
            refer(operation, "415");
            refer(operation, "422");
        }
        operation.getResponses().getAPIResponses().forEach(AllowedInOpenApi::answerWithProblem);
        describeHeaders(operation, allowed.target().asMethod());
        return operation;
    }

    private void describeHeaders(Operation operation, MethodInfo method) {
        var answer = method.returnType();
        while (answer.kind() == Type.Kind.PARAMETERIZED_TYPE
                && !answer.asParameterizedType().arguments().isEmpty()
                && !answer.name().toString().startsWith("run.harrier.")) {
            answer = answer.asParameterizedType().arguments().getFirst();
        }
        var name = answer.name();
        if (method.hasAnnotation(GET.class)
                && isKindOf(name, Tagged.class)
                && operation.getResponses().getAPIResponse("304") == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("Not changed since the version named in `If-None-Match`"));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && isKindOf(name, Tagged.class)) {
                response.addHeader(
                        HttpHeaders.ETAG,
                        header("The version of what is answered, for `If-Match` and `If-None-Match`"));
            }
            if ("201".equals(status) && isKindOf(name, Located.class)) {
                response.addHeader(HttpHeaders.LOCATION, header("Where it is from now on"));
            }
        });
    }

    /** Of a sealed interface, one of its kinds is enough. */
    private boolean isKindOf(DotName type, Class<?> sort) {
        var sorts = DotName.createSimple(sort);
        return index.getAllKnownImplementations(sorts).stream()
                .anyMatch(known ->
                        known.name().equals(type) || known.interfaceNames().contains(type));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** A day of a path is read by the service itself, so that a wrong one is a problem that says so. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH && "date".equals(parameter.getName())) {
            parameter.getSchema().setFormat("date");
        }
        return parameter;
    }

    /** Any POST can be repeated safely. */
    @Override
    public PathItem filterPathItem(PathItem path) {
        var post = path.getPOST();
        if (post != null) {
            post.addParameter(OASFactory.createParameter()
                    .name(Headers.IDEMPOTENCY_KEY)
                    .in(Parameter.In.HEADER)
                    .description("Of your choice; for 24 hours the same key with the same body gets the first answer")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .minLength(1)
                            .maxLength(255)));
            post.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    answer.addHeader(
                            Headers.IDEMPOTENCY_REPLAYED,
                            OASFactory.createHeader()
                                    .description(
                                            "`true` when this is the answer that was kept for the `Idempotency-Key`")
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
                }
            });
            refer(post, "409");
            refer(post, "422");
        }
        return path;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the OpenID provider with the audience harrier-api"))
                .addSchema("Problem", problemSchema())
                .addResponse(
                        "400",
                        response(
                                "The request cannot be read, or has a parameter that is not declared; `errors` names the place"))
                .addResponse("401", response("No valid access token"))
                .addResponse(
                        "403",
                        response("A partner's token lacks the scope (`insufficient-scope`), or the act needs"
                                + " another relation (`forbidden`)"))
                .addResponse("404", response("Unknown, or not yours"))
                .addResponse(
                        "409",
                        response("The present state does not allow it, or the first request with this"
                                + " `Idempotency-Key` is still running"))
                .addResponse("413", response("The body is too large"))
                .addResponse("415", response("The body is of a type that is not taken here"))
                .addResponse("422", response("Well-formed but impossible; `errors` names the place"))
                .addResponse("503", response("A part is away; `Retry-After` says when to try again"));
    }

    private static void refer(Operation operation, String status) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var declared = operation.getResponses().getAPIResponse(status);
        if (declared == null || DECLARED_BY_ITSELF.equals(declared.getDescription())) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(REFERENCE + status));
        }
    }

    /** An error that the operation declares in words or by an example only is a problem like all others. */
    private static void answerWithProblem(String status, APIResponse declared) {
        if (status.compareTo("400") < 0 || declared.getRef() != null) {
            return;
        }
        if (declared.getContent() == null) {
            declared.setContent(problemContent());
        } else {
            declared.getContent()
                    .getMediaType(Problem.MEDIA_TYPE)
                    .setSchema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        }
    }

    private static String described(String description, List<String> relations, String scope) {
        var people = relations.isEmpty()
                ? "every signed-in person"
                : relations.stream()
                        .filter(relation -> !"PARTNER".equals(relation))
                        .map(relation -> relation.toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", "));
        var partners = scope.isEmpty()
                ? ""
                : Allowed.ANY_SCOPE.equals(scope) ? "; partners" : "; partners with the scope `" + scope + "`";
        var before = description == null ? "" : description.strip() + "\n\n";
        return before + "May be called by: " + people + partners + ".";
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description).content(problemContent());
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    private static Schema problemSchema() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem; `type` is stable, the texts are for people")
                .required(List.of("type", "title", "status"))
                .addProperty("type", text("urn:harrier:problem:not-found"))
                .addProperty("title", text("There is no such thing, or it is not yours"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .addExample(404))
                .addProperty("detail", text("What was wrong this time"))
                .addProperty("instance", text("urn:harrier:request:0198c9e2-7a40"))
                .addProperty("rule", text("S40").description("The rule that a refusal keeps"))
                .addProperty(
                        "possible",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("A body for the same operation that would not be refused"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .title("InvalidInput")
                                        .addType(Schema.SchemaType.OBJECT)
                                        .required(List.of("detail"))
                                        .addProperty(
                                                "pointer",
                                                text("/goal/date").description("A JSON pointer into the body"))
                                        .addProperty(
                                                "parameter",
                                                text("limit").description("A parameter of the path or the query"))
                                        .addProperty("detail", text("must be a date after the start"))));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
