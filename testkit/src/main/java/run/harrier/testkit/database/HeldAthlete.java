package run.harrier.testkit.database;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Holds an athlete's row by a transaction of its own, as a slow writer would, and sees who waits for it. Whoever waits and
 * has written already holds rows that somebody else may want: that is how a deadlock begins.
 */
public final class HeldAthlete implements AutoCloseable {
    private final Connection holder;
    private final int backend;

    private HeldAthlete(Connection holder, int backend) {
        this.holder = holder;
        this.backend = backend;
    }

    /** @param table the table with one row for each athlete */
    public static HeldAthlete of(String table, UUID athlete) {
        try {
            var holder = DatabaseRows.database();
            holder.setAutoCommit(false);
            try (var row = holder.prepareStatement(
                    "select pg_backend_pid() from " + table + " where athlete_id = ? for update")) {
                row.setObject(1, athlete);
                try (var found = row.executeQuery()) {
                    if (!found.next()) {
                        throw new IllegalStateException("no row of " + athlete + " in " + table);
                    }
                    return new HeldAthlete(holder, found.getInt(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until somebody waits for the row; gives the statements at which waiters stand who have written before. */
    public List<String> waitersThatHaveWritten() {
        await().until(() -> !waiters("true").isEmpty());
        return waiters("backend_xid is not null");
    }

    private List<String> waiters(String condition) {
        try (var database = DatabaseRows.database();
                var query = database.prepareStatement(
                        "select query from pg_stat_activity where ? = any(pg_blocking_pids(pid)) and " + condition)) {
            query.setInt(1, backend);
            var waiters = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    waiters.add(rows.getString(1));
                }
            }
            return waiters;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the waiters go on. */
    @Override
    public void close() {
        try (holder) {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
