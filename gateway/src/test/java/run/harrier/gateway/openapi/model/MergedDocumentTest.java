package run.harrier.gateway.openapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.openapi.model.MergedDocument.Part;

class MergedDocumentTest {
    private static final String ZONE_BY_HEART_RATE = "{\"type\": \"object\"}";
    private static final String ZONE_BY_PACE = "{\"type\": \"string\"}";

    @Test
    void a_component_that_two_parts_describe_alike_appears_once() {
        var merged = merge(
                part("Athlete", schemas("Zone", ZONE_BY_HEART_RATE), operation("/a", "getA", "Zone")),
                part("Plan", schemas("Zone", ZONE_BY_HEART_RATE), operation("/b", "getB", "Zone")));

        assertThat(schemas(merged).fieldNames()).containsExactly("Zone", "Own");
        assertThat(schemaOf(merged, "/b")).isEqualTo("#/components/schemas/Zone");
    }

    @Test
    void a_component_that_two_parts_describe_differently_appears_twice() {
        var merged = merge(
                part("Athlete", schemas("Zone", ZONE_BY_HEART_RATE), operation("/a", "getA", "Zone")),
                part("Plan", schemas("Zone", ZONE_BY_PACE), operation("/b", "getB", "Zone")));

        assertThat(schemas(merged).getJsonObject("Zone").getString("type")).isEqualTo("object");
        assertThat(schemas(merged).getJsonObject("Plan_Zone").getString("type")).isEqualTo("string");
        assertThat(schemaOf(merged, "/a")).isEqualTo("#/components/schemas/Zone");
        assertThat(schemaOf(merged, "/b")).isEqualTo("#/components/schemas/Plan_Zone");
    }

    @Test
    void a_component_that_refers_to_what_differs_differs_too_however_far_away() {
        var chain = ", \"Step\": {\"zone\": {\"$ref\": \"#/components/schemas/Zone\"}},"
                + " \"Session\": {\"step\": {\"$ref\": \"#/components/schemas/Step\"}}";
        var merged = merge(
                part("Athlete", schemas("Zone", ZONE_BY_HEART_RATE + chain), operation("/a", "getA", "Session")),
                part("Plan", schemas("Zone", ZONE_BY_PACE + chain), operation("/b", "getB", "Session")));

        assertThat(schemaOf(merged, "/b")).isEqualTo("#/components/schemas/Plan_Session");
        assertThat(schemas(merged).getJsonObject("Plan_Session").encode()).contains("#/components/schemas/Plan_Step");
        assertThat(schemas(merged).getJsonObject("Plan_Step").encode()).contains("#/components/schemas/Plan_Zone");
        assertThat(schemas(merged).getJsonObject("Step").encode()).contains("\"#/components/schemas/Zone\"");
    }

    @Test
    void an_operation_keeps_its_id_unless_it_is_taken() {
        var merged = merge(
                part("Athlete", schemas("Zone", ZONE_BY_PACE), operation("/a", "get", "Zone")),
                part("Plan", schemas("Zone", ZONE_BY_PACE), operation("/b", "get", "Zone")));

        assertThat(operation(merged, "/a").getString("operationId")).isEqualTo("get");
        assertThat(operation(merged, "/b").getString("operationId")).isEqualTo("Plan_get");
    }

    @Test
    void what_a_part_does_not_publish_is_left_out() {
        var hidden = new Part(
                "Plan",
                part("Plan", schemas("Zone", ZONE_BY_PACE), operation("/b", "get", "Zone"))
                        .document(),
                path -> false);

        assertThat(merge(hidden).getJsonObject("paths").fieldNames()).containsExactly("/own");
    }

    @Test
    void what_only_such_a_path_refers_to_is_left_out() {
        var schemas = schemas("Zone", ZONE_BY_PACE) + ", "
                + schemas("Step", "{\"zone\": {\"$ref\": \"#/components/schemas/Zone\"}}");
        var paths = operation("/b", "getB", "Step") + ", " + operation("/c", "getC", "Zone");
        var part = part("Plan", schemas, paths);

        assertThat(schemas(merge(new Part("Plan", part.document(), "/b"::equals)))
                        .fieldNames())
                .containsExactlyInAnyOrder("Zone", "Step", "Own");
        assertThat(schemas(merge(new Part("Plan", part.document(), "/c"::equals)))
                        .fieldNames())
                .containsExactlyInAnyOrder("Zone", "Own");
    }

    @Test
    void the_whole_has_one_title_and_a_relative_address() {
        var merged = merge();

        assertThat(merged.getString("openapi")).isEqualTo("3.1.0");
        assertThat(merged.getJsonObject("info").getString("title")).isEqualTo("Gateway");
        assertThat(merged.getJsonArray("servers").encode()).isEqualTo("[{\"url\":\"/\"}]");
    }

    private static JsonObject merge(Part... parts) {
        var own = part("Gateway", schemas("Own", "{}"), operation("/own", "getOwn", "Own"));
        return new JsonObject(MergedDocument.of(own, List.of(parts)));
    }

    private static Part part(String name, String schemas, String path) {
        var document = new JsonObject("{\"info\": {\"title\": \"" + name + "\"}, \"components\": {\"schemas\": {"
                + schemas + "}}, \"paths\": {" + path + "}}");
        return new Part(name, document.getMap(), anyPath -> true);
    }

    private static String schemas(String name, String schema) {
        return "\"" + name + "\": " + schema;
    }

    private static String operation(String path, String id, String schema) {
        return "\"" + path + "\": {\"get\": {\"operationId\": \"" + id
                + "\", \"schema\": {\"$ref\": \"#/components/schemas/" + schema + "\"}}}";
    }

    private static JsonObject schemas(JsonObject merged) {
        return merged.getJsonObject("components").getJsonObject("schemas");
    }

    private static JsonObject operation(JsonObject merged, String path) {
        return merged.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
    }

    private static String schemaOf(JsonObject merged, String path) {
        return operation(merged, path).getJsonObject("schema").getString("$ref");
    }
}
