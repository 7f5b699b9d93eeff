package run.harrier.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An OpenAPI document, and what is wrong with it for those who make a client from it. */
public record OpenApiDocument(JsonNode json) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern NUMBERED = Pattern.compile(".*\\d");
    private static final Pattern ID = Pattern.compile("id|.+Ids?|joinCode|subject");
    private static final Pattern VERB = Pattern.compile("[a-z]+([A-Z][a-z]+)+");
    /** Classes of characters by name, intersections, possessive quantifiers, flags and anchors that ECMA-262 lacks. */
    private static final Pattern OF_JAVA = Pattern.compile("\\\\[pPhHRQEAzZGX]|&&|[*+?}]\\+|\\(\\?[a-zA-Z>]");
    /** Not blank, and the form of an id that its format says too. */
    private static final Set<String> OF_ANY_PLACE =
            Set.of("\\S", "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}");

    private static final String PROBLEM = "#/components/schemas/Problem";

    public static OpenApiDocument of(String json) {
        try {
            return new OpenApiDocument(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What needs a token; the documents themselves need none. */
    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        json.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(Operation.of(path.getKey(), method))));
        return operations;
    }

    /** What is missing, false or doubled; empty for a document as it should be. */
    public List<String> flaws() {
        var flaws = new ArrayList<String>();
        var ids = new HashSet<String>();
        for (var operation : operations()) {
            if (!ids.add(operation.json().path("operationId").asText())) {
                flaws.add(operation + " has the operationId of another");
            }
            flaws(operation).forEach(flaw -> flaws.add(operation + " " + flaw));
        }
        json.path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            if (NUMBERED.matcher(name).matches()) {
                flaws.add("the schema " + name + " differs from another by a number only");
            }
            if (name.contains("_")) {
                flaws.add("the schema " + name + " has the name of another");
            }
        });
        json.findValues("pattern").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(pattern -> !isPortable(pattern))
                .forEach(pattern -> flaws.add("the pattern " + pattern + " is not ECMA-262 from end to end"));
        json.findValuesAsText("$ref").stream()
                .filter(reference -> resolved(reference).isMissingNode())
                .forEach(reference -> flaws.add(reference + " leads nowhere"));
        return flaws;
    }

    /** The examples of bodies that their schemas refuse. A service's own document types a merge-patch as the whole. */
    public List<String> wrongExamples() {
        return Examples.flaws(this);
    }

    private static boolean isPortable(String pattern) {
        Pattern.compile(pattern);
        return !OF_JAVA.matcher(pattern).find()
                && (OF_ANY_PLACE.contains(pattern) || (pattern.startsWith("^") && pattern.endsWith("$")));
    }

    private List<String> flaws(Operation operation) {
        var flaws = new ArrayList<String>();
        var said = operation.json();
        if (!VERB.matcher(said.path("operationId").asText()).matches()) {
            flaws.add("has no verb for an operationId, such as uploadActivity: "
                    + said.path("operationId").asText());
        }
        if (!said.has("x-allowed-relations")) {
            flaws.add("does not say who may call it");
        }
        if (said.path("summary").asText().isBlank()) {
            flaws.add("has no summary");
        }
        if (said.path("description").asText().indexOf("May be called by: ") < 1) {
            flaws.add("is not described, with who may call it");
        }
        if (said.path("security").findParents("bearer").isEmpty()
                || resolved("#/components/securitySchemes/bearer").isMissingNode()) {
            flaws.add("does not ask for a token");
        }
        var due = new TreeSet<>(Set.of("401", "403", "503"));
        if (!operation.parameters().isEmpty()) {
            due.add("404");
        }
        if (operation.hasBody()) {
            due.addAll(Set.of("400", "413", "415", "422"));
        }
        due.removeAll(operation.statuses());
        due.forEach(status -> flaws.add("does not document " + status));
        said.path("responses").properties().forEach(response -> {
            var content = target(response.getValue()).path("content");
            if (response.getKey().startsWith("2") && !response.getKey().equals("204")) {
                if (content.isEmpty() || content.findValues("schema").isEmpty()) {
                    flaws.add("does not say what is in its " + response.getKey());
                }
            } else if (response.getKey().compareTo("400") >= 0
                    && !content.path("application/problem+json")
                            .path("schema")
                            .path("$ref")
                            .asText()
                            .equals(PROBLEM)) {
                flaws.add("answers " + response.getKey() + " with something else than a problem");
            }
        });
        said.path("requestBody").path("content").properties().forEach(content -> {
            var examples = content.getValue().path("examples");
            if (examples.isEmpty()) {
                flaws.add("shows no body of " + content.getKey());
            }
            examples.forEach(example -> {
                if (!example.has("value")) {
                    flaws.add("shows a body of " + content.getKey() + " that is not in the document");
                }
            });
        });
        return flaws;
    }

    /** The fields of its body and query that name something, as {@code joinCode}. */
    public Set<String> idFields(Operation operation) {
        var names = new TreeSet<String>();
        operation
                .json()
                .path("requestBody")
                .path("content")
                .forEach(content -> collectIds(content.path("schema"), names, new HashSet<>()));
        operation.json().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                addId(parameter.path("name").asText(), parameter.path("schema"), names);
            }
        });
        return names;
    }

    public boolean isUuid(Operation operation, String parameter) {
        for (var declared : operation.json().path("parameters")) {
            if (declared.path("name").asText().equals(parameter)) {
                return isUuid(declared.path("schema"));
            }
        }
        return false;
    }

    private void collectIds(JsonNode schema, Set<String> names, Set<String> seen) {
        if (schema.has("$ref") && !seen.add(schema.path("$ref").asText())) {
            return;
        }
        var resolved = target(schema);
        resolved.path("properties").properties().forEach(property -> {
            addId(property.getKey(), property.getValue(), names);
            collectIds(property.getValue(), names, seen);
        });
        for (var part : List.of("items", "additionalProperties")) {
            if (resolved.path(part).isObject()) {
                collectIds(resolved.path(part), names, seen);
            }
        }
        for (var part : List.of("oneOf", "anyOf", "allOf")) {
            resolved.path(part).forEach(option -> collectIds(option, names, seen));
        }
    }

    private void addId(String name, JsonNode schema, Set<String> names) {
        if (ID.matcher(name).matches() || isUuid(schema)) {
            names.add(name);
        }
    }

    private boolean isUuid(JsonNode schema) {
        return target(schema).path("format").asText().equals("uuid");
    }

    private JsonNode target(JsonNode node) {
        return node.has("$ref") ? resolved(node.path("$ref").asText()) : node;
    }

    private JsonNode resolved(String reference) {
        return json.at(reference.substring(1));
    }
}
