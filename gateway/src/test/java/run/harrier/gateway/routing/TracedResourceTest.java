package run.harrier.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;

/** The gateway takes part in traces, as it does where somebody collects them. */
@QuarkusTest
@TestProfile(TracedResourceTest.Traced.class)
@WithTestResource(OidcIssuer.class)
@WithTestResource(ServiceStubs.class)
class TracedResourceTest {

    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false");
        }
    }

    @Test
    void the_owner_gets_one_parent_in_the_callers_trace() {
        var parents = given().header("Authorization", "Bearer " + Tokens.person("ana"))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/athletes/me")
                .jsonPath()
                .getList("headers.traceparent", String.class);

        assertThat(parents).singleElement().asString().startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        assertThat(parents.getFirst()).doesNotContain("00f067aa0ba902b7");
    }
}
