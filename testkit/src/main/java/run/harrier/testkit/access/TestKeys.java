package run.harrier.testkit.access;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key pair of the test issuer, new in every test JVM and handed across class loaders as system properties. */
final class TestKeys {

    private static final String PUBLIC = "harrier.test.public-key";
    private static final String PRIVATE = "harrier.test.private-key";

    private TestKeys() {}

    static String publicKey() {
        ensure();
        return System.getProperty(PUBLIC);
    }

    static PrivateKey privateKey() {
        ensure();
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ensure() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PUBLIC) == null) {
                var keys = generate();
                var base64 = Base64.getEncoder();
                System.setProperty(
                        PRIVATE, base64.encodeToString(keys.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC, base64.encodeToString(keys.getPublic().getEncoded()));
            }
        }
    }
}
