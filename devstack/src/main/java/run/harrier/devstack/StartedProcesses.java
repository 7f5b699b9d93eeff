package run.harrier.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processes of a stack, listed in a file beside its data: what a launcher has started can be found and ended when
 * the launcher itself was killed. A process is known by its id and the time of its start, so that another one which has
 * got the same id since is never touched. PostgreSQL keeps its own such file.
 */
final class StartedProcesses {

    private static final String LAUNCHER = "./harrier up";
    /** How far two readings of the time at which one process started may lie apart. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Path file;
    private final Path postmaster;

    StartedProcesses(Path data) {
        this.file = data.resolve("processes");
        this.postmaster = data.resolve("postgresql/postmaster.pid");
    }

    record StartedProcess(String label, ProcessHandle handle) {

        boolean isLauncher() {
            return label.equals(LAUNCHER);
        }

        boolean isDatabase() {
            return label.equals(Part.POSTGRESQL.label());
        }

        @Override
        public String toString() {
            return label + " (" + handle.pid() + ")";
        }
    }

    /** Begins the list with this process, the launcher. */
    void begin() throws IOException {
        Files.deleteIfExists(file);
        add(LAUNCHER, ProcessHandle.current());
    }

    /** Does nothing where the system does not say when a process started: it could not be recognised later. */
    void add(String label, ProcessHandle process) throws IOException {
        var startedAt = process.info().startInstant();
        if (startedAt.isPresent()) {
            Files.writeString(
                    file,
                    process.pid() + " " + startedAt.get() + " " + label + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** Once all have ended. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Those that still run: the launcher, its children in the order of their start, PostgreSQL. */
    List<StartedProcess> running() {
        return Stream.concat(
                        lines(file).stream().flatMap(line -> {
                            var parts = line.split(" ", 3);
                            return process(parts[2], Long.parseLong(parts[0]), Instant.parse(parts[1])).stream();
                        }),
                        database(postmaster).stream()
                                .map(handle -> new StartedProcess(Part.POSTGRESQL.label(), handle)))
                .toList();
    }

    /** The PostgreSQL server that wrote this {@code postmaster.pid}: its id in line 1, its start in line 3. */
    static Optional<ProcessHandle> database(Path postmaster) {
        var lines = lines(postmaster);
        return lines.size() < 3
                ? Optional.empty()
                : process(
                                "",
                                Long.parseLong(lines.get(0).strip()),
                                Instant.ofEpochSecond(
                                        Long.parseLong(lines.get(2).strip())))
                        .map(StartedProcess::handle);
    }

    /**
     * Ends what still runs: the launcher first, which ends the others itself unless it was killed, then its children,
     * and the database when nothing writes to it any more. Each gets SIGTERM, and SIGKILL after the grace.
     *
     * @return what was running
     */
    List<StartedProcess> end(Duration grace) throws IOException {
        var before = running();
        end(StartedProcess::isLauncher, grace.multipliedBy(3)); // it gives each of its children a grace
        end(process -> !process.isDatabase(), grace);
        end(StartedProcess::isDatabase, grace);
        if (running().isEmpty()) {
            clear();
        }
        return before;
    }

    private void end(Predicate<StartedProcess> which, Duration grace) {
        var ending =
                running().stream().filter(which).map(StartedProcess::handle).toList();
        ending.forEach(ProcessHandle::destroy);
        if (!haveEnded(ending, grace)) {
            ending.forEach(ProcessHandle::destroyForcibly);
            haveEnded(ending, grace);
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes, Duration atMost) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<StartedProcess> process(String label, long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .filter(handle -> handle.info()
                        .startInstant()
                        .filter(at -> Duration.between(at, startedAt).abs().compareTo(TOLERANCE) <= 0)
                        .isPresent())
                .filter(ProcessHandle::isAlive)
                .map(handle -> new StartedProcess(label, handle));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
