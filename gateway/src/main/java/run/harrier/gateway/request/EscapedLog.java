package run.harrier.gateway.request;

import io.quarkus.logging.LoggingFilter;
import java.util.HexFormat;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Writes a control character in a message of the log as an escape, so that what a client sent never begins a new line. */
@LoggingFilter(name = "escaped")
public final class EscapedLog implements Filter {
    @Override
    @SuppressWarnings("deprecation") // its replacement is a formatter's, and a filter comes before any formatter
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            var message = extended.getFormattedMessage();
            if (message != null && message.chars().anyMatch(EscapedLog::isControl)) {
                extended.setMessage(escaped(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        return true;
    }

    private static String escaped(String message) {
        var text = new StringBuilder(message.length() + 16);
        message.chars().forEach(character -> {
            if (isControl(character)) {
                text.append("\\u" + HexFormat.of().toHexDigits((char) character));
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
