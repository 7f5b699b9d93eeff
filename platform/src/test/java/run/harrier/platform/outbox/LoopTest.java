package run.harrier.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
    private final AtomicInteger cycles = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private Loop loop = loop(Uni.createFrom().voidItem(), Duration.ofDays(1));

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void a_cycle_that_never_ends_is_given_up_and_the_next_one_begins() {
        loop = loop(Uni.createFrom().nothing(), Duration.ofMillis(50));
        loop.start();
        await().until(() -> cycles.get() >= 2);
        assertThat(failures).isNotEmpty().allMatch(TimeoutException.class::isInstance);
    }

    @Test
    void a_cycle_that_fails_is_followed_by_the_next_one() {
        loop = loop(Uni.createFrom().failure(new IllegalStateException("the database is away")), Duration.ofDays(1));
        loop.start();
        await().until(() -> cycles.get() >= 2);
        assertThat(failures).isNotEmpty().allMatch(IllegalStateException.class::isInstance);
    }

    /** What readiness asks: a cycle that ends says so, and one that hangs lets the time grow. */
    @Test
    void the_time_since_the_last_cycle_grows_while_one_hangs() {
        loop.start();
        await().until(() -> cycles.get() >= 2);
        loop.stop();
        loop = loop(Uni.createFrom().nothing(), Duration.ofDays(1));
        loop.start();
        await().until(() -> loop.sinceLastCycle().compareTo(Duration.ofMillis(300)) > 0);
        assertThat(cycles).hasValueGreaterThanOrEqualTo(1);
        assertThat(failures).isEmpty();
    }

    private Loop loop(Uni<Void> cycle, Duration longest) {
        return new Loop(
                () -> {
                    cycles.incrementAndGet();
                    return cycle;
                },
                longest,
                failures::add);
    }
}
