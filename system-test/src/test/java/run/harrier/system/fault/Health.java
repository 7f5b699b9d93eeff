package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/** What the services that have a database say of themselves. */
enum Health {
    LIVE("live"),
    READY("ready");

    private static final List<Part> SERVICES = List.of(Part.ATHLETE, Part.PLAN, Part.LOAD);

    private final String path;

    Health(String path) {
        this.path = "/q/health/" + path;
    }

    /** @param status 200 or 503 */
    void assertIs(int status, StackConfig config) {
        SERVICES.forEach(
                service -> assertThat(of(service, config)).as(service.label()).isEqualTo(status));
    }

    void awaitIs(int status, StackConfig config) {
        SERVICES.forEach(service ->
                await(service.label()).atMost(Duration.ofSeconds(15)).until(() -> of(service, config) == status));
    }

    private int of(Part service, StackConfig config) {
        return RestAssured.get(config.address(service).resolve(path)).statusCode();
    }
}
