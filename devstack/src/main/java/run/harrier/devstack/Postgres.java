package run.harrier.devstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on kept data, with one database for each service, owned by a role of the same name. */
final class Postgres implements Server {

    private static final String WHOLE = "harrier";

    private final Path data;
    private final int port;
    private final File log;
    private final List<String> databases;
    private volatile @Nullable Thread starting;
    private @Nullable EmbeddedPostgres running;

    Postgres(Path data, int port, Path log, List<String> databases) {
        this.data = data;
        this.port = port;
        this.log = log.toFile();
        this.databases = databases;
    }

    /** False where there is none yet, and where a first start was cut off. */
    static boolean isWhole(Path data) {
        return Files.exists(data.resolve(WHOLE));
    }

    @Override
    public void start() throws IOException {
        if (!isWhole(data)) {
            Folders.delete(data);
        }
        starting = Thread.currentThread();
        try {
            running = open();
            Files.writeString(data.resolve(WHOLE), "made by ./harrier\n");
        } catch (IOException e) {
            crash(); // it started and did not answer
            throw e;
        } finally {
            starting = null;
            Thread.interrupted(); // it was meant for this start only
        }
    }

    /**
     * Lets a start that is going on come to its end, so that it can be stopped in good order. If Ctrl-C has ended the
     * child that starts the server there will be none; then ends the wait for it.
     */
    void abandonStart() {
        for (int i = 0; starting != null && i < 30; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        var thread = starting;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private EmbeddedPostgres open() throws IOException {
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                // the library's default is off, which forgets acknowledged commits in a crash
                .setServerConfig("synchronous_commit", "on")
                // the library starts it with -F; what was committed must outlive the machine here as elsewhere
                .setServerConfig("fsync", "on")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String database : databases) {
                createOnce(statement, database);
            }
            return postgres;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean isReady() {
        return running != null;
    }

    @Override
    public boolean isAlive() {
        return running != null;
    }

    @Override
    public void stop() {
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running = null;
        }
    }

    @Override
    public void kill() {
        crash();
        stop(); // nothing runs any more; this gives the data folder free
    }

    private void crash() {
        StartedProcesses.database(data.resolve("postmaster.pid")).ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    private static void createOnce(Statement statement, String database) throws SQLException {
        try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("create role " + database + " login password '" + database + "'");
        statement.execute("create database " + database + " owner " + database);
    }
}
