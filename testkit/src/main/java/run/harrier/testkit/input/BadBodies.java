package run.harrier.testkit.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bodies that are wrong in one place each, made from the schema and the example of an operation: every field in turn is
 * of another type, null, missing, out of all range, far too long, or holds what no text may hold.
 */
final class BadBodies {
    private static final String PLACE = "the place of the fault";
    private static final List<String> NO_TEXT = List.of("7", "true", "[]", "{}", "[\"x\"]");
    private static final List<String> NO_NUMBER = List.of(
            "\"5\"",
            "\"\"",
            "\"NaN\"",
            "\"Infinity\"",
            "NaN",
            "Infinity",
            "true",
            "[]",
            "{}",
            "[5]",
            "-1",
            "-1e308",
            "1e308",
            "1e400",
            "-1e400",
            "99999999999999999999",
            "1e-400000000");
    private static final String ENDLESS_NUMBER = "1" + "0".repeat(2_000);
    private static final List<String> NO_DAY = List.of(
            "\"\"",
            "\"yesterday\"",
            "\"0000-00-00\"",
            "\"2026-02-30\"",
            "\"2026-9-6\"",
            "\"2199-12-31\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"-0044-03-15\"",
            "\"+999999999-12-31\"",
            "20000",
            "20000.5",
            "[2026,9,6]");

    private final JsonNode document;
    private final boolean mergePatch;
    private final ObjectNode example;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * One bad body.
     *
     * @param pointer the field at fault; empty for the whole
     * @param certain whether it has to be refused; what need not be must still not be an error of the service
     */
    record Fault(String name, String pointer, String body, boolean certain) {}

    private BadBodies(JsonNode document, ObjectNode example, boolean mergePatch) {
        this.document = document;
        this.example = example;
        this.mergePatch = mergePatch;
    }

    /** A merge-patch may leave out what is required, and say null of what is not. */
    static List<Fault> of(JsonNode document, JsonNode schema, ObjectNode example, boolean mergePatch) {
        var bodies = new BadBodies(document, example, mergePatch);
        bodies.fields(schema, "", example);
        bodies.whole(bodies.resolved(schema));
        return bodies.faults;
    }

    private void whole(JsonNode schema) {
        var text = example.toString();
        for (var body : List.of("", "null", "[]", "7", "\"x\"", "{broken", text.substring(0, text.length() - 1))) {
            faults.add(new Fault("the body is " + body, "", body, true));
        }
        faults.add(new Fault("something follows the body", "", text + " {}", true));
        var name = example.fieldNames().next();
        var twice = "{\"" + name + "\": " + example.get(name) + ", " + text.substring(1);
        faults.add(new Fault(name + " is there twice", "/" + name, twice, true));
        faults.add(new Fault("deep nesting", "/" + name, with("/" + name, "[".repeat(20) + "]".repeat(20)), true));
        faults.add(new Fault("endless nesting", "", with("/" + name, "[".repeat(50_000)), true));
        faults.add(new Fault(
                "an empty object", "", "{}", !mergePatch && !required(schema).isEmpty()));
    }

    private void fields(JsonNode anySchema, String parent, JsonNode present) {
        var schema = resolved(anySchema);
        add("an unknown field", parent + "/unheardOf", "1", true);
        add("an unknown object", parent + "/unheardOf", "{\"a\": [{}]}", true);
        for (var property : schema.path("properties").properties()) {
            var pointer = parent + "/" + property.getKey();
            var required = required(schema).contains(property.getKey());
            var field = resolved(property.getValue());
            add("null", pointer, "null", required);
            if (required && !mergePatch) {
                var left = example.deepCopy();
                ((ObjectNode) left.at(parent)).remove(property.getKey());
                faults.add(new Fault(pointer + " is missing", pointer, left.toString(), true));
            }
            values(field, pointer, present.path(property.getKey()));
        }
    }

