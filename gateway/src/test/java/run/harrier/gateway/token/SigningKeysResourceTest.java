package run.harrier.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.ServiceStubs;
import run.harrier.testkit.access.Tokens;

/** The keys of a provider as they come and go. */
@QuarkusTest
@TestProfile(SigningKeysResourceTest.Often.class)
@WithTestResource(ProviderStub.class)
@WithTestResource(ServiceStubs.class)
class SigningKeysResourceTest {
    private static final Key FIRST = Key.named("first");
    private static final Key SECOND = Key.named("second");

    @Inject
    SigningKeys keys;

    /** As in production, but that the tests need not wait for ten seconds. */
    public static final class Often implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.token.forced-jwk-refresh-interval", "300ms");
        }
    }

    @BeforeEach
    void publish_the_first_key() {
        publish(FIRST);
        await().untilAsserted(() -> assertThat(FIRST.status()).isEqualTo(200));
    }

    @Test
    void a_rotated_key_is_taken_while_somebody_names_keys_that_are_none() {
        var before = ProviderStub.timesFetched();
        for (int i = 0; i < 100; i++) {
            assertThat(FIRST.called("of nobody " + i).status()).isEqualTo(401);
        }
        assertThat(ProviderStub.timesFetched() - before).isLessThan(50);
        publish(FIRST, SECOND);
        await().untilAsserted(() -> {
            assertThat(FIRST.called("of nobody").status()).isEqualTo(401);
            assertThat(SECOND.status()).isEqualTo(200);
        });
        assertThat(FIRST.status()).isEqualTo(200);
    }

    @Test
    void a_withdrawn_key_verifies_nothing_after_the_keys_were_fetched_by_their_age() {
        publish(SECOND);
        await().untilAsserted(() -> {
            keys.fetch().await().atMost(Duration.ofSeconds(5));
            assertThat(FIRST.status()).isEqualTo(401);
        });
        assertThat(SECOND.status()).isEqualTo(200);
    }

    @Test
    void the_keys_that_are_known_stay_while_the_provider_is_away() {
        ProviderStub.publish("");
        var before = ProviderStub.timesFetched();
        await().untilAsserted(() -> {
            keys.fetch().await().atMost(Duration.ofSeconds(5));
            assertThat(ProviderStub.timesFetched()).isGreaterThan(before);
        });
        assertThat(FIRST.status()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_read_is_no_token() {
        for (var token : Tokens.unreadable(FIRST.token("ana"))) {
            assertThat(status(token)).as(token).isEqualTo(401);
        }
    }

    private static void publish(Key... keys) {
        ProviderStub.publish(
                Arrays.stream(keys).map(Key::published).collect(Collectors.joining(", ", "{\"keys\": [", "]}")));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/athletes/me")
                .statusCode();
    }

    private record Key(String id, KeyPair pair) {
        static Key named(String id) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return new Key(id, generator.generateKeyPair());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        String token(String name) {
            return Jwt.claims()
                    .issuer(ProviderStub.issuer())
                    .subject(name)
                    .audience("harrier-api")
                    .claim("azp", "harrier-dev")
                    .groups("person")
                    .expiresIn(Duration.ofMinutes(5))
                    .jws()
                    .keyId(id)
                    .sign(pair.getPrivate());
        }

        /** Of a new token each time, as one that was verified is remembered. */
        int status() {
            return SigningKeysResourceTest.status(token(String.valueOf(System.nanoTime())));
        }

        /** The same under a name that was not published. */
        Key called(String other) {
            return new Key(other, pair);
        }

        String published() {
            var key = (RSAPublicKey) pair.getPublic();
            var base64 = Base64.getUrlEncoder().withoutPadding();
            return """
                    {"kid": "%s", "kty": "RSA", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}
                    """.formatted(
                            id,
                            base64.encodeToString(key.getModulus().toByteArray()),
                            base64.encodeToString(key.getPublicExponent().toByteArray()));
        }
    }
}
