package run.harrier.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One of the realm's people with a real token, asking the gateway. Paths begin after {@code /api/v1}. */
final class SignedIn {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI api;
    private final String token;

    /** By the password grant; the password is the name. */
    SignedIn(URI gateway, URI issuer, String name) {
        this.api = gateway.resolve("/api/v1");
        this.token = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=harrier-dev&username=" + name + "&password=" + name)))
                .expect(200)
                .text("access_token");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    /** A file as it is. */
    Answer upload(String path, String contentType, String file) {
        return send(request(path).setHeader("Content-Type", contentType).POST(BodyPublishers.ofString(file)));
    }

    Answer put(String path, String json) {
        return send(request(path).PUT(BodyPublishers.ofString(json)));
    }

    Answer patch(String path, int revision, String json) {
        return send(request(path)
                .header("If-Match", "\"" + revision + "\"")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder builder) {
        var request = builder.timeout(PATIENCE).build();
        var asked = request.method() + " " + request.uri();
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            var body = JSON.readTree(response.body());
            return new Answer(asked, response.statusCode(), body == null ? MissingNode.getInstance() : body);
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + asked + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at " + asked, e);
        }
    }

    /** What came back; the body is a missing node where there was none. */
    record Answer(String asked, int status, JsonNode body) {

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException(asked + " answered " + status + " instead of " + wanted + ": " + body);
            }
            return this;
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }
}
