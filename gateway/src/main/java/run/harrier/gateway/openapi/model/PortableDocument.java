package run.harrier.gateway.openapi.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A merged document as generators of clients read it best, and with the answers that the gateway gives to every
 * operation. A reference to a plain value becomes the value, whose format would be lost behind it; a merge-patch has a
 * schema of its own, in which nothing is required and what may be absent may be null.
 */
public final class PortableDocument {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> PLAIN = Set.of("string", "integer", "number", "boolean");

    private static final Map<String, String> EVERYWHERE = new TreeMap<>(Map.of(
            "405", "This method is not for this path; `Allow` names those that are",
            "406", "None of the types in `Accept` is to be had here",
            "414", "The address is too long",
            "429", "Too much at once of one person or client; `Retry-After` says when to try again",
            "431", "The headers are too long together"));

    private final Map<String, Object> schemas;
    private final Map<String, Object> document;
    private final Set<String> patched = new HashSet<>();

    private PortableDocument(Map<String, Object> merged) {
        this.document = merged;
        this.schemas = tree(tree(merged.get("components")).get("schemas"));
    }

    public static Map<String, Object> of(Map<String, Object> merged) {
        return new PortableDocument(merged).toTree();
    }

    private Map<String, Object> toTree() {
        var components = tree(document.get("components"));
        var plain = new LinkedHashMap<>(schemas);
        plain.values().removeIf(schema -> !isPlain(schema));
        var paths = tree(inlined(document.get("paths"), plain));
        schemas.keySet().removeAll(plain.keySet());
        schemas.replaceAll((name, schema) -> inlined(schema, plain));
        paths.replaceAll((path, item) -> complete(tree(item)));
        var rest = List.of(paths, schemas.values(), components.getOrDefault("responses", Map.of()));
        patched.removeIf(name -> refersTo(SCHEMAS + name, rest));
        schemas.keySet().removeAll(patched);
        components.put("schemas", schemas);
        var responses = tree(inlined(components.get("responses"), plain));
        EVERYWHERE.forEach((status, description) -> responses.putIfAbsent(status, problem(description)));
        responses.put("408", problem("The request did not come in time"));
        responses.replaceAll((status, response) -> withHeaders(status, tree(response)));
        components.put("responses", responses);
        components.put("headers", headers());
        var whole = new LinkedHashMap<>(document);
        whole.put("paths", paths);
        whole.put("components", components);
        return whole;
    }

    private static boolean isPlain(Object schema) {
        return schema instanceof Map<?, ?> map
                && map.get("type") instanceof String type
                && PLAIN.contains(type)
                && !map.containsKey("enum");
    }

