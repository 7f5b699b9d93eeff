package run.harrier.plan.athlete.model;

import java.time.Instant;
import java.util.List;

/**
 * Every state of an athlete's fitness that was ever known; none is ever changed, new ones are added (D17).
 *
 * @param earlier in the order in which it became known
 * @param newest what is known now
 */
public record FitnessHistory(List<Known> earlier, Fitness newest) {
    /** Later than anything that will be known. */
    public static final Instant NEWEST = Instant.MAX;

    /** @param at when its event arrived here: since then athletes have read paces of it */
    public record Known(Instant at, Fitness fitness) {}

    public FitnessHistory {
        earlier = List.copyOf(earlier);
    }

    public Fitness knownBy(Instant then) {
        if (then.equals(NEWEST)) {
            return newest;
        }
        return earlier.reversed().stream()
                .filter(known -> !known.at().isAfter(then))
                .map(Known::fitness)
                .findFirst()
                .orElse(Fitness.UNKNOWN);
    }
}