    private void values(JsonNode field, String pointer, JsonNode present) {
        if (field.has("enum")) {
            NO_TEXT.forEach(value -> add(value, pointer, value, true));
            text(pointer, true);
            add("no constant", pointer, "\"NOPE\"", true);
            add("empty", pointer, "\"\"", true);
            add("0", pointer, "0", true);
            return;
        }
        switch (type(field)) {
            case "string" -> {
                if (field.path("format").asText().startsWith("date")) {
                    NO_TEXT.forEach(value -> add(value, pointer, value, true));
                    NO_DAY.forEach(value -> add(value, pointer, value, true));
                } else {
                    NO_TEXT.forEach(value -> add(value, pointer, value, true));
                    add("empty", pointer, "\"\"", false);
                }
                text(pointer, true);
            }
            case "integer" -> {
                NO_NUMBER.forEach(value -> add(value, pointer, value, true));
                endless(pointer);
                add("1.5", pointer, "1.5", true);
                add("-0", pointer, "-0", false);
            }
            case "number" -> {
                endless(pointer);
                NO_NUMBER.stream()
                        .filter(value -> !value.startsWith("1e-"))
                        .forEach(value -> add(value, pointer, value, true));
                List.of("-0", "-0.0", "1e-300", "1e-400000000").forEach(value -> add(value, pointer, value, false));
            }
            case "boolean" ->
                List.of("\"true\"", "1", "0", "[]", "{}", "[true]").forEach(value -> add(value, pointer, value, true));
            case "array" -> {
                List.of("{}", "\"x\"", "7", "true", "[null]", "[[]]", "[7]", "[\"\\u0000\"]", "{\"a\": 1}")
                        .forEach(value -> add(value, pointer, value, true));
                many(field, pointer, present);
                var items = resolved(field.path("items"));
                if (items.has("properties") && present instanceof ArrayNode array && !array.isEmpty()) {
                    fields(items, pointer + "/0", array.get(0));
                }
            }
            default -> {
                List.of("7", "\"x\"", "[]", "true").forEach(value -> add(value, pointer, value, true));
                if (field.has("properties") && present.isObject()) {
                    fields(field, pointer, present);
                }
            }
        }
    }

    private void endless(String pointer) {
        faults.add(new Fault(pointer + " is an endless number", "", with(pointer, ENDLESS_NUMBER), true));
    }

    private void many(JsonNode field, String pointer, JsonNode present) {
        if (present instanceof ArrayNode array && !array.isEmpty()) {
            var many = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 10_000; i++) {
                many.add(array.get(0));
            }
            add(
                    "ten thousand",
                    pointer,
                    many.toString(),
                    !field.path("uniqueItems").asBoolean());
        }
    }

    private void text(String pointer, boolean certain) {
        add("the character 0", pointer, "\"a\\u0000b\"", certain);
        add("half a character", pointer, "\"a\\ud800b\"", certain);
        add("the other half", pointer, "\"\\udc00\"", certain);
        add("100,000 characters", pointer, '"' + "x".repeat(100_000) + '"', certain);
    }

    private void add(String what, String pointer, String json, boolean certain) {
        var name = pointer + " is " + (what.length() > 40 ? what.substring(0, 40) + "…" : what);
        faults.add(new Fault(name, pointer, with(pointer, json), certain));
    }

    /** The example with this JSON, sound or not, in one place. */
    private String with(String pointer, String json) {
        var body = example.deepCopy();
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, cut))).put(pointer.substring(cut + 1), PLACE);
        return body.toString().replace('"' + PLACE + '"', json);
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.get("$ref").asText().substring(1)));
        }
        for (var choice : List.of("allOf", "oneOf", "anyOf")) {
            for (var option : schema.path(choice)) {
                if (!"null".equals(option.path("type").asText())) {
                    return resolved(option);
                }
            }
        }
        return schema;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            for (var one : type) {
                if (!"null".equals(one.asText())) {
                    return one.asText();
                }
            }
        }
        return type.asText(schema.has("properties") ? "object" : "");
    }

    private static Set<String> required(JsonNode schema) {
        var required = new LinkedHashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return required;
    }
}
