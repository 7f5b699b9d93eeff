package run.harrier.gateway.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tokens whose signature need not be checked again, each until it expires: a bounded number, the longest unused
 * leaves first. Only a hash of a token is kept.
 */
final class VerifiedTokens {
    private final InstantSource clock;
    private final Map<ByteBuffer, Instant> expiries;

    VerifiedTokens(int capacity, InstantSource clock) {
        this.clock = clock;
        this.expiries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Whether this very token was verified and has not expired since. */
    boolean contains(String token) {
        var key = hash(token);
        synchronized (expiries) {
            var expiry = expiries.get(key);
            if (expiry == null) {
                return false;
            }
            if (clock.instant().isBefore(expiry)) {
                return true;
            }
            expiries.remove(key);
            return false;
        }
    }

    void add(String token, Instant expiry) {
        var key = hash(token);
        synchronized (expiries) {
            expiries.put(key, expiry);
        }
    }

    int size() {
        synchronized (expiries) {
            return expiries.size();
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
