package run.harrier.load.athlete.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an athlete's effort is measured against on one day. */
public record Thresholds(Optional<HeartRateThresholds> heart, Optional<ZonePaces> paces) {
    public static Thresholds unknown() {
        return new Thresholds(Optional.empty(), Optional.empty());
    }

    /**
     * Those valid on a day (U24): the newest of that day or before it. For days before the first the first is the best
     * there is: an athlete's old runs arrive after the measurement.
     */
    public static Thresholds on(LocalDate day, List<HeartRateThresholds> hearts, List<ZonePaces> paces) {
        return new Thresholds(
                inForce(day, hearts, HeartRateThresholds::measuredOn), inForce(day, paces, ZonePaces::from));
    }

    private static <T> Optional<T> inForce(LocalDate day, List<T> all, Function<T, LocalDate> from) {
        Comparator<T> byDay = Comparator.comparing(from);
        return all.stream()
                .filter(one -> !from.apply(one).isAfter(day))
                .max(byDay)
                .or(() -> all.stream().min(byDay));
    }
}
