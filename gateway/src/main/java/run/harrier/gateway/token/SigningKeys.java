package run.harrier.gateway.token;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Fetches the provider's signing keys again by their age. Quarkus by itself fetches them only when a token names a key
 * that it does not know ({@code quarkus.oidc.token.forced-jwk-refresh-interval}), so a key that the provider withdrew
 * would verify until then. While the provider is away, the keys that were fetched last stay.
 *
 * <p>{@code platform} has the same class. It is not shared: with {@code platform} on its class path the gateway would start Hibernate
 * Reactive, the SQL client and Kafka.
 */
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration AGE = Duration.ofMinutes(5);
    /** Makes Quarkus fetch the keys for it; that it is no token afterwards is expected. */
    private static final String NO_TOKEN = "";

    private final TenantConfigBean tenants;

    SigningKeys(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    void keepFresh(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(AGE.toMillis(), due -> UniHelper.toFuture(fetch()));
    }

    Uni<Void> fetch() {
        var provider = tenants.getDefaultTenant().provider();
        if (provider == null) {
            return Uni.createFrom().voidItem();
        }
        return provider.refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                .onFailure()
                .invoke(e -> LOG.debugf("after the keys were fetched: %s", e.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
