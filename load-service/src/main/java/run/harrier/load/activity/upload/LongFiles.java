package run.harrier.load.activity.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import run.harrier.platform.problem.ProblemException;

/** The long files that this instance is reading, so that one person's leave room for everybody else's. */
@ApplicationScoped
class LongFiles {
    private static final int AT_ONCE = 2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    /** Reads one; a 429 problem when two of the same person or client are being read. */
    <T> T read(String subject, Supplier<T> reading) {
        try {
            if (running.merge(subject, 1, Integer::sum) > AT_ONCE) {
                throw ProblemException.tooMany(
                        "Two long files of yours are being read; send this one when one of them is done.", RETRY_AFTER);
            }
            return reading.get();
        } finally {
            running.computeIfPresent(subject, (same, count) -> count == 1 ? null : count - 1);
        }
    }
}
