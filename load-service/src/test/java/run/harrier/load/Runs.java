package run.harrier.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import run.harrier.testkit.access.Tokens;

/** Requests about one athlete, as somebody who signed in. */
public record Runs(UUID athlete, String token) {
    public static final String FIT = "application/vnd.ant.fit";
    public static final String TCX = "application/vnd.garmin.tcx+xml";
    public static final String GPX = "application/gpx+xml";
    public static final String JSON = "application/json";
    /** The day in UTC at which the clock of the component tests stands. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    public static Runs of(UUID athlete, String person) {
        return new Runs(athlete, Tokens.person(person));
    }

    /** Eight in the morning UTC, so many days before {@link #TODAY}. */
    public static Instant daysAgo(int days) {
        return TODAY.minusDays(days).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    public RequestSpecification asking() {
        return given().auth().oauth2(token);
    }

    public String path() {
        return "/api/v1/athletes/" + athlete;
    }

    public ValidatableResponse upload(String type, byte[] body) {
        return asking().contentType(type)
                .body(body)
                .post(path() + "/activities")
                .then();
    }

    public ValidatableResponse enter(String json) {
        return asking().contentType(JSON)
                .body(json)
                .post(path() + "/activities")
                .then();
    }

    /** An easy run by hand; its id. */
    public String enter(Instant start, int minutes, int rpe) {
        return enter("""
                {"sport": "RUN", "startedAt": "%s", "durationSeconds": %d, "rpe": %d}""".formatted(start, 60 * minutes, rpe))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public ValidatableResponse get(String below) {
        return asking().get(path() + below).then();
    }

    public ValidatableResponse patch(String id, String json) {
        return asking().contentType("application/merge-patch+json")
                .body(json)
                .patch(path() + "/activities/" + id)
                .then();
    }

    public ValidatableResponse delete(String id) {
        return asking().delete(path() + "/activities/" + id).then();
    }

    public ValidatableResponse put(String below, String json) {
        return asking().contentType(JSON).body(json).put(path() + below).then();
    }

    /** One figure of each day of the series up to today. */
    public <T> List<T> series(String figure, LocalDate from, Class<T> type) {
        JsonPath load = get("/load?from=" + from + "&to=" + TODAY)
                .statusCode(200)
                .extract()
                .jsonPath();
        return load.getList("days." + figure, type);
    }

    /** The whole series up to today is that of another athlete, to 1e-9. */
    public void assertSameSeries(Runs other, LocalDate from) {
        var query = "/load?from=" + from + "&to=" + TODAY;
        assertSame("", tree(get(query)), tree(other.get(query)));
    }

    /** So many requests at the same moment. */
    public static <T> List<T> atOnce(int copies, IntFunction<T> call) throws Exception {
        try (var callers = Executors.newFixedThreadPool(copies)) {
            var calls = IntStream.range(0, copies)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            return callers.invokeAll(calls).stream().map(Runs::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(ValidatableResponse answer) {
        try {
            return new ObjectMapper().readTree(answer.statusCode(200).extract().asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(String place, JsonNode one, JsonNode other) {
        assertThat(one.getNodeType()).as(place).isEqualTo(other.getNodeType());
        assertThat(one.size()).as(place).isEqualTo(other.size());
        if (one.isNumber()) {
            assertThat(one.doubleValue()).as(place).isCloseTo(other.doubleValue(), within(1e-9));
        } else if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                assertSame(place + "/" + i, one.get(i), other.get(i));
            }
        } else if (one.isObject()) {
            one.fieldNames().forEachRemaining(name -> {
                assertThat(other.has(name)).as(place + "/" + name).isTrue();
                assertSame(place + "/" + name, one.get(name), other.get(name));
            });
        } else {
            assertThat(one).as(place).isEqualTo(other);
        }
    }
}
