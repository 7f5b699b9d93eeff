package run.harrier.athlete.heartrate.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of an athlete's heart on a day.
 *
 * @param measuredThresholdBpm null when it was not measured
 */
public record HeartRate(
        LocalDate measuredOn,
        int maxBpm,
        int restBpm,
        @Nullable Integer measuredThresholdBpm,
        Origin origin) {
    private static final int THRESHOLD_PERCENT = 88;

    /** By day; of one day the most trusted comes last. */
    private static final Comparator<HeartRate> BY_DAY =
            Comparator.comparing(HeartRate::measuredOn).thenComparing(HeartRate::origin, Comparator.reverseOrder());

    public HeartRate {
        fault(maxBpm, restBpm, measuredThresholdBpm).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.reason());
        });
    }

    /** A figure that no heart has. */
    public record Fault(String field, String reason) {}

    public static Optional<Fault> fault(int maxBpm, int restBpm, @Nullable Integer thresholdBpm) {
        if (maxBpm < 120 || maxBpm > 230) {
            return Optional.of(new Fault("maxBpm", "must be between 120 and 230"));
        }
        if (restBpm < 25 || restBpm * 100 > maxBpm * 55) {
            return Optional.of(new Fault("restBpm", "must be between 25 and 55 % of maxBpm"));
        }
        return thresholdBpm != null && (thresholdBpm * 100 < maxBpm * 70 || thresholdBpm >= maxBpm)
                ? Optional.of(new Fault("thresholdBpm", "must be between 70 % of maxBpm and below it"))
                : Optional.empty();
    }

    /** The measured threshold, or else 88 % of the maximum. */
    public int thresholdBpm() {
        return measuredThresholdBpm != null ? measuredThresholdBpm : Math.round(maxBpm * THRESHOLD_PERCENT / 100f);
    }

    public boolean thresholdIsEstimated() {
        return measuredThresholdBpm == null;
    }

    /**
     * The measurements that are ever in force, each from its day until the next: all tests, and before the first of
     * them the estimates from age, which never overwrite a test (S4).
     */
    public static List<HeartRate> inForce(Collection<HeartRate> all) {
        var inForce = new ArrayList<HeartRate>();
        for (var next : all.stream().sorted(BY_DAY).toList()) {
            if (next.origin().isTest()
                    || inForce.isEmpty()
                    || !inForce.getLast().origin().isTest()) {
                if (!inForce.isEmpty() && inForce.getLast().measuredOn().equals(next.measuredOn())) {
                    inForce.removeLast();
                }
                inForce.add(next);
            }
        }
        return List.copyOf(inForce);
    }

    /** The measurement in force on a day; empty before the first. */
    public static Optional<HeartRate> on(LocalDate day, Collection<HeartRate> all) {
        return inForce(all).reversed().stream()
                .filter(measured -> !measured.measuredOn().isAfter(day))
                .findFirst();
    }
}
