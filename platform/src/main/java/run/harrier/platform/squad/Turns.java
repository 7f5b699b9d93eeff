package run.harrier.platform.squad;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.ProblemException;

/**
 * Bounds how much of one kind of work an instance does at once. What comes above that waits for its turn, first come,
 * first served; a request whose caller leaves while it waits gives up its place.
 */
final class Turns {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int atOnce;
    private final int mostWaiting;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    Turns(int atOnce, int mostWaiting) {
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Starts the work when its turn has come, on the Vert.x context of the caller. The turn ends with the work, even if
     * the caller has left before. Fails with a 503 problem when too many wait already.
     */
    <T> Uni<T> take(Supplier<Uni<T>> work) {
        var context = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> {
            Runnable turn = () -> on(
                    context,
                    () -> Uni.createFrom()
                            .deferred(() -> work.get())
                            .onTermination()
                            .invoke(this::next)
                            .subscribe()
                            .with(emitter::complete, emitter::fail));
            emitter.onTermination(() -> giveUp(turn));
            switch (place(turn)) {
                case BEGINS -> turn.run();
                case WAITS -> {}
                case NONE ->
                    emitter.fail(ProblemException.unavailable(
                            "Many squads are being read at the moment; ask again in some seconds.", RETRY_AFTER));
            }
        });
    }

    private static void on(@Nullable Context context, Runnable work) {
        if (context == null) {
            work.run();
        } else {
            context.runOnContext(ignored -> work.run());
        }
    }

    private enum Place {
        BEGINS,
        WAITS,
        NONE
    }

    private synchronized Place place(Runnable turn) {
        if (running < atOnce) {
            running++;
            return Place.BEGINS;
        }
        if (waiting.size() < mostWaiting) {
            waiting.add(turn);
            return Place.WAITS;
        }
        return Place.NONE;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void giveUp(Runnable turn) {
        waiting.remove(turn);
    }

    private void next() {
        Runnable turn;
        synchronized (this) {
            turn = waiting.poll();
            if (turn == null) {
                running--;
            }
        }
        if (turn != null) {
            turn.run();
        }
    }
}
