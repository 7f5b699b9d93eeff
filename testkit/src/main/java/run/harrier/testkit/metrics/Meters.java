package run.harrier.testkit.metrics;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The meters of the service that the running {@code @QuarkusTest} has started, read over HTTP. */
public final class Meters {
    private Meters() {}

    /** The values of one meter by its labels, such as {@code format="fit",outcome="stored"}. An exemplar may follow each. */
    public static Map<String, Double> of(String meter) {
        var metrics = RestAssured.given()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Pattern.compile("^" + meter + "\\{([^}]*)} (\\S+)", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Double.valueOf(line.group(2))));
    }

    /** How much the meters have grown; those that have not are left out. */
    public static Map<String, Double> growth(Map<String, Double> before, Map<String, Double> after) {
        return after.entrySet().stream()
                .filter(meter -> meter.getValue() > before.getOrDefault(meter.getKey(), 0.0))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, meter -> meter.getValue() - before.getOrDefault(meter.getKey(), 0.0)));
    }
}
