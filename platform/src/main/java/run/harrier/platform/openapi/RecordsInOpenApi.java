package run.harrier.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of the fields of an answer which are always there: those whose record component is not {@link Nullable}. What a
 * request needs its validation says; but a number or a boolean that cannot be null is needed too. An enum that is called
 * by a word for many things, such as {@code Kind}, gets the name of the class around it in front, as the services'
 * documents become one.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RecordsInOpenApi implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> OF_MANY_THINGS =
            Set.of("Kind", "Method", "Verdict", "Code", "Cause", "Name", "State", "Source", "Role", "Column");

    private final Map<String, ClassInfo> records = new HashMap<>();
    private final Map<String, String> enums = new HashMap<>();

    public RecordsInOpenApi(IndexView index) {
        for (var type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith("run.harrier.")) {
                records.put(nameOf(type), type);
            }
            if (type.isEnum() && type.enclosingClass() != null && OF_MANY_THINGS.contains(type.simpleName())) {
                var around = type.enclosingClass().withoutPackagePrefix();
                enums.put(
                        type.simpleName(),
                        around.substring(around.lastIndexOf('$') + 1).replaceFirst("(View|Entity)$", "")
                                + type.simpleName());
            }
        }
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
            var name = enums.get(schema.getRef().substring(SCHEMAS.length()));
            if (name != null) {
                schema.setRef(SCHEMAS + name);
            }
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        enums.forEach((name, better) -> {
            var named = document.getComponents().getSchemas().get(name);
            if (named != null) {
                document.getComponents().removeSchema(name);
                document.getComponents().addSchema(better, named);
            }
        });
        var schemas = document.getComponents().getSchemas();
        var requests = ofRequests(document, schemas);
        schemas.forEach((name, schema) -> {
            var properties = schema.getProperties();
            if (properties != null) {
                record(name).stream()
                        .flatMap(record -> requests.contains(name) ? neverAbsent(record) : alwaysThere(record))
                        .filter(properties::containsKey)
                        .filter(field -> schema.getRequired() == null
                                || !schema.getRequired().contains(field))
                        .forEach(schema::addRequired);
            }
        });
    }

    private static String nameOf(ClassInfo type) {
        var described = type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return described != null && described.value("name") != null
                ? described.value("name").asString()
                : type.simpleName();
    }

    /** Of a generic record, the name of a schema goes on with its arguments: {@code PageResultView}. */
    private Optional<ClassInfo> record(String name) {
        var exact = records.get(name);
        return exact != null
                ? Optional.of(exact)
                : records.values().stream()
                        .filter(type -> !type.typeParameters().isEmpty() && name.startsWith(type.simpleName()))
                        .max(Comparator.comparingInt(type -> type.simpleName().length()));
    }

    private static Stream<String> neverAbsent(ClassInfo record) {
        return record.recordComponents().stream()
                .filter(component -> component.type().kind() == Type.Kind.PRIMITIVE)
                .map(RecordComponentInfo::name);
    }

    private Stream<String> alwaysThere(ClassInfo record) {
        if (isLeftOutEmpty(record.declaredAnnotation(JsonInclude.class))) {
            return Stream.of();
        }
        return record.recordComponents().stream().flatMap(component -> {
            var field = record.field(component.name());
            if (field.hasAnnotation(JsonUnwrapped.class)) {
                return records.values().stream()
                        .filter(type -> type.name().equals(component.type().name()))
                        .flatMap(this::alwaysThere);
            }
            var maybeNull = component.type().annotations().stream()
                    .anyMatch(annotation -> annotation.name().toString().equals(Nullable.class.getName()));
            return maybeNull || isLeftOutEmpty(field.annotation(JsonInclude.class))
                    ? Stream.of()
                    : Stream.of(component.name());
        });
    }

    private static boolean isLeftOutEmpty(@Nullable AnnotationInstance include) {
        return include != null && !include.value().asEnum().equals(JsonInclude.Include.NON_NULL.name());
    }

    /** The names of the schemas that a body of a request is made of. */
    private static Set<String> ofRequests(OpenAPI document, Map<String, Schema> schemas) {
        var found = new HashSet<String>();
        var unseen = new ArrayDeque<Schema>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .filter(Objects::nonNull)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .forEach(unseen::add);
        while (!unseen.isEmpty()) {
            var schema = unseen.remove();
            if (schema.getRef() != null) {
                var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
                if (found.add(name) && schemas.get(name) != null) {
                    unseen.add(schemas.get(name));
                }
            }
            parts(schema).forEach(unseen::add);
        }
        return found;
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        present(schema.getOneOf()),
                        present(schema.getAnyOf()),
                        present(schema.getAllOf()),
                        schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()),
                        schema.getAdditionalPropertiesSchema() == null
                                ? List.<Schema>of()
                                : List.of(schema.getAdditionalPropertiesSchema()))
                .flatMap(schemas -> schemas.stream());
    }

    private static List<Schema> present(@Nullable List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
