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
 * @param heartRates by day: each measurement is in force until the next
 * @param lastResult the newest race or time trial; absent without any
 * @param races those of the 60 days up to the last result
 */
public record Fitness(
        List<Span> timeline,
        List<HeartRate> heartRates,
        @Nullable Result lastResult,
        List<Result> races) {
    /** Nothing is known. */
    public static final Fitness UNKNOWN = new Fitness(List.of(), List.of(), null, List.of());

    public record Span(LocalDate from, Paces paces) {}

    /** @param thresholdBpm absent when it was not measured */
    public record HeartRate(
            LocalDate from,
            int maxBpm,
            int restBpm,
            @Nullable Integer thresholdBpm) {
        private static final double EASY_CEILING = 0.79;
        private static final double ESTIMATED_THRESHOLD = 0.88;

        /** The heart rate that an easy step stays below (D8). */
        public double easyCeilingBpm() {
            return EASY_CEILING * maxBpm;
        }

        public double thresholdOrEstimateBpm() {
            return thresholdBpm == null ? ESTIMATED_THRESHOLD * maxBpm : thresholdBpm;
        }
    }

    /** @param race else a time trial */
    public record Result(LocalDate on, double distanceMetres, boolean race) {}

    /** What is in force on one day. */
    public record InForce(@Nullable Paces paces, @Nullable HeartRate heartRate) {
        public static final InForce NOTHING = new InForce(null, null);

        /** In whole beats (D8). */
        public @Nullable Integer easyCeilingBpm() {
            return heartRate == null ? null : (int) Math.floor(heartRate.easyCeilingBpm());
        }
    }

    public Fitness {
        timeline = List.copyOf(timeline);
        heartRates = List.copyOf(heartRates);
        races = List.copyOf(races);
    }

    public InForce on(LocalDate day) {
        var paces = last(timeline.stream()
                        .filter(span -> !span.from().isAfter(day))
                        .toList())
                .map(Span::paces);
        var heartRate = last(heartRates.stream()
                .filter(measured -> !measured.from().isAfter(day))
                .toList());
        return new InForce(paces.orElse(null), heartRate.orElse(null));
    }

    private static <T> Optional<T> last(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
    }
}
