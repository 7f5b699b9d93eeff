package run.harrier.platform.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is said elsewhere, or means nothing, from filling the log while the broker or the database is away: a
 * trace for each event that was not sent (the relay says once that it waits), and one for each connection that was
 * refused, which comes from a timer of the SQL client that is not stopped.
 */
@LoggingFilter(name = "said-elsewhere")
public final class OutageLogFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord said) {
        var message = String.valueOf(said.getMessage());
        return !message.startsWith("SRMSG18206") && !message.startsWith("SRMSG18212") && !isLateTimer(said.getThrown());
    }

    private static boolean isLateTimer(@Nullable Throwable thrown) {
        return thrown instanceof IllegalStateException
                && "Result is already complete".equals(thrown.getMessage())
                && thrown.getStackTrace().length > 1
                && thrown.getStackTrace()[1].getClassName().endsWith(".SqlConnectionPool");
    }
}
