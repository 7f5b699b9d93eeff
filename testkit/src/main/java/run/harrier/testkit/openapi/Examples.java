package run.harrier.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The examples of bodies in an OpenAPI document, each against its schema. */
final class Examples {
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();

    private final JsonNode document;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final List<String> flaws = new ArrayList<>();

    private Examples(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with them; empty when nothing is. */
    static List<String> flaws(OpenApiDocument document) {
        var examples = new Examples(document.json());
        for (var operation : document.operations()) {
            examples.check(operation + " body", operation.json().path("requestBody"));
            operation
                    .json()
                    .path("responses")
                    .properties()
                    .forEach(response -> examples.check(operation + " " + response.getKey(), response.getValue()));
        }
        document.json()
                .at("/components/responses")
                .properties()
                .forEach(response -> examples.check("the response " + response.getKey(), response.getValue()));
        return examples.flaws;
    }

    private void check(String where, JsonNode answer) {
        answer.path("content").forEach(content -> {
            if (content.has("example")) {
                check(where, content.path("schema"), content.path("example"));
            }
            content.path("examples")
                    .properties()
                    .forEach(example -> check(
                            where + " " + example.getKey(),
                            content.path("schema"),
                            example.getValue().path("value")));
        });
    }

    /** Bytes and texts of other formats have no schema to hold them against. */
    private void check(String where, JsonNode schema, JsonNode example) {
        if (example.isTextual()) {
            return;
        }
        var root = JsonNodeFactory.instance.objectNode();
        root.set("components", document.path("components"));
        root.putArray("allOf").add(schema);
        schemas.getSchema(root, CONFIG)
                .validate(example)
                .forEach(violation -> flaws.add("the example of " + where + ": " + violation));
    }
}
