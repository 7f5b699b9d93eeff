package run.harrier.testkit.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import run.harrier.testkit.server.PostgresAndKafka;

/**
 * An issuer whose key is known to {@link Tokens}, for a module without a database and a broker; others take
 * {@link PostgresAndKafka}. The audience is left to the module's own configuration.
 */
public final class OidcIssuer implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.public-key", TestKeys.publicKey(), "quarkus.oidc.token.issuer", Tokens.ISSUER);
    }

    /** Nothing to do: an issuer is a key. */
    @Override
    public void stop() {}
}
