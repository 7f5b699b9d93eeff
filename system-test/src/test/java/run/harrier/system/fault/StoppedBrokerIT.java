package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.StackConfig;
import run.harrier.system.RunningStack;

/** The broker is taken away from running services and given back; no service is started again. */
@ExtendWith(RunningStack.class)
class StoppedBrokerIT {
    private static final int UPLOADS = 40;
    private static final int RUNNERS = 4;

    /**
     * Longer than a relay tries one send (delivery.timeout.ms, 10 s) and than consumers keep their place
     * (session.timeout.ms, 6 s): each has to begin anew.
     */
    private static final Duration BROKER_AWAY = Duration.ofSeconds(Boolean.getBoolean("harrier.long") ? 60 : 14);

    private static final List<Part> SERVICES = List.of(Part.ATHLETE, Part.PLAN, Part.LOAD);

    private static Stack stack;
    private static StackConfig config;

    @BeforeAll
    static void start(Stack running) {
        stack = running;
        config = running.config();
    }

    @Test
    void uploads_are_acknowledged_while_the_broker_is_away_and_told_in_order_when_it_is_back() throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, RUNNERS);
        try (var uploads = new Uploads(config, runners, round(Uploads.Key.NONE))) {
            uploads.letGo(10);
            uploads.awaitAcknowledged(10);
            var said = lines(Part.LOAD).size();
            stack.stop(Part.KAFKA);
            var since = Instant.now();
            uploads.letGo(20);
            uploads.awaitAcknowledged(30);
            await().atMost(BROKER_AWAY.plusSeconds(5)).until(() -> Instant.now().isAfter(since.plus(BROKER_AWAY)));
            SERVICES.forEach(service ->
                    assertThat(health(service, "ready")).as(service.label()).isEqualTo(200));
            var complaints = lines(Part.LOAD).stream().skip(said).toList();
            assertThat(complaints)
                    .filteredOn(line -> line.contains("the outbox waits"))
                    .hasSize(1);
            assertThat(complaints).filteredOn(line -> line.startsWith("20")).hasSizeLessThan(40);
            stack.start(Part.KAFKA);
            books.agreeWith(uploads.finish());
        }
    }

    private static Round round(Uploads.Key key) {
        return new Round(Long.getLong("harrier.seed", System.nanoTime()), RUNNERS, UPLOADS, 1, key);
    }

    private static List<String> lines(Part service) {
        try {
            return Files.readAllLines(config.log(service));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int health(Part service, String which) {
        return RestAssured.get(config.address(service).resolve("/q/health/" + which))
                .statusCode();
    }
}
