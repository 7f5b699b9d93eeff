package run.harrier.testkit.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database of the {@code @QuarkusTest} that asks was made to do, as PostgreSQL itself counts it. */
public final class StatementCount {
    private StatementCount() {}

    /**
     * The statements that were run during a request, each as often as it was run.
     *
     * @param pattern a regular expression that they match, and those of consumers and jobs do not; what the relay and the
     *     retention run is left out
     */
    public static List<String> of(String pattern, Runnable request) {
        forget();
        request.run();
        return since(pattern);
    }

    /** From now on statements are counted anew. */
    public static void forget() {
        try (var database = DatabaseRows.database();
                var statement = database.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements of this pattern that were run since {@link #forget}. */
    public static List<String> since(String pattern) {
        try (var database = DatabaseRows.database();
                var query = database.prepareStatement("""
                        select query from pg_stat_statements, generate_series(1, calls)
                        where query ~ ? and query !~ 'pg_stat_statements'
                          and query !~ '^(select distinct shard|select \\* from outbox|delete from outbox|delete from (idempotency|inbox) where ctid)'
                        """)) {
            query.setString(1, pattern);
            var statements = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
            return statements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
