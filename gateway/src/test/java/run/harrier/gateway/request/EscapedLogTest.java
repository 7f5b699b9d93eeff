package run.harrier.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation") // as the filter itself
class EscapedLogTest {

    @Test
    void what_a_client_sent_never_begins_a_new_line() {
        var record = new ExtLogRecord(Level.WARN, "%s did not answer: %s", ExtLogRecord.FormatStyle.PRINTF, "test");
        record.setParameters(new Object[] {"load-service", "bad header a\r\n2026-11-26 INFO\u2028\u0085 all is well"});

        assertThat(new EscapedLog().isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage())
                .isEqualTo(
                        "load-service did not answer: bad header a\\u000d\\u000a2026-11-26 INFO\\u2028\\u0085 all is well");
    }

    @Test
    void what_is_plain_stays_as_it_is() {
        var record =
                new ExtLogRecord(Level.INFO, "100 % of Zoë's\truns: {0}", ExtLogRecord.FormatStyle.NO_FORMAT, "test");
        new EscapedLog().isLoggable(record);

        assertThat(record.getFormattedMessage()).isEqualTo("100 % of Zoë's\truns: {0}");
    }
}
