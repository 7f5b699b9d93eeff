package run.harrier.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a stack finds its packaged services, keeps its data and listens.
 *
 * @param home the project's folder, whose modules are built
 * @param data everything the stack writes, its logs included
 * @param clockOffset how far the business clock of all services is ahead of the real one, whenever they are started
 */
public record StackConfig(Path home, Path data, Map<Part, Integer> ports, Duration clockOffset) {

    /** Keycloak's administrator, and the password: it may add people to the realm. */
    public static final String ADMIN = "admin";

    public StackConfig {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
    }

    /** The ports that the README names. PostgreSQL and Kafka keep off their usual ones, which may be taken. */
    public static StackConfig standard(Path home) {
        var ports = Map.of(
                Part.POSTGRESQL, 15432,
                Part.KAFKA, 19092,
                Part.KEYCLOAK, 8180,
                Part.ATHLETE, 8081,
                Part.PLAN, 8082,
                Part.LOAD, 8083,
                Part.GATEWAY, 8080);
        return new StackConfig(home, home.resolve(".harrier"), ports, Duration.ZERO);
    }

    /** Ports that were free a moment ago: for tests, beside a stack that is up. */
    public static StackConfig onFreePorts(Path home, Path data) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            var ports = new EnumMap<Part, Integer>(Part.class);
            for (Part part : Part.values()) {
                var socket = new ServerSocket(0);
                taken.add(socket);
                ports.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : taken) {
                socket.close();
            }
            return new StackConfig(home, data, ports, Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins on another day, at the present time of day. */
    StackConfig startingOn(LocalDate day, Instant now) {
        return passing(Duration.ofDays(
                day.toEpochDay() - LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay()));
    }

    /** Begins at another time. */
    public StackConfig startingAt(Instant time, Instant now) {
        return passing(Duration.between(now, time));
    }

    /** So much later than it would be. */
    StackConfig passing(Duration time) {
        return new StackConfig(home, data, ports, clockOffset.plus(time));
    }

    public int port(Part part) {
        return Objects.requireNonNull(ports.get(part));
    }

    /** Of the parts that speak HTTP. */
    public URI address(Part part) {
        return URI.create("http://localhost:" + port(part));
    }

    /** Whose tokens the services believe. */
    public URI issuer() {
        return address(Part.KEYCLOAK).resolve("/realms/harrier");
    }

    public String jdbcUrl(Part service) {
        return "jdbc:" + databaseUrl(service);
    }

    String databaseUrl(Part service) {
        return "postgresql://localhost:" + port(Part.POSTGRESQL) + "/" + service.database();
    }

    /** A sentence for each port where something listens already. */
    List<String> takenPorts() {
        return Stream.of(Part.values())
                .filter(part -> isTaken(port(part)))
                .map(part -> "Port " + port(part) + ", meant for " + part.label() + ", is in use.")
                .toList();
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    public Path log(Part part) {
        return data.resolve("logs").resolve(part.label().toLowerCase(Locale.ROOT) + ".log");
    }
}
