package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/**
 * Uploads that go on while something is taken away: phones that send the runs of many athletes through the gateway, a
 * few at a time, in an order that the seed says, and some of them twice at the same moment. A phone that gets no
 * answer, or a 503, sends the run again until it is acknowledged; so it does with a 409 to its {@code Idempotency-Key},
 * whose claim outlives a killed service by a minute. Any other answer fails the test.
 *
 * <p>How far they go is said by {@link #letGo}, so that a fault lies between events and not between moments.
 */
final class Uploads implements AutoCloseable {
    private static final int AT_A_TIME = 4;
    private static final int TWICE_OF = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_REPEAT = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a phone names its upload with an {@code Idempotency-Key}, the same each time it sends it. */
    enum Key {
        NONE,
        ONE_FOR_ALL_TRIES
    }

    private record Upload(RunToUpload run, boolean twice) {}

    private final URI gateway;
    private final Key key;
    private final ConsistencyCheck books;
    private final List<SignedUpAthlete> runners;
    private final Random random;
    private final Queue<Upload> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore permits = new Semaphore(0);
    private final AcknowledgedRuns ledger = new AcknowledgedRuns();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService phones = Executors.newCachedThreadPool();
    private final List<Future<?>> working = new ArrayList<>();

    /** One run for each planned day of each runner, except the last days: those are for {@link #balance}. */
    Uploads(StackConfig config, FaultRound round) {
        System.out.println(round);
        this.books = new ConsistencyCheck(config);
        this.runners = SignedUpAthlete.anyRunners(config, round.runners());
        this.gateway = config.address(Part.GATEWAY);
        this.key = round.key();
        this.random = new Random(round.seed());
        var runs = new ArrayList<RunToUpload>();
        for (var runner : runners) {
            runner.planned()
                    .subList(0, runner.planned().size() - 1)
                    .forEach(day -> runs.add(RunToUpload.on(day, runner, random)));
        }
        assertThat(runs).hasSizeGreaterThanOrEqualTo(round.uploads());
        Collections.shuffle(runs, random);
        runs.subList(0, round.uploads()).forEach(run -> waiting.add(new Upload(run, random.nextInt(TWICE_OF) == 0)));
        for (int i = 0; i < AT_A_TIME; i++) {
            working.add(phones.submit(this::sendAll));
        }
    }

    /** Lets the uploads of so many more runs begin. */
    void letGo(int runs) {
        permits.release(runs);
    }

    /** Waits until so many runs are acknowledged in all. */
    void awaitAcknowledged(int runs) {
        await().atMost(PATIENCE)
                .failFast(
                        "a phone gave up",
                        () -> working.stream().anyMatch(phone -> phone.state() == Future.State.FAILED))
                .until(() -> ledger.size() >= runs);
    }

    List<UUID> athletes() {
        return runners.stream().map(SignedUpAthlete::athleteId).toList();
    }

    /**
     * Lets all go, waits for all answers, and sends one more run of each athlete: when that has come through, so has
     * everything before it, since an athlete's events keep their order. Then the books agree with what was
     * acknowledged.
     */
    void balance() throws InterruptedException, ExecutionException {
        letGo(waiting.size() + AT_A_TIME);
        for (var phone : working) {
            phone.get();
        }
        for (var runner : runners) {
            send(RunToUpload.on(runner.planned().getLast(), runner, random));
        }
        books.agreeWith(ledger);
    }

    @Override
    public void close() {
        phones.shutdownNow();
        http.shutdownNow();
    }

    private Void sendAll() throws InterruptedException, ExecutionException {
        permits.acquire();
        for (var upload = waiting.poll(); upload != null; upload = waiting.poll()) {
            if (upload.twice()) {
                var run = upload.run();
                var twin = phones.submit(() -> send(run));
                send(run);
                twin.get();
            } else {
                send(upload.run());
            }
            permits.acquire();
        }
        return null;
    }

    private Void send(RunToUpload run) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        gateway.resolve("/api/v1/athletes/" + run.runner().athleteId() + "/activities"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + run.runner().token())
                .header("Content-Type", run.contentType())
                .POST(BodyPublishers.ofString(run.body()));
        if (key == Key.ONE_FOR_ALL_TRIES) {
            request.header("Idempotency-Key", run.startedAt().toString());
        }
        var until = Instant.now().plus(PATIENCE);
        while (!isAcknowledged(run, request.build())) {
            assertThat(Instant.now()).as("an answer to " + run).isBefore(until);
            TimeUnit.MILLISECONDS.sleep(BEFORE_REPEAT.toMillis());
        }
        return null;
    }

    private boolean isAcknowledged(RunToUpload run, HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            switch (answer.statusCode()) {
                case 201 -> ledger.acknowledge(run, id(answer, "id"));
                case 200 -> ledger.acknowledge(run, id(answer, "duplicateOf"));
                default -> {
                    refused(answer);
                    return false;
                }
            }
            return true;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private void refused(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        if (answer.statusCode() != 409 || key == Key.NONE) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static UUID id(HttpResponse<String> answer, String field) throws IOException {
        return UUID.fromString(JSON.readTree(answer.body()).path(field).asText());
    }
}
