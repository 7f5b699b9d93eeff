package run.harrier.platform.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.HexFormat;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Drops two stack traces that would fill the log while the broker or the database is away: one for each event that was
 * not sent, as the relay logs once that it waits, and one for each refused connection, from a timer that the SQL client
 * does not stop. A control character in a message is written as an escape, so that what a client sent never begins a
 * new line.
 */
@LoggingFilter(name = "outage")
public final class OutageLogFilter implements Filter {
    @Override
    @SuppressWarnings("deprecation") // its replacement is a formatter's, and a filter comes before any formatter
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            var text = extended.getFormattedMessage();
            if (text != null && text.chars().anyMatch(OutageLogFilter::isControl)) {
                extended.setMessage(escaped(text), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
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

    private static String escaped(String message) {
        var text = new StringBuilder(message.length() + 16);
        message.chars().forEach(character -> {
            if (isControl(character)) {
                text.append("\\u").append(HexFormat.of().toHexDigits((char) character));
            } else {
                text.append((char) character);
            }
        });
        return text.toString();
    }

    private static boolean isControl(int character) {
        return (character < ' ' && character != '\t')
                || (character >= 0x7f && character < 0xa0)
                || character == 0x2028
                || character == 0x2029;
    }
}
