package run.harrier.platform.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * The transactions of a service that writes with the SQL client. The first statement of each locks the athlete's row, and
 * nobody holds another row while waiting for that one: so writers of one athlete queue, and none closes a circle.
 */
@ApplicationScoped
public class Transactions {
    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    /**
     * Commits what the work did, or nothing of it.
     *
     * @param work called again when the database ended the transaction in favour of another one
     */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return Conflicts.retried(() -> pool.withTransaction(work));
    }
}
