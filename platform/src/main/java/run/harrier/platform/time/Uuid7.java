package run.harrier.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), so that rows written together lie together. */
@ApplicationScoped
public class Uuid7 {
    private final Clock clock;
    private final Random random;

    public Uuid7(Clock clock) {
        this.clock = clock;
        this.random = new SecureRandom();
    }

    public UUID next() {
        return of(clock.millis(), random);
    }

    static UUID of(long epochMillis, Random random) {
        var high = (epochMillis << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
