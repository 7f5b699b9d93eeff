package run.harrier.load;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;

/** Counts what PostgreSQL itself says was run. */
@ApplicationScoped
public class Statements {
    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    /**
     * The statements that were run for a request, each as often as it was, of those that match a regular expression;
     * what the relay runs is left out.
     */
    public List<String> of(String matching, Callable<?> request) {
        run("create extension if not exists pg_stat_statements");
        run("select pg_stat_statements_reset()");
        try {
            request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return pool.preparedQuery("""
                        select query from pg_stat_statements, generate_series(1, calls)
                        where query ~ $1 and query !~ 'pg_stat_statements'
                          and query !~ '^(select distinct shard|select \\* from outbox|delete from outbox)'
                        """).execute(Tuple.of(matching)).await().indefinitely().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
