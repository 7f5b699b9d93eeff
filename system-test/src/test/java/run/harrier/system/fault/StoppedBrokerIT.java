package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.system.RunningStack;

/** The broker is taken away from running services and given back; no service is started again. */
@ExtendWith(RunningStack.class)
class StoppedBrokerIT {
    /**
     * Longer than a relay tries one send (delivery.timeout.ms, 10 s) and than consumers keep their place
     * (session.timeout.ms, 6 s): each has to begin anew.
     */
    private static final Duration BROKER_AWAY = Duration.ofSeconds(Boolean.getBoolean("harrier.long") ? 60 : 14);

    @Test
    void uploads_are_acknowledged_while_the_broker_is_away_and_told_in_order_when_it_is_back(Stack stack)
            throws Exception {
        var config = stack.config();
        try (var uploads = new Uploads(config, FaultRound.small(Uploads.Key.NONE))) {
            uploads.letGo(10);
            uploads.awaitAcknowledged(10);
            var logs = new ServiceLogs(config);
            stack.stop(Part.KAFKA);
            var since = Instant.now();
            uploads.letGo(20);
            uploads.awaitAcknowledged(30);
            await().atMost(BROKER_AWAY.plusSeconds(5)).until(() -> Instant.now().isAfter(since.plus(BROKER_AWAY)));
            Health.READY.assertIs(200, config);
            var complaints = logs.of(Part.LOAD);
            assertThat(complaints)
                    .filteredOn(line -> line.contains("the outbox waits"))
                    .hasSize(1);
            assertThat(complaints).filteredOn(line -> line.startsWith("20")).hasSizeLessThan(40);
            stack.start(Part.KAFKA);
            uploads.balance();
        }
    }
}
