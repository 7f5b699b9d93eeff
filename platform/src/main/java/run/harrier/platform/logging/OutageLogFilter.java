package run.harrier.platform.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Drops two stack traces that would fill the log while the broker or the database is away: one for each event that was
 * not sent, as the relay logs once that it waits, and one for each refused connection, from a timer that the SQL client
 * does not stop.
 */
@LoggingFilter(name = "outage")
public final class OutageLogFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        var message = String.valueOf(record.getMessage());
        return !message.startsWith("SRMSG18206")
                && !message.startsWith("SRMSG18212")
                && !isLateTimer(record.getThrown());
    }

    private static boolean isLateTimer(@Nullable Throwable thrown) {
        return thrown instanceof IllegalStateException
                && "Result is already complete".equals(thrown.getMessage())
                && thrown.getStackTrace().length > 1
                && thrown.getStackTrace()[1].getClassName().endsWith(".SqlConnectionPool");
    }
}
