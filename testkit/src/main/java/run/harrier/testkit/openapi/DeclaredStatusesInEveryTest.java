package run.harrier.testkit.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts {@link DeclaredStatuses} before every component test. */
public final class DeclaredStatusesInEveryTest implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(DeclaredStatuses.class::isInstance)) {
            RestAssured.filters(new DeclaredStatuses());
        }
    }
}
