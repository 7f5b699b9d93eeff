package run.harrier.platform.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * In the service that owns access: when the relay confirms the shards, so that the other services know up to when they
 * have received every change of access (D23).
 */
@ApplicationScoped
@IfBuildProperty(name = "harrier.access.owner", stringValue = "true")
class ShardConfirmation {
    /** In real time, as everything of the relay: a shifted business day must not make a right look fresh or stale. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private volatile Instant last = Instant.EPOCH;

    boolean isDue(Instant now) {
        return now.isAfter(last.plus(INTERVAL));
    }

    void done(Instant now) {
        last = now;
    }
}
