package run.harrier.load.wellness.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What several sources said of one morning, taken together field by field: the athlete's own word goes before any
 * device's, and among the others the newest (U22). So a watch that reports a night takes no pain away.
 *
 * @param wellness what holds
 * @param sources who said each field of it, where that was not the athlete
 */
public record MorningWords(Wellness wellness, SortedMap<String, String> sources) {
    /** The source of what the athlete says; no client is called so, as a client's name has its prefix. */
    public static final String ATHLETE = "athlete";

    private static final String CLIENT = "client:";

    /** What one source said; its entry is the whole of it. */
    public record Word(String source, Instant saidAt, Wellness wellness) {}

    public static String ofClient(String clientId) {
        return CLIENT + clientId;
    }

    public static MorningWords of(LocalDate on, Collection<Word> words) {
        var ranked = words.stream()
                .sorted(Comparator.comparing((Word word) -> !word.source().equals(ATHLETE))
                        .thenComparing(Word::saidAt, Comparator.reverseOrder())
                        .thenComparing(Word::source))
                .toList();
        var fields = new Fields(ranked, new TreeMap<>());
        var wellness = new Wellness(
                on,
                fields.number("restingHeartRateBpm", Wellness::restingHeartRateBpm),
                fields.decimal("hrvMillis", Wellness::hrvMillis),
                fields.decimal("sleepHours", Wellness::sleepHours),
                fields.number("sleepQuality", Wellness::sleepQuality),
                fields.number("soreness", Wellness::soreness),
                fields.number("fatigue", Wellness::fatigue),
                fields.number("stress", Wellness::stress),
                fields.number("mood", Wellness::mood),
                fields.number("nutrition", Wellness::nutrition),
                fields.first("illness", Wellness::illness, Optional::isPresent, Optional.empty()),
                fields.first("symptoms", Wellness::symptoms, ticked -> !ticked.isEmpty(), Set.of()),
                fields.first("pain", Wellness::pain, pain -> !pain.isEmpty(), List.of()));
        return new MorningWords(wellness, fields.sources);
    }

    private record Fields(List<Word> ranked, SortedMap<String, String> sources) {
        OptionalInt number(String name, Function<Wellness, OptionalInt> field) {
            return first(name, field, OptionalInt::isPresent, OptionalInt.empty());
        }

        OptionalDouble decimal(String name, Function<Wellness, OptionalDouble> field) {
            return first(name, field, OptionalDouble::isPresent, OptionalDouble.empty());
        }

        <T> T first(String name, Function<Wellness, T> field, Predicate<T> said, T none) {
            for (var word : ranked) {
                var value = field.apply(word.wellness());
                if (said.test(value)) {
                    if (!word.source().equals(ATHLETE)) {
                        sources.put(name, word.source());
                    }
                    return value;
                }
            }
            return none;
        }
    }
}
