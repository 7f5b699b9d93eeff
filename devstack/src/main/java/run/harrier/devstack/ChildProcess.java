package run.harrier.devstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a JVM of its own, with its log in a file, ready when an address of it answers 200. */
final class ChildProcess implements Server {
    static final long LONGEST_LOG_BYTES = 10_000_000;

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> command;
    private final Path log;
    private final HttpRequest readiness;
    private @Nullable Process running;

    ChildProcess(List<String> command, Path log, URI readiness) {
        this.command = command;
        this.log = log;
        this.readiness =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
    }

    @Override
    public void start() throws IOException {
        running = launch(command, log);
    }

    /** The start of a command line: this JVM's java, tuned to start quickly rather than to run fast. */
    static List<String> jvm(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heapMegabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    static Process launch(List<String> command, Path log) throws IOException {
        putAside(log);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return process;
    }

    /** A long log begins anew with each start; the one before is kept beside it. */
    static void putAside(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public boolean isReady() {
        try {
            return HTTP.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Once it was started. */
    ProcessHandle handle() {
        return Objects.requireNonNull(running).toHandle();
    }

    @Override
    public boolean isAlive() {
        return running != null && running.isAlive();
    }

    /** Asks it to end, by SIGTERM: a child of a script may have been told to ignore SIGINT. */
    void askToStop() {
        if (running != null) {
            running.destroy();
        }
    }

    @Override
    public void stop() {
        askToStop();
        await(GRACE);
        kill();
    }

    @Override
    public void kill() {
        if (running != null) {
            running.destroyForcibly();
            await(GRACE);
            running = null;
        }
    }

    private void await(Duration atMost) {
        try {
            if (running != null) {
                running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