    /** A copy without references to the plain values, and without a type beside a reference, which has one itself. */
    private static @Nullable Object inlined(@Nullable Object node, Map<String, Object> plain) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = tree(map);
                if (copy.get("$ref") instanceof String reference) {
                    copy.remove("type");
                    var value = reference.startsWith(SCHEMAS) ? plain.get(reference.substring(SCHEMAS.length())) : null;
                    if (value != null) {
                        copy.remove("$ref");
                        tree(value).forEach(copy::putIfAbsent);
                    }
                }
                if (copy.get("oneOf") instanceof List<?> choice
                        && choice.stream().anyMatch(one -> !tree(one).containsKey("$ref"))) {
                    // a list or a word: only the description says it in a form that all generators read
                    copy.remove("oneOf");
                }
                copy.replaceAll((key, value) -> inlined(value, plain));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(inlined(item, plain)));
                yield copy;
            }
            case null, default -> node;
        };
    }

    private Map<String, Object> complete(Map<String, Object> item) {
        item.replaceAll((method, described) -> {
            if (!METHODS.contains(method)) {
                return described;
            }
            var operation = tree(described);
            operation.computeIfPresent("requestBody", (key, body) -> withPatchSchema(tree(body)));
            operation.computeIfPresent("parameters", (key, parameters) -> withEnumerations(parameters));
            operation.put("responses", answers(tree(operation.get("responses")), operation.containsKey("requestBody")));
            // said of what needs no token, as silence could mean that it was forgotten
            operation.putIfAbsent("security", List.of());
            return operation;
        });
        return item;
    }

    /** An enumeration that has a default stands in its parameter: beside a reference the default would be lost. */
    private Object withEnumerations(Object parameters) {
        if (!(parameters instanceof List<?> list)) {
            return parameters;
        }
        var copies = new ArrayList<Map<String, Object>>();
        for (var parameter : list) {
            var copy = tree(parameter);
            var schema = tree(copy.get("schema"));
            if (schema.get("allOf") instanceof List<?> parts) {
                var joined = new LinkedHashMap<String, Object>();
                parts.forEach(part -> joined.putAll(tree(part)));
                if (joined.containsKey("default") && joined.remove("$ref") instanceof String reference) {
                    joined.putAll(tree(schemas.get(reference.substring(SCHEMAS.length()))));
                    copy.put("schema", joined);
                }
            }
            copies.add(copy);
        }
        return copies;
    }

    private Map<String, Object> withPatchSchema(Map<String, Object> body) {
        var content = tree(body.get("content"));
        content.computeIfPresent(MERGE_PATCH, (type, described) -> {
            var media = tree(described);
            if (tree(media.get("schema")).get("$ref") instanceof String reference) {
                var name = reference.substring(SCHEMAS.length());
                var patch = name + "Patch";
                schemas.put(patch, patchOf(tree(schemas.get(name))));
                patched.add(name);
                media.put("schema", Map.of("$ref", SCHEMAS + patch));
            }
            return media;
        });
        body.put("content", content);
        return body;
    }

    private static Map<String, Object> patchOf(Map<String, Object> schema) {
        var required = schema.remove("required") instanceof List<?> names ? names : List.of();
        var properties = tree(schema.get("properties"));
        properties.replaceAll((name, property) -> {
            var patched = tree(property);
            if (!required.contains(name) && patched.get("type") instanceof String type) {
                patched.put("type", List.of(type, "null"));
            }
            return patched;
        });
        schema.put("properties", properties);
        return schema;
    }

    private static boolean refersTo(String reference, @Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map -> map.values().stream().anyMatch(value -> refersTo(reference, value));
            case Collection<?> many -> many.stream().anyMatch(value -> refersTo(reference, value));
            case null, default -> reference.equals(node);
        };
    }

    private static Map<String, Object> answers(Map<String, Object> declared, boolean hasBody) {
        var answers = new TreeMap<>(declared);
        EVERYWHERE.keySet().forEach(status -> answers.putIfAbsent(status, reference(status)));
        if (hasBody) {
            answers.putIfAbsent("408", reference("408"));
        }
        answers.replaceAll((status, answer) -> withHeaders(status, tree(answer)));
        return answers;
    }

    private static Map<String, Object> reference(String status) {
        return Map.of("$ref", "#/components/responses/" + status);
    }

    private static Map<String, Object> withHeaders(String status, Map<String, Object> answer) {
        if (answer.containsKey("$ref")) {
            return answer;
        }
        var headers = tree(answer.get("headers"));
        headers.putIfAbsent("Request-Id", header("RequestId"));
        switch (status) {
            case "401" -> headers.putIfAbsent("WWW-Authenticate", header("WwwAuthenticate"));
            case "405" -> headers.putIfAbsent("Allow", header("Allow"));
            case "429", "503" -> headers.putIfAbsent("Retry-After", header("RetryAfter"));
            default -> {}
        }
        answer.put("headers", headers);
        return answer;
    }

    private static Map<String, Object> header(String name) {
        return Map.of("$ref", "#/components/headers/" + name);
    }

    private static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("RequestId", header("string", "What the log calls the request; your own, if you sent one"));
        headers.put("RetryAfter", header("integer", "Seconds until trying again may help"));
        headers.put("WwwAuthenticate", header("string", "`Bearer`"));
        headers.put("Allow", header("string", "The methods of the path"));
        return headers;
    }

    private static Map<String, Object> header(String type, String description) {
        return Map.of("description", description, "schema", Map.of("type", type));
    }

    private static Map<String, Object> problem(String description) {
        var schema = Map.of("$ref", SCHEMAS + "Problem");
        return Map.of(
                "description", description, "content", Map.of("application/problem+json", Map.of("schema", schema)));
    }

    private static Map<String, Object> tree(@Nullable Object node) {
        var copy = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
