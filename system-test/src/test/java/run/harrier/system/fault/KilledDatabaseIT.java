package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.system.RunningStack;

/** The database is killed under running services and given back; no service is started again. */
@ExtendWith(RunningStack.class)
class KilledDatabaseIT {
    @Test
    void while_the_database_is_away_everybody_hears_503_and_afterwards_everything_goes_on(Stack stack)
            throws Exception {
        var config = stack.config();
        var asked = ServiceRequests.of(SignedUpAthlete.anyRunners(config, 1).getFirst(), config);
        try (var uploads = new Uploads(config, FaultRound.small(Uploads.Key.ONE_FOR_ALL_TRIES))) {
            var before = asked.answers();
            uploads.letGo(15);
            uploads.awaitAcknowledged(8);
            stack.kill(Part.POSTGRESQL);
            uploads.letGo(10);
            asked.allAreUnavailable();
            Health.READY.assertIs(503, config);
            Health.LIVE.assertIs(200, config);
            stack.start(Part.POSTGRESQL);
            asked.awaitAnswers(before);
            Health.READY.awaitIs(200, config);
            uploads.balance();
        }
        assertThat(Stream.of(Part.values()).filter(part -> !stack.runs(part))).isEmpty();
    }

    @Test
    void a_service_that_is_started_while_its_database_is_away_waits_for_it(Stack stack) {
        var logs = new ServiceLogs(stack.config());
        stack.kill(Part.POSTGRESQL);
        stack.stop(Part.PLAN);
        var starting = CompletableFuture.runAsync(() -> stack.start(Part.PLAN), Thread::startVirtualThread);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> logs.of(Part.PLAN).stream().anyMatch(line -> line.contains("Retrying in ")));
        stack.start(Part.POSTGRESQL);
        starting.join();
    }
}
