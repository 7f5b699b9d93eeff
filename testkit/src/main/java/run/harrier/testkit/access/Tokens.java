package run.harrier.testkit.access;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import run.harrier.testkit.server.PostgresAndKafka;

/**
 * Access tokens as the realm {@code harrier} makes them, signed by the issuer that {@link PostgresAndKafka} configures. A coach
 * or an assistant is a {@link #person} too: what they may do is a relation (D21), not a role.
 */
public final class Tokens {

    public static final String AUDIENCE = "harrier-api";

    static final String ISSUER = "https://issuer.test/realms/harrier";

    private static final String CLIENT = "harrier-dev";
    private static final int LEGIBLE = 40;
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
                claims(name, clientId, AUDIENCE, "Bearer").claim("scope", String.join(" ", scopes)),
                TestKeys.privateKey());
    }

    /** Somebody who signed in at a client of somebody else, and left it these scopes. */
    public static String delegated(String name, String clientId, String... scopes) {
        return sign(
                claims(name, clientId, AUDIENCE, "Bearer").groups("person").claim("scope", String.join(" ", scopes)),
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

    /** Says that it needs no signature. */
    public static String unsigned(String name) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + person(name).split("\\.", -1)[1] + ".";
    }

    /** Signed by what everybody knows: the issuer's public key, taken for a secret. */
    public static String signedWithThePublicKey(String name) {
        var content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"test\"}") + "."
                + person(name).split("\\.", -1)[1];
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(TestKeys.publicKey()), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every token in that name that opens nothing, by what is wrong with it. */
    public static Map<String, String> refused(String name) {
        var refused = new LinkedHashMap<String, String>();
        refused.put("expired", expired(name));
        refused.put("for another audience", wrongAudience(name));
        refused.put("of another issuer", wrongIssuer(name));
        refused.put("with a wrong signature", wrongSignature(name));
        refused.put("an ID token", idToken(name));
        refused.put("unsigned", unsigned(name));
        refused.put("signed with the public key", signedWithThePublicKey(name));
        unreadable(person(name))
                .forEach(token ->
                        refused.put("unreadable: " + token.substring(0, Math.min(LEGIBLE, token.length())), token));
        return refused;
    }

    /** What is left of a token when parts of it are left out or are something else. */
    public static List<String> unreadable(String token) {
        var parts = token.split("\\.", -1);
        return List.of(
                "nonsense",
                ".",
                "..",
                "...",
                "a.b",
                "a.b.c",
                "!.!.!",
                parts[0] + ".",
                parts[0] + "..",
                parts[0] + "." + parts[1],
                "." + parts[1] + "." + parts[2],
                parts[0] + ".." + parts[2],
                parts[0] + "." + encoded("null") + "." + parts[2],
                parts[0] + "." + encoded("[]") + "." + parts[2],
                parts[0] + "." + encoded("{\"exp\":\"never\"") + "." + parts[2],
                encoded("null") + "." + parts[1] + "." + parts[2],
                encoded("[1]") + "." + parts[1] + "." + parts[2],
                encoded("{}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":1,\"kid\":{}}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"RS256\",\"crit\":[7]}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}") + ".a.b.c.d");
    }

    private static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JwtClaimsBuilder personClaims(String name) {
        return claims(name, CLIENT, AUDIENCE, "Bearer").groups("person").claim("scope", "openid profile");
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
