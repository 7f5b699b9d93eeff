package run.harrier.plan.athlete.model;

import java.time.Instant;
import java.util.List;

/**
 * What was known of an athlete's fitness over time; nothing in it ever changes, new knowledge is added (D17).
 *
 * @param earlier in the order in which it became known
 * @param newest what is known now
 */
public record FitnessHistory(List<Known> earlier, Fitness newest) {
    /** Later than anything that will be known. */
    public static final Instant NEWEST = Instant.MAX;

    /** @param at when this service learned it, which is since when athletes were told it */
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
