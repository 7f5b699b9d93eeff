package run.harrier.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    Path folder;

    @Test
    void a_taken_port_is_named_with_its_part_before_anything_starts() throws IOException {
        var config = StackConfig.onFreePorts(folder, folder.resolve("data"));
        try (var squatter = new ServerSocket(config.port(Part.KEYCLOAK), 1, InetAddress.getLoopbackAddress());
                var stack = new Stack(config)) {
            assertThatThrownBy(() -> stack.start((part, took) -> {}))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageStartingWith(
                            "Port " + squatter.getLocalPort() + ", meant for Keycloak, is in use.\nStop what");
        }
        assertThat(config.data()).doesNotExist();
    }

    @Test
    void a_service_that_is_not_built_is_named_with_the_cure() {
        try (var stack = new Stack(StackConfig.onFreePorts(folder, folder.resolve("data")))) {
            assertThatThrownBy(() -> stack.start((part, took) -> {}))
                    .isInstanceOf(StackFailure.class)
                    .hasMessage("The athlete-service is not built: ./harrier build does it.");
        }
    }

    @Test
    void nothing_starts_in_a_stack_that_was_closed() {
        var stack = new Stack(StackConfig.onFreePorts(folder, folder.resolve("data")));
        stack.close();

        assertThatThrownBy(() -> stack.start(Part.KAFKA))
                .isInstanceOf(StackFailure.class)
                .hasMessage("The stack was stopped.");
    }
}
