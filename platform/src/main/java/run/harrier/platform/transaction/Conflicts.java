package run.harrier.platform.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.DatabaseUnavailable;

/** Transactions that PostgreSQL rolled back because of another one's: deadlocks and serialization failures (SQLSTATE 40). */
public final class Conflicts {
    private static final int RETRIES = 5;

    private Conflicts() {}

    public static boolean causes(@Nullable Throwable failure) {
        return DatabaseUnavailable.chain(failure)
                .anyMatch(cause -> cause instanceof PgException pg
                        && pg.getSqlState() != null
                        && pg.getSqlState().startsWith("40"));
    }

    /** Runs a whole transaction, or a statement that is one, again after a conflict, five times at most. */
    public static <T> Uni<T> retried(Supplier<Uni<? extends T>> transaction) {
        return Uni.createFrom()
                .<T>deferred(transaction)
                .onFailure(Conflicts::causes)
                .retry() // at once and on the same thread: the other one has the rows now, and this one queues for them
                .atMost(RETRIES);
    }
}
