package run.harrier.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The tokens whose signature need not be checked again, each until it expires. Their number is bounded: when there are
 * too many, one that is seldom used leaves. Only a hash of a token is kept.
 */
final class VerifiedTokens {
    private final Cache<ByteBuffer, Instant> expiries;

    VerifiedTokens(int capacity, InstantSource clock) {
        expiries = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfter(Expiry.<ByteBuffer, Instant>writing(
                        (token, expiry) -> Duration.between(clock.instant(), expiry)))
                // a token expires by the clock of the day, which goes on while a machine is suspended
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .executor(Runnable::run)
                .build();
    }

    /** Whether this very token was verified and has not expired since. */
    boolean contains(String token) {
        return expiries.getIfPresent(hash(token)) != null;
    }

    void add(String token, Instant expiry) {
        expiries.put(hash(token), expiry);
    }

    long size() {
        expiries.cleanUp();
        return expiries.estimatedSize();
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
