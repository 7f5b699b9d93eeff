package run.harrier.contracts;

import java.util.UUID;

/**
 * One of the {@value #COUNT} parts that the athletes are spread over: one relay at a time publishes a shard, and a
 * shard is the partition of the topic. Both sides must count alike, so the number is part of the contract.
 */
public final class Shard {
    public static final int COUNT = 8;

    private Shard() {}

    /** 0 to {@value #COUNT} - 1, from the last byte of the id: random in version 7 as in version 4. */
    public static int of(UUID athleteId) {
        return (int) (athleteId.getLeastSignificantBits() & (COUNT - 1));
    }
}
