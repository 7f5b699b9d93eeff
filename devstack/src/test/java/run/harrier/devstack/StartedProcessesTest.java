package run.harrier.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.harrier.devstack.StartedProcesses.StartedProcess;

class StartedProcessesTest {

    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void endChildren() {
        children.forEach(Process::destroyForcibly);
    }

    @Test
    void what_a_killed_launcher_has_started_is_found_and_ended() throws Exception {
        var plan = sleeping();
        var load = sleeping();
        add("plan-service", plan);
        add("load-service", load);

        assertThat(new StartedProcesses(folder).end(GRACE))
                .extracting(StartedProcess::label)
                .containsExactly("plan-service", "load-service");

        assertThat(plan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(load.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new StartedProcesses(folder).running()).isEmpty();
    }

    @Test
    void a_child_that_ignores_the_request_to_end_is_killed() throws Exception {
        var stubborn = child("sh", "-c", "trap '' TERM; echo ready; sleep 60 & wait; sleep 60");
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");
        add("load-service", stubborn);

        new StartedProcesses(folder).end(GRACE);

        assertThat(stubborn.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void the_database_ends_after_its_clients() throws Exception {
        var client = child("sh", "-c", "trap 'sleep 0.5; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        assertThat(client.inputReader().readLine()).isEqualTo("ready");
        var database = sleeping();
        add("load-service", client);
        writePostmaster(database.pid(), startOf(database));
        var clientRanAtItsEnd = database.onExit().thenApply(ended -> client.isAlive());

        new StartedProcesses(folder).end(Duration.ofSeconds(20));

        assertThat(client.waitFor()).isZero();
        assertThat(clientRanAtItsEnd.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void another_process_with_the_id_of_one_that_has_ended_is_left_alone() throws Exception {
        var stranger = sleeping();
        var earlier = startOf(stranger).minusSeconds(60);
        Files.writeString(
                folder.resolve("processes"),
                stranger.pid() + " " + earlier + " load-service\n",
                StandardOpenOption.CREATE);
        writePostmaster(stranger.pid(), earlier);

        assertThat(new StartedProcesses(folder).end(GRACE)).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void nothing_runs_where_nothing_was_started() throws IOException {
        assertThat(new StartedProcesses(folder).end(GRACE)).isEmpty();
    }

    private Process sleeping() throws IOException {
        return child("sleep", "60");
    }

    private Process child(String... command) throws IOException {
        var child = new ProcessBuilder(command).start();
        children.add(child);
        return child;
    }

    private void add(String label, Process child) throws IOException {
        new StartedProcesses(folder).add(label, child.toHandle());
    }

    private static Instant startOf(Process process) {
        return process.info().startInstant().orElseThrow();
    }

    private void writePostmaster(long pid, Instant startedAt) throws IOException {
        var file = folder.resolve("postgresql/postmaster.pid");
        Files.createDirectories(file.getParent());
        Files.writeString(file, pid + "\n" + folder + "\n" + startedAt.getEpochSecond() + "\n15432\n");
    }
}
