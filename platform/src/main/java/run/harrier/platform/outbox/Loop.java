package run.harrier.platform.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a cycle again and again, each after the end of the one before. A cycle that fails is followed by a longer pause;
 * one that never ends is given up, because a connection that never answers must not stop the loop.
 */
final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Uni<Void> cycle;
    private volatile long endedNanos = System.nanoTime();
    private @Nullable Cancellable running;

    /**
     * @param longest after which a cycle has failed with a {@link io.smallrye.mutiny.TimeoutException}
     * @param failed called with the reason of each cycle that fails
     */
    Loop(Supplier<Uni<Void>> cycle, Duration longest, Consumer<Throwable> failed) {
        this.cycle = Uni.createFrom()
                .deferred(cycle::get)
                .ifNoItem()
                .after(longest)
                .fail()
                .onTermination()
                .invoke(() -> endedNanos = System.nanoTime())
                .onFailure()
                .invoke(failed)
                .onFailure()
                .recoverWithUni(
                        () -> Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE_AFTER_FAILURE));
    }

    void start() {
        running = Multi.createBy()
                .repeating()
                .uni(() -> cycle.replaceWith(true))
                .withDelay(PAUSE)
                .indefinitely()
                .subscribe()
                .with(ignored -> {}, e -> LOG.error("the loop ended", e));
    }

    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /** How long ago a cycle ended, well or not; since the loop was made, before its first cycle has ended. */
    Duration sinceLastCycle() {
        return Duration.ofNanos(System.nanoTime() - endedNanos);
    }
}
