package run.harrier.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An operation of an OpenAPI document.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param json what the document says of it
 */
public record Operation(String method, String path, JsonNode json) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** A request body. */
    public record Body(String mediaType, BodyPublisher content) {}

    public Set<String> relations() {
        return texts(json.path("x-allowed-relations"));
    }

    /** Empty when it is not for partners. */
    public String scope() {
        return json.path("x-partner-scope").asText();
    }

    public boolean isAbout(String parameter) {
        return path.contains("{" + parameter + "}");
    }

    public boolean reads() {
        return method.equals("GET");
    }

    public boolean hasBody() {
        return json.has("requestBody");
    }

    public List<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** Whether a path of a request is one of this operation. */
    boolean matches(String asked) {
        return Pattern.matches(PARAMETER.matcher(path).replaceAll("[^/]+"), asked);
    }

    public Set<String> statuses() {
        var statuses = new TreeSet<String>();
        json.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    /** The path with these in the place of its parameters. */
    public String at(Map<String, String> ids) {
        return PARAMETER.matcher(path).replaceAll(found -> {
            var id = ids.get(found.group(1));
            if (id == null) {
                throw new AssertionError("the scene has no " + found.group(1) + " for " + this);
            }
            return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        });
    }

    /** What cannot be read, in the first of its media types. */
    public Body broken() {
        return new Body(
                json.path("requestBody").path("content").fieldNames().next(), BodyPublishers.ofString("{broken"));
    }

    /** All examples of all media types; in those of JSON a field that these name is theirs. */
    public List<Body> examples(Map<String, String> ids) {
        var bodies = new ArrayList<Body>();
        json.path("requestBody")
                .path("content")
                .properties()
                .forEach(content -> content.getValue()
                        .path("examples")
                        .forEach(example ->
                                bodies.add(new Body(content.getKey(), content(example, isBinary(content), ids)))));
        return bodies;
    }

    private static boolean isBinary(Map.Entry<String, JsonNode> content) {
        return content.getValue().path("schema").path("format").asText().equals("binary");
    }

    /** An example of bytes is written in Base64. */
    private static BodyPublisher content(JsonNode example, boolean isBinary, Map<String, String> ids) {
        if (isBinary) {
            return BodyPublishers.ofByteArray(
                    Base64.getDecoder().decode(example.path("value").asText()));
        }
        var value = example.path("value").deepCopy();
        ids.forEach((name, id) ->
                value.findParents(name).forEach(parent -> ((ObjectNode) parent).set(name, TextNode.valueOf(id))));
        return BodyPublishers.ofString(value.isTextual() ? value.asText() : value.toString());
    }

    static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Operation of(String path, Map.Entry<String, JsonNode> method) {
        return new Operation(method.getKey().toUpperCase(Locale.ROOT), path, method.getValue());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
