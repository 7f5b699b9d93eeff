package run.harrier.gateway.openapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class PortableDocumentTest {
    private static final JsonObject DOCUMENT = new JsonObject(PortableDocument.of(new JsonObject("""
            {"paths": {"/api/v1/runs/{id}": {
                "parameters": [{"name": "id", "in": "path", "schema": {"$ref": "#/components/schemas/UUID"}}],
                "patch": {
                    "requestBody": {"content": {"application/merge-patch+json": {
                        "schema": {"$ref": "#/components/schemas/Run"}}}},
                    "responses": {"200": {"description": "Changed"}, "401": {"$ref": "#/components/responses/401"}}},
                "get": {
                    "parameters": [{"name": "sport", "in": "query",
                        "schema": {"allOf": [{"$ref": "#/components/schemas/Sport"}, {"default": "RUN"}]}}],
                    "responses": {"200": {"description": "A run", "headers": {"ETag": {}}, "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Run"}}}}}},
                "post": {"security": [{"bearer": []}], "responses": {}}},
              "/api/v1/moves": {
                "patch": {"requestBody": {"content": {"application/merge-patch+json": {
                    "schema": {"$ref": "#/components/schemas/Move"}}}}}}},
             "components": {
                "responses": {"401": {"description": "No token"}, "503": {"description": "Away"}},
                "schemas": {
                    "UUID": {"type": "string", "format": "uuid"},
                    "LocalDate": {"type": "string", "format": "date"},
                    "Sport": {"type": "string", "enum": ["RUN", "HIKE"]},
                    "Move": {"type": "object", "required": ["on"], "properties": {"on": {"type": "string"}}},
                    "Run": {"type": "object", "required": ["sport", "on"], "properties": {
                        "on": {"$ref": "#/components/schemas/LocalDate", "type": "string", "description": "Its day"},
                        "sport": {"$ref": "#/components/schemas/Sport", "type": "string"},
                        "rpe": {"type": "integer"},
                        "how": {"oneOf": [{"type": "array"}, {"type": "string"}], "description": "A list or a word"},
                        "what": {"oneOf": [{"$ref": "#/components/schemas/Sport"}]}}}}}}
            """).getMap()));

    @Test
    void a_reference_to_a_plain_value_becomes_the_value() {
        assertThat(schema("Run").getJsonObject("properties").getJsonObject("on"))
                .isEqualTo(
                        new JsonObject("{\"description\": \"Its day\", \"type\": \"string\", \"format\": \"date\"}"));
        assertThat(at("paths", "/api/v1/runs/{id}")
                        .getJsonArray("parameters")
                        .getJsonObject(0)
                        .getJsonObject("schema")
                        .getString("format"))
                .isEqualTo("uuid");
        assertThat(at("components", "schemas").fieldNames()).doesNotContain("UUID", "LocalDate");
    }

    @Test
    void a_reference_to_an_enumeration_stays_and_has_no_type_beside_it() {
        assertThat(schema("Run").getJsonObject("properties").getJsonObject("sport"))
                .isEqualTo(new JsonObject("{\"$ref\": \"#/components/schemas/Sport\"}"));
    }

    @Test
    void a_choice_of_forms_that_have_no_name_is_left_to_its_description() {
        var properties = schema("Run").getJsonObject("properties");
        assertThat(properties.getJsonObject("how").fieldNames()).containsExactly("description");
        assertThat(properties.getJsonObject("what").fieldNames()).containsExactly("oneOf");
    }

    @Test
    void a_merge_patch_needs_nothing_and_takes_back_what_may_be_absent() {
        assertThat(operation("patch")
                        .getJsonObject("requestBody")
                        .getJsonObject("content")
                        .getJsonObject("application/merge-patch+json")
                        .getJsonObject("schema")
                        .getString("$ref"))
                .isEqualTo("#/components/schemas/RunPatch");
        assertThat(schema("RunPatch").containsKey("required")).isFalse();
        var properties = schema("RunPatch").getJsonObject("properties");
        assertThat(properties.getJsonObject("rpe").getValue("type")).isEqualTo(JsonArray.of("integer", "null"));
        assertThat(properties.getJsonObject("on").getValue("type")).isEqualTo("string");
        assertThat(schema("Run").getJsonArray("required")).containsExactly("sport", "on");
    }

    @Test
    void what_only_a_merge_patch_was_made_of_is_left_out() {
        assertThat(at("components", "schemas").fieldNames())
                .contains("MovePatch", "Run")
                .doesNotContain("Move");
    }

    @Test
    void an_enumeration_with_a_default_stands_in_its_parameter() {
        assertThat(operation("get").getJsonArray("parameters").getJsonObject(0).getJsonObject("schema"))
                .isEqualTo(
                        new JsonObject("{\"default\": \"RUN\", \"type\": \"string\", \"enum\": [\"RUN\", \"HIKE\"]}"));
    }

    @Test
    void what_needs_no_token_says_so() {
        assertThat(operation("get").getJsonArray("security")).isEmpty();
        assertThat(operation("post").getJsonArray("security")).hasSize(1);
    }

    @Test
    void every_operation_names_what_the_gateway_answers_and_its_headers() {
        assertThat(operation("get").getJsonObject("responses").fieldNames())
                .containsExactly("200", "405", "406", "414", "429", "431");
        assertThat(operation("patch").getJsonObject("responses").fieldNames())
                .containsExactly("200", "401", "405", "406", "408", "414", "429", "431");
        assertThat(operation("get")
                        .getJsonObject("responses")
                        .getJsonObject("200")
                        .getJsonObject("headers")
                        .fieldNames())
                .containsExactlyInAnyOrder("ETag", "Request-Id");
        var responses = at("components", "responses");
        assertThat(responses.getJsonObject("401").getJsonObject("headers").fieldNames())
                .containsExactlyInAnyOrder("Request-Id", "WWW-Authenticate");
        assertThat(responses.getJsonObject("503").getJsonObject("headers").fieldNames())
                .containsExactlyInAnyOrder("Request-Id", "Retry-After");
        assertThat(responses.getJsonObject("405").getJsonObject("headers").fieldNames())
                .containsExactlyInAnyOrder("Request-Id", "Allow");
    }

    private static JsonObject operation(String method) {
        return at("paths", "/api/v1/runs/{id}").getJsonObject(method);
    }

    private static JsonObject schema(String name) {
        return at("components", "schemas").getJsonObject(name);
    }

    private static JsonObject at(String part, String name) {
        return DOCUMENT.getJsonObject(part).getJsonObject(name);
    }
}
