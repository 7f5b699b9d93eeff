package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.StackConfig;
import run.harrier.system.RunningStack;

/** The database is killed under running services and given back; no service is started again. */
@ExtendWith(RunningStack.class)
class KilledDatabaseIT {
    private static final int UPLOADS = 40;
    private static final int RUNNERS = 4;

    private static final List<Part> SERVICES = List.of(Part.ATHLETE, Part.PLAN, Part.LOAD);

    private static Stack stack;
    private static StackConfig config;

    @BeforeAll
    static void start(Stack running) {
        stack = running;
        config = running.config();
    }

    @Test
    void while_the_database_is_away_everybody_hears_503_and_afterwards_everything_goes_on() throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, RUNNERS);
        var asked = Asked.of(runners.getFirst(), config);
        try (var uploads = new Uploads(config, runners, round(Uploads.Key.ONE_FOR_ALL_TRIES))) {
            var before = asked.answers();
            uploads.letGo(15);
            uploads.awaitAcknowledged(8);
            stack.kill(Part.POSTGRESQL);
            uploads.letGo(10);
            asked.allAreUnavailable();
            SERVICES.forEach(service -> {
                assertThat(health(service, "ready")).as(service.label()).isEqualTo(503);
                assertThat(health(service, "live")).as(service.label()).isEqualTo(200);
            });
            stack.start(Part.POSTGRESQL);
            asked.awaitAnswers(before);
            SERVICES.forEach(service ->
                    await(service.label()).atMost(Duration.ofSeconds(15)).until(() -> health(service, "ready") == 200));
            books.agreeWith(uploads.finish());
        }
        assertThat(Stream.of(Part.values()).filter(part -> !stack.runs(part))).isEmpty();
    }

    @Test
    void a_service_that_is_started_while_its_database_is_away_waits_for_it() {
        stack.kill(Part.POSTGRESQL);
        stack.stop(Part.PLAN);
        var starting = CompletableFuture.runAsync(() -> stack.start(Part.PLAN), Thread::startVirtualThread);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lines(Part.PLAN).stream().anyMatch(line -> line.startsWith("Retrying in ")));
        stack.start(Part.POSTGRESQL);
        starting.join();
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
