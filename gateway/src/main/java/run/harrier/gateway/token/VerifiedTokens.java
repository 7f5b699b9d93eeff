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
import java.util.Optional;

/**
 * The tokens whose signature need not be checked again, each until it expires. Their number is bounded: when there are
 * too many, one that is seldom used leaves. Only a hash of a token is kept.
 */
final class VerifiedTokens {
    private final Cache<ByteBuffer, Verified> tokens;

    VerifiedTokens(int capacity, InstantSource clock) {
        tokens = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfter(Expiry.<ByteBuffer, Verified>writing(
                        (token, known) -> Duration.between(clock.instant(), known.expiry())))
                // a token expires by the clock of the day, which goes on while a machine is suspended
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .executor(Runnable::run)
                .build();
    }

    /** Whose this very token is, if it was verified and has not expired since. */
    Optional<String> subjectOf(String token) {
        return Optional.ofNullable(tokens.getIfPresent(hash(token))).map(Verified::subject);
    }

    void add(String token, String subject, Instant expiry) {
        tokens.put(hash(token), new Verified(subject, expiry));
    }

    long size() {
        tokens.cleanUp();
        return tokens.estimatedSize();
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Verified(String subject, Instant expiry) {}
}
