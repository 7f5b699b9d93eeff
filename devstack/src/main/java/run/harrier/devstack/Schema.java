package run.harrier.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The migrations of all services, as lines of service, file and digest. It is kept beside the data that they made: a
 * migration may be added, but one that is in the data must not have been changed or removed.
 */
record Schema(Set<String> migrations) {

    /** The migrations in the packaged services at these folders. */
    static Schema of(Path... applications) throws IOException {
        var migrations = new TreeSet<String>();
        for (Path application : applications) {
            try (var jars = Files.walk(application)) {
                for (Path jar : jars.filter(Schema::isOurs).toList()) {
                    add(migrations, name(application), jar);
                }
            }
        }
        return new Schema(migrations);
    }

    /** Whether data with the schema in this file can be migrated to this one. */
    boolean continues(Path file) throws IOException {
        return Files.exists(file) && migrations.containsAll(Files.readAllLines(file));
    }

    void write(Path file) throws IOException {
        Files.write(file, migrations);
    }

    /** A service's own classes, and what the services share. */
    private static boolean isOurs(Path jar) {
        return name(jar).endsWith(".jar")
                && (Objects.requireNonNull(jar.getParent()).endsWith("app")
                        || name(jar).startsWith("run.harrier."));
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }

    private static void add(Set<String> migrations, String service, Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(Schema::isMigration).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    migrations.add(service + " " + entry.getName() + " " + digest(in.readAllBytes()));
                }
            }
        }
    }

    private static boolean isMigration(ZipEntry entry) {
        return entry.getName().startsWith("db/") && entry.getName().endsWith(".sql");
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
