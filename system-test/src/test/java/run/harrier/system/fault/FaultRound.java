package run.harrier.system.fault;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import run.harrier.system.fault.Uploads.Key;

/**
 * How much goes on around a fault: one round of 200 uploads in every build, thousands and fault after fault behind
 * {@code ./harrier test --long}. {@code -Dharrier.seed=...} repeats the uploads of one that failed.
 */
record FaultRound(long seed, int runners, int uploads, int faults, Key key) {
    private static final int LONG_ROUNDS = 4;

    static Stream<FaultRound> all() {
        var seed = anySeed();
        return Boolean.getBoolean("harrier.long")
                ? IntStream.range(0, LONG_ROUNDS)
                        .mapToObj(n ->
                                new FaultRound(seed + n, 50, 1000, 5, n % 2 == 0 ? Key.ONE_FOR_ALL_TRIES : Key.NONE))
                : Stream.of(new FaultRound(seed, 10, 200, 1, Key.NONE));
    }

    /** Just enough to have something going on. */
    static FaultRound small(Key key) {
        return new FaultRound(anySeed(), 4, 40, 1, key);
    }

    private static long anySeed() {
        return Long.getLong("harrier.seed", new Random().nextInt(1_000_000));
    }

    /** The uploads that belong to one fault. */
    int perFault() {
        return uploads / faults;
    }
}
