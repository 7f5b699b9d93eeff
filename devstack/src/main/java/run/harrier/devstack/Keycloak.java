package run.harrier.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak from the distribution that the build left beside this module's classes, with the realm {@code harrier}. Its
 * own build step (20 s) is done once and kept there, whole or not at all.
 */
final class Keycloak {

    private static final String ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private final StackConfig config;
    private final Path target;
    private final Path folder;
    private volatile @Nullable Process building;

    Keycloak(StackConfig config) {
        this.config = config;
        this.target = config.home().resolve("devstack/target");
        this.folder = target.resolve("keycloak");
    }

    boolean isBuilt() {
        return Files.isDirectory(folder);
    }

    /** Unpacks and builds the distribution. Of two stacks that start at once, one works and one waits. */
    void build() throws IOException {
        try (var lock = FileChannel.open(
                        target.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!held.isValid()) {
                return;
            }
            if (isBuilt()) {
                describeRealm(folder);
                return;
            }
            var fresh = target.resolve("keycloak.new");
            Folders.delete(fresh);
            unpack(target.resolve("keycloak.zip"), fresh);
            describeRealm(fresh);
            var log = config.log(Part.KEYCLOAK);
            var process = ChildProcess.launch(command(fresh, "build", "--db=dev-file"), log);
            building = process;
            if (process.onExit().join().exitValue() != 0) {
                throw new StackFailure("Keycloak could not be built; its log is " + log);
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The realm is read when a stack starts on empty data, and may have changed since the distribution was built. */
    private static void describeRealm(Path home) throws IOException {
        var folder = Files.createDirectories(home.resolve("data/import"));
        var written = folder.resolve("harrier-realm.json.new");
        try (InputStream in = Keycloak.class.getResourceAsStream("/keycloak/harrier-realm.json")) {
            Files.copy(Objects.requireNonNull(in), written, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(written, folder.resolve("harrier-realm.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    void stopBuilding() {
        var process = building;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    ChildProcess server() {
        var address = config.address(Part.KEYCLOAK);
        var command = command(
                folder,
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + address.getPort(),
                "--hostname=" + address,
                "--cache=local",
                "--bootstrap-admin-username=" + StackConfig.ADMIN,
                "--bootstrap-admin-password=" + StackConfig.ADMIN,
                "--db-url=jdbc:h2:file:" + config.data().resolve("keycloak/keycloak")
                        + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
        var ready = config.issuer() + "/.well-known/openid-configuration";
        return new ChildProcess(command, config.log(Part.KEYCLOAK), URI.create(ready));
    }

    /** What bin/kc.sh would run, without a shell between this process and Keycloak's. */
    private static List<String> command(Path home, String... arguments) {
        var command = new ArrayList<>(ChildProcess.jvm(256));
        for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(), ENTRY));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The archive's one top folder becomes {@code to}. */
    private static void unpack(Path zip, Path to) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = Path.of(entry.getName());
                var file = name.getNameCount() == 1
                        ? to
                        : to.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException(zip + " leads out of its folder: " + name);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(in, file);
                }
            }
        }
    }
}
