package run.harrier.testkit.server;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import run.harrier.contracts.Shard;

/** The servers behind a test JVM, started when this class is initialised: see {@link PostgresAndKafka}. */
public final class TestServers {

    private static final Map<String, String> CONFIG = start();

    private TestServers() {}

    /** The configuration that leads an application to the servers; called by name, across class loaders. */
    public static Map<String, String> config() {
        return CONFIG;
    }

    private static Map<String, String> start() {
        var thread = Thread.currentThread();
        var callers = thread.getContextClassLoader();
        thread.setContextClassLoader(TestServers.class.getClassLoader()); // Kafka finds its own classes by it
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    // for tests that count statements: create extension pg_stat_statements
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
            var broker = new EmbeddedKafkaBroker()
                    .withDeleteLogDirsOnClose(true)
                    .withAdditionalProperties(properties -> {
                        properties.put("group.initial.rebalance.delay.ms", "0");
                        properties.put("num.partitions", String.valueOf(Shard.COUNT));
                    })
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            var database = "localhost:" + postgres.getPort() + "/postgres";
            return Map.of(
                    "quarkus.datasource.reactive.url",
                    "postgresql://" + database,
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://" + database,
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres",
                    "kafka.bootstrap.servers",
                    broker.getAdvertisedListeners());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(callers);
        }
    }
}
