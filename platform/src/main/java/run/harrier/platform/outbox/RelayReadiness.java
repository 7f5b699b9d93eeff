package run.harrier.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready when the relay's loop no longer turns; a broker or database that is away lets it turn. */
@Readiness
@ApplicationScoped
class RelayReadiness implements HealthCheck {
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final OutboxRelay relay;

    RelayReadiness(OutboxRelay relay, MeterRegistry meters) {
        this.relay = relay;
        TimeGauge.builder(
                        "harrier.outbox.relay.idle",
                        relay,
                        TimeUnit.MILLISECONDS,
                        r -> r.sinceLastCycle().toMillis())
                .description("time since the outbox's relay ended a cycle")
                .register(meters);
    }

    @Override
    public HealthCheckResponse call() {
        var idle = relay.sinceLastCycle();
        return HealthCheckResponse.named("outbox relay")
                .status(idle.compareTo(STANDSTILL) < 0)
                .withData("secondsSinceLastCycle", idle.toSeconds())
                .build();
    }
}
