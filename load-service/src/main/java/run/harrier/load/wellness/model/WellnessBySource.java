package run.harrier.load.wellness.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What several sources entered of one morning, merged field by field: the athlete's own entry goes before any device's,
 * and among the others the newest (U22). So a watch that reports a night takes no pain away.
 *
 * @param wellness what holds
 * @param sources who entered each field of it, where that was not the athlete
 */
public record WellnessBySource(Wellness wellness, SortedMap<String, String> sources) {
    /** The source of what the athlete enters; no client is called so, as a client's name has its prefix. */
    public static final String ATHLETE = "athlete";

    private static final String CLIENT = "client:";

    /** All that one source entered of the morning. */
    public record SourceEntry(String source, Instant enteredAt, Wellness wellness) {}

    public static String ofClient(String clientId) {
        return CLIENT + clientId;
    }

    public static WellnessBySource of(LocalDate on, Collection<SourceEntry> entries) {
        var ranked = entries.stream()
                .sorted(Comparator.comparing(
                                (SourceEntry entry) -> !entry.source().equals(ATHLETE))
                        .thenComparing(SourceEntry::enteredAt, Comparator.reverseOrder())
                        .thenComparing(SourceEntry::source))
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
                fields.first("symptoms", Wellness::symptoms, Optional::isPresent, Optional.empty()),
                fields.first("pain", Wellness::pain, Optional::isPresent, Optional.empty()),
                entries.stream()
                        .anyMatch(entry -> entry.source().equals(ATHLETE)
                                && entry.wellness().professionalAgreed()),
                entries.stream().anyMatch(entry -> entry.source().equals(ATHLETE)));
        return new WellnessBySource(wellness, fields.sources);
    }

    private record Fields(List<SourceEntry> ranked, SortedMap<String, String> sources) {
        OptionalInt number(String name, Function<Wellness, OptionalInt> field) {
            return first(name, field, OptionalInt::isPresent, OptionalInt.empty());
        }

        OptionalDouble decimal(String name, Function<Wellness, OptionalDouble> field) {
            return first(name, field, OptionalDouble::isPresent, OptionalDouble.empty());
        }

        <T> T first(String name, Function<Wellness, T> field, Predicate<T> entered, T none) {
            for (var entry : ranked) {
                var value = field.apply(entry.wellness());
                if (entered.test(value)) {
                    if (!entry.source().equals(ATHLETE)) {
                        sources.put(name, entry.source());
                    }
                    return value;
                }
            }
            return none;
        }
    }
}
