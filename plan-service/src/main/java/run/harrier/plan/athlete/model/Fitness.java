package run.harrier.plan.athlete.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.Paces;

/**
 * The athlete's fitness over all days, as it was known at one time.
 *
 * @param timeline by day: each is in force until the next; days before the first have no number
 * @param heartRates by day: each maximum is in force until the next
 * @param lastResult the newest race or time trial; absent without any
 */
public record Fitness(
        List<Span> timeline,
        List<MaximumHeartRate> heartRates,
        @Nullable Result lastResult) {
    /** Nothing is known. */
    public static final Fitness UNKNOWN = new Fitness(List.of(), List.of(), null);

    public record Span(LocalDate from, Paces paces) {}

    public record MaximumHeartRate(LocalDate from, int bpm) {}

    public record Result(LocalDate on, double distanceMetres) {}

    /** What is in force on one day. */
    public record InForce(@Nullable Paces paces, @Nullable Integer maximumHeartRateBpm) {
        public static final InForce NOTHING = new InForce(null, null);
        private static final double EASY_CEILING = 0.79;

        /** The heart rate that an easy step stays below (D8). */
        public @Nullable Integer easyCeilingBpm() {
            return maximumHeartRateBpm == null ? null : (int) Math.floor(EASY_CEILING * maximumHeartRateBpm);
        }
    }

    public Fitness {
        timeline = List.copyOf(timeline);
        heartRates = List.copyOf(heartRates);
    }

    public InForce on(LocalDate day) {
        var paces = last(timeline.stream()
                        .filter(span -> !span.from().isAfter(day))
                        .toList())
                .map(Span::paces);
        var maximum = last(heartRates.stream()
                        .filter(measured -> !measured.from().isAfter(day))
                        .toList())
                .map(MaximumHeartRate::bpm);
        return new InForce(paces.orElse(null), maximum.orElse(null));
    }

    private static <T> Optional<T> last(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
    }
}
