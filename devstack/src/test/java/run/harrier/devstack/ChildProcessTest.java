package run.harrier.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @Test
    void a_long_log_is_put_aside_and_a_short_one_goes_on(@TempDir Path folder) throws IOException {
        var log = folder.resolve("gateway.log");
        ChildProcess.putAside(log);
        Files.writeString(log, "short");
        ChildProcess.putAside(log);
        assertThat(log).hasContent("short");
        Files.write(log, new byte[(int) ChildProcess.LONGEST_LOG_BYTES + 1]);
        ChildProcess.putAside(log);
        assertThat(log).doesNotExist();
        assertThat(folder.resolve("gateway.log.1")).hasSize(ChildProcess.LONGEST_LOG_BYTES + 1);
    }
}
