package run.harrier.devstack.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Access tokens as the realm {@code harrier} makes them, signed by the issuer that {@link Backing} configures. A coach
 * or an assistant is a {@link #person} too: what they may do is a relation (D21), not a role.
 */
public final class Tokens {

    public static final String AUDIENCE = "harrier-api";

    static final String ISSUER = "https://issuer.test/realms/harrier";

    private static final String CLIENT = "harrier-dev";
    private static final Duration LIFESPAN = Duration.ofHours(1);

    private Tokens() {}

    /** Somebody who signed in; the subject is the name. */
    public static String person(String name) {
        return sign(personClaims(name), TestKeys.privateKey());
    }

    /** A machine client with the scopes it asked for; its subject is {@code service-account-<clientId>}. */
    public static String partner(String clientId, String... scopes) {
        var name = "service-account-" + clientId;
        return sign(
                claims(name, clientId, AUDIENCE, "Bearer").groups("partner").claim("scope", String.join(" ", scopes)),
                TestKeys.privateKey());
    }

    public static String expired(String name) {
        var then = Instant.now().minus(LIFESPAN.multipliedBy(2));
        return sign(personClaims(name).issuedAt(then).expiresAt(then.plus(LIFESPAN)), TestKeys.privateKey());
    }

    /** Keycloak's default audience: a token that was meant for somebody else. */
    public static String wrongAudience(String name) {
        return sign(claims(name, CLIENT, "account", "Bearer"), TestKeys.privateKey());
    }

    public static String wrongIssuer(String name) {
        return sign(personClaims(name).issuer("https://elsewhere.test/realms/harrier"), TestKeys.privateKey());
    }

    /** Signed by a key that nobody published. */
    public static String wrongSignature(String name) {
        return sign(personClaims(name), TestKeys.generate().getPrivate());
    }

    /** What a client may know of its user, and no key to the API. */
    public static String idToken(String name) {
        return sign(claims(name, CLIENT, CLIENT, "ID"), TestKeys.privateKey());
    }

    private static JwtClaimsBuilder personClaims(String name) {
        return claims(name, CLIENT, AUDIENCE, "Bearer").claim("scope", "openid profile");
    }

    private static JwtClaimsBuilder claims(String name, String client, String audience, String type) {
        return Jwt.claims()
                .issuer(ISSUER)
                .subject(name)
                .audience(Set.of(audience))
                .claim("typ", type)
                .claim("azp", client)
                .preferredUserName(name)
                .expiresIn(LIFESPAN);
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId("test").sign(key);
    }
}
