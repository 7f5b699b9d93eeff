package run.harrier.athlete.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.directory.KeycloakClient.Token;
import run.harrier.platform.problem.ProblemException;

/**
 * Looks up people and clients at the OpenID provider, so that a name that was mistyped never becomes a right. While the
 * provider is away it fails with a 503 problem.
 */
@ApplicationScoped
public class Directory {
    private static final Logger LOG = Logger.getLogger(Directory.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** A token is renewed so long before it expires. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    /** Keycloak keeps a user for each client that acts on its own. */
    private static final String OF_A_CLIENT = "service-account-";

    private final KeycloakClient keycloak;
    private final String realm;
    private final String clientId;
    private final String clientSecret;
    private final Set<String> ours;
    private volatile @Nullable Authorization kept;

    private record Authorization(String header, long untilNanos) {}

    /**
     * Somebody who can sign in.
     *
     * @param subject the {@code sub} of the person's tokens
     */
    public record Person(String subject, String userName) {}

    Directory(
            @RestClient KeycloakClient keycloak,
            @ConfigProperty(name = "harrier.directory.realm") String realm,
            @ConfigProperty(name = "harrier.directory.client-id") String clientId,
            @ConfigProperty(name = "harrier.directory.client-secret") String clientSecret,
            @ConfigProperty(name = "harrier.person.own-clients") List<String> ownClients) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.ours = Stream.concat(Stream.of(clientId), ownClients.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The one person of this user name, or of this e-mail address if the provider has verified that it is the person's:
     * anybody may sign up with somebody else's address, and even take it for a user name. Empty when there is none.
     */
    public Uni<Optional<Person>> person(String userNameOrEmail) {
        var isEmail = userNameOrEmail.contains("@");
        return ask(token -> keycloak.users(
                        realm, isEmail ? null : userNameOrEmail, isEmail ? userNameOrEmail : null, true, token))
                .map(found -> found.stream()
                        .filter(user -> user.enabled() && !user.username().startsWith(OF_A_CLIENT))
                        .filter(user -> !isEmail || user.emailVerified())
                        .map(user -> new Person(user.id(), user.username()))
                        .findFirst());
    }

    /** Whether somebody else's client of this id can get tokens on its own; one in which people sign in acts for them. */
    public Uni<Boolean> hasPartner(String id) {
        return ours.contains(id)
                ? Uni.createFrom().item(false)
                : ask(token -> keycloak.clients(realm, id, token))
                        .map(found -> found.stream()
                                .anyMatch(client -> client.enabled()
                                        && client.serviceAccountsEnabled()
                                        && client.clientId().equals(id)));
    }

    private <T> Uni<T> ask(Function<String, Uni<T>> question) {
        return Uni.createFrom()
                .deferred(this::authorization)
                .chain(question::apply)
                .onFailure()
                .invoke(e -> kept = null)
                .onFailure()
                .retry()
                .atMost(1)
                .onFailure()
                .transform(e -> {
                    LOG.warnf("people and clients cannot be looked up: %s", e.toString());
                    return ProblemException.unavailable(
                            "People and clients cannot be looked up at the moment.", RETRY_AFTER);
                });
    }

    private Uni<String> authorization() {
        var known = kept;
        if (known != null && System.nanoTime() - known.untilNanos() < 0) {
            return Uni.createFrom().item(known.header());
        }
        return keycloak.token(realm, "client_credentials", clientId, clientSecret)
                .map(Directory::from)
                .invoke(fresh -> kept = fresh)
                .map(Authorization::header);
    }

    private static Authorization from(Token token) {
        var life = Duration.ofSeconds(token.expiresInSeconds()).minus(MARGIN);
        return new Authorization("Bearer " + token.accessToken(), System.nanoTime() + life.toNanos());
    }
}
