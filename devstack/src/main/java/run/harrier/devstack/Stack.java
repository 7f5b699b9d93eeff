package run.harrier.devstack;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import run.harrier.devstack.StartedProcesses.StartedProcess;

/**
 * All of Harrier on this machine: PostgreSQL, Kafka, Keycloak and the four packaged services. {@code ./harrier up} and
 * the system tests start the same stack; the tests also take single parts of it away and give them back.
 *
 * <p>Closing it ends every part, whatever state the start had reached. No part starts after that.
 */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> FOLDERS = List.of("postgresql", "kafka", "keycloak", "logs");
    private static final String SCHEMA = "schema";
    private static final int LAST_LINES = 20;

    private volatile StackConfig config;
    private final Keycloak keycloak;
    private final Postgres postgres;
    private final StartedProcesses processes;
    private final Map<Part, Server> servers = new EnumMap<>(Part.class);
    private boolean closed;

    public Stack(StackConfig config) {
        this.config = config;
        this.keycloak = new Keycloak(config);
        this.processes = new StartedProcesses(config.data());
        var databases = Stream.of(Part.values())
                .filter(Part::hasDatabase)
                .map(Part::database)
                .toList();
        this.postgres = new Postgres(
                config.data().resolve("postgresql"),
                config.port(Part.POSTGRESQL),
                config.log(Part.POSTGRESQL),
                databases);
        servers.put(Part.POSTGRESQL, postgres);
        servers.put(Part.KAFKA, new Broker(config.data().resolve("kafka"), config.port(Part.KAFKA)));
        servers.put(Part.KEYCLOAK, keycloak.server());
        services().forEach(part -> servers.put(part, service(part)));
    }

    public StackConfig config() {
        return config;
    }

    /**
     * Starts every part and returns when all are ready. What takes long goes on side by side.
     *
     * @param progress called for each part that is ready and of the time it took
     * @throws StackFailure if a port is taken or a part does not start; the message says which and where to look
     */
    public void start(BiConsumer<String, Duration> progress) {
        refuseTakenPorts();
        prepareFolders();
        timed("Keycloak, built once", keycloak.isBuilt() ? (what, took) -> {} : progress, keycloak::build);
        var began = System.nanoTime();
        launch(Part.KEYCLOAK);
        for (Part part : List.of(Part.POSTGRESQL, Part.KAFKA)) {
            timed(part.label(), progress, () -> launch(part));
        }
        awaitReady(Part.KEYCLOAK); // a service fetches its keys before it is ready
        progress.accept(Part.KEYCLOAK.label(), since(began));
        var servicesBegan = System.nanoTime();
        services().forEach(this::launch);
        services().forEach(part -> {
            awaitReady(part);
            progress.accept(part.label(), since(servicesBegan));
        });
    }

    /** Forgets everything the stack has stored. Not while it runs. */
    public void deleteData() {
        refuseTakenPorts();
        try {
            for (String folder : FOLDERS) {
                Folders.delete(config.data().resolve(folder));
            }
            Files.deleteIfExists(config.data().resolve(SCHEMA));
        } catch (IOException e) {
            throw new StackFailure("Could not empty " + config.data() + ": " + e.getMessage(), e);
        }
    }

    /** Starts one part again and waits until it is ready. */
    public void start(Part part) {
        launch(part);
        awaitReady(part);
    }

    /** Lets business days pass: the services start again after them, with all that they have stored. */
    public void passDays(int days) {
        services().forEach(this::stop);
        synchronized (this) {
            config = config.passing(Duration.ofDays(days));
            services().forEach(part -> servers.put(part, service(part)));
        }
        services().forEach(this::launch);
        services().forEach(this::awaitReady);
    }

    /** Stops one part in good order; the others go on. */
    public synchronized void stop(Part part) {
        server(part).stop();
    }

    /** Ends one part as a crash would (SIGKILL); the others go on. */
    public synchronized void kill(Part part) {
        server(part).kill();
    }

    /** Whether the part was started and has not ended since, by itself or by somebody's hand. */
    public synchronized boolean runs(Part part) {
        return server(part).isAlive();
    }

    @Override
    public void close() {
        keycloak.stopBuilding();
        postgres.abandonStart();
        closeAll();
    }

    private synchronized void closeAll() {
        closed = true;
        for (Server server : servers.values()) {
            if (server instanceof ChildProcess child) {
                child.askToStop();
            }
        }
        // the last to start is the first to end: no service sees its database go
        for (Part part : List.of(Part.values()).reversed()) {
            server(part).stop();
        }
        try {
            processes.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void launch(Part part) {
        if (closed) {
            throw new StackFailure("The stack was stopped.");
        }
        try {
            server(part).start();
            if (server(part) instanceof ChildProcess child) {
                processes.add(part.label(), child.handle());
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new StackFailure(whereToLook(part, "did not start"), e);
        }
    }

    private void awaitReady(Part part) {
        var began = System.nanoTime();
        var server = server(part);
        while (!server.isReady()) {
            if (!server.isAlive()) {
                throw new StackFailure(whereToLook(part, "ended by itself"));
            }
            if (since(began).compareTo(PATIENCE) > 0) {
                throw new StackFailure(whereToLook(part, "was not ready after " + PATIENCE.toSeconds() + " s"));
            }
            pause();
        }
    }

    private Server server(Part part) {
        return Objects.requireNonNull(servers.get(part));
    }

    private ChildProcess service(Part part) {
        var command = new ArrayList<>(ChildProcess.jvm(256));
        settings(part).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(application(part).resolve("quarkus-run.jar").toString());
        return new ChildProcess(command, config.log(part), config.address(part).resolve("/q/health/ready"));
    }

    private Map<String, String> settings(Part part) {
        var settings = new TreeMap<String, String>();
        settings.put("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        settings.put("quarkus.http.host", "localhost");
        settings.put("quarkus.http.port", Integer.toString(config.port(part)));
        settings.put("quarkus.oidc.auth-server-url", config.issuer().toString());
        settings.put("harrier.directory.url", config.address(Part.KEYCLOAK).toString());
        settings.put("quarkus.otel.sdk.disabled", "true"); // nobody collects traces here
        settings.put("kafka.bootstrap.servers", "localhost:" + config.port(Part.KAFKA));
        settings.put("harrier.athlete.url", config.address(Part.ATHLETE).toString());
        settings.put("harrier.plan.url", config.address(Part.PLAN).toString());
        settings.put("harrier.load.url", config.address(Part.LOAD).toString());
        if (part.hasDatabase()) {
            settings.put("quarkus.datasource.reactive.url", config.databaseUrl(part));
            settings.put("quarkus.datasource.jdbc.url", config.jdbcUrl(part));
            settings.put("quarkus.datasource.username", part.database());
            settings.put("quarkus.datasource.password", part.database());
        }
        settings.put("harrier.clock-offset", config.clockOffset().toString());
        return settings;
    }

    /** Says in plain words which port is taken, before anything is begun. */
    void refuseTakenPorts() {
        var taken = config.takenPorts();
        if (!taken.isEmpty()) {
            throw new StackFailure(
                    String.join("\n", taken) + "\nStop what listens there (another ./harrier up?) and start again.");
        }
    }

    /** Says which processes of this data folder still run, and how to end them. */
    void refuseSecondStart() {
        var running = processes.running();
        if (running.stream().anyMatch(StartedProcess::isLauncher)) {
            throw new StackFailure("./harrier up runs here already: Ctrl-C there or ./harrier stop ends it.");
        }
        if (!running.isEmpty()) {
            throw new StackFailure("An earlier ./harrier up was killed, and this is left of it: "
                    + running.stream().map(StartedProcess::toString).collect(joining(", "))
                    + ".\n./harrier stop ends it.");
        }
    }

    /** A migration that has changed since would end a service at its start. */
    private void refuseOlderData() throws IOException {
        var schema = Schema.of(application(Part.ATHLETE), application(Part.PLAN), application(Part.LOAD));
        var kept = config.data().resolve(SCHEMA);
        if (Postgres.isWhole(config.data().resolve("postgresql")) && !schema.continues(kept)) {
            throw new StackFailure("The data in " + config.data()
                    + " was made with another schema: ./harrier up --fresh starts from empty data.");
        }
        schema.write(kept);
    }

    /** Services run from copies: a build beside a running stack writes over the originals. */
    private void prepareFolders() {
        try {
            for (String folder : FOLDERS) {
                Files.createDirectories(config.data().resolve(folder));
            }
            for (Part part : Part.values()) {
                if (part != Part.KAFKA) { // it logs with the JVM it lives in
                    Files.deleteIfExists(config.log(part));
                }
            }
            for (Part part : services().toList()) {
                var built = config.home().resolve(part.label()).resolve("target/quarkus-app");
                if (!Files.exists(built.resolve("quarkus-run.jar"))) {
                    throw new StackFailure("The " + part.label() + " is not built: ./harrier build does it.");
                }
                Folders.mirror(built, application(part));
            }
            refuseOlderData();
            processes.begin();
        } catch (IOException e) {
            throw new StackFailure("Could not write to " + config.data() + ": " + e.getMessage(), e);
        }
    }

    private Path application(Part part) {
        return config.data().resolve("applications").resolve(part.label());
    }

    private String whereToLook(Part part, String what) {
        var log = config.log(part);
        var message = new StringBuilder(part.label() + " " + what + "; its log is " + log);
        try {
            var lines = Files.readAllLines(log);
            lines.stream()
                    .skip(Math.max(0, lines.size() - LAST_LINES))
                    .forEach(line -> message.append("\n  | ").append(line));
        } catch (IOException noLog) {
            message.append(" (empty)");
        }
        return message.toString();
    }

    private static Stream<Part> services() {
        return Stream.of(Part.values()).filter(Part::isService);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void timed(String what, BiConsumer<String, Duration> progress, Step step) {
        var began = System.nanoTime();
        try {
            step.run();
        } catch (IOException e) {
            throw new StackFailure(what + ": " + e.getMessage(), e);
        }
        progress.accept(what, since(began));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("The start was interrupted.", e);
        }
    }
}
