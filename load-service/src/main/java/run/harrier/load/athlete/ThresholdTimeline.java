package run.harrier.load.athlete;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.FitnessChanged;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.athlete.model.ZonePaces;

/** The thresholds of all days, as the athlete-service published them last. */
public record ThresholdTimeline(List<HeartRateThresholds> hearts, List<ZonePaces> paces) {
    static final ThresholdTimeline NONE = new ThresholdTimeline(List.of(), List.of());

    static ThresholdTimeline of(FitnessChanged event) {
        return new ThresholdTimeline(
                event.heartRate().stream().map(ThresholdTimeline::heart).toList(),
                event.timeline().stream().map(ThresholdTimeline::paces).toList());
    }

    /** The first day whose thresholds are not the same in another timeline (U24); empty when all are. */
    Optional<LocalDate> firstChange(ThresholdTimeline other) {
        return Stream.concat(Stream.of(LocalDate.MIN), Stream.concat(days(), other.days()))
                .sorted()
                .filter(day -> !on(day).equals(other.on(day)))
                .findFirst();
    }

    Thresholds on(LocalDate day) {
        return Thresholds.on(day, hearts, paces);
    }

    private Stream<LocalDate> days() {
        return Stream.concat(
                hearts.stream().map(HeartRateThresholds::measuredOn),
                paces.stream().map(ZonePaces::from));
    }

    private static HeartRateThresholds heart(FitnessChanged.HeartRate measured) {
        return new HeartRateThresholds(
                measured.measuredOn(), measured.maxBpm(), measured.restBpm(), optional(measured.thresholdBpm()));
    }

    private static ZonePaces paces(FitnessChanged.Span span) {
        var paces = span.paces();
        return new ZonePaces(
                span.from(),
                1000 / paces.easyFastestSecondsPerKm(),
                1000 / paces.marathonSecondsPerKm(),
                1000 / paces.thresholdSecondsPerKm(),
                1000 / paces.intervalSecondsPerKm(),
                1000 / paces.repetitionSecondsPerKm());
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
