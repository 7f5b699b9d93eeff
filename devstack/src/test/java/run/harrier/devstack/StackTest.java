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
    void what_a_killed_launcher_left_is_named_with_the_cure() throws IOException {
        var config = StackConfig.onFreePorts(folder, folder);
        var left = new ProcessBuilder("sleep", "60").start();
        try (var stack = new Stack(config)) {
            new StartedProcesses(folder).add("plan-service", left.toHandle());

            assertThatThrownBy(stack::refuseSecondStart)
                    .isInstanceOf(StackFailure.class)
                    .hasMessage("An earlier ./harrier up was killed, and this is left of it: plan-service (%s).\n"
                                    .formatted(left.pid())
                            + "./harrier stop ends it.");
        } finally {
            left.destroyForcibly();
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
