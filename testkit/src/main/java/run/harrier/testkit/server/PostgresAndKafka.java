package run.harrier.testkit.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import run.harrier.testkit.access.OidcIssuer;
import run.harrier.testkit.access.Tokens;

/**
 * A real PostgreSQL and a real Kafka broker for the {@code @QuarkusTest}s of one module, and an issuer whose key is
 * known to {@link Tokens}. Put on any one test class of the module:
 *
 * <pre>{@code @WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)}</pre>
 *
 * <p>Server and broker start once in a test JVM, on free ports, and end with it. All tests of the module share the one
 * database and the topics: a test makes its own athlete and never counts rows of others.
 */
public final class PostgresAndKafka implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(servers());
        config.putAll(new OidcIssuer().start());
        return config;
    }

    /** Nothing to do: {@link TestServers} ends with the JVM, which outlives a restart of the application. */
    @Override
    public void stop() {}

    /**
     * Quarkus loads test resources anew with every test profile. The servers belong to the system class loader, so that
     * there is one of each however many profiles run, and no broker outlives its classes.
     */
    @SuppressWarnings("unchecked") // TestServers.config(), seen from another class loader
    private static Map<String, String> servers() {
        try {
            return (Map<String, String>) ClassLoader.getSystemClassLoader()
                    .loadClass("run.harrier.testkit.server.TestServers")
                    .getMethod("config")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("PostgreSQL or Kafka did not start", e);
        }
    }
}
