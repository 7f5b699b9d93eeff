package run.harrier.athlete.fitness;

import static run.harrier.athlete.fitness.Rounded.hundredth;
import static run.harrier.athlete.fitness.Rounded.tenth;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.fitness.model.Equivalent;
import run.harrier.athlete.fitness.model.FitnessEvidence;
import run.harrier.athlete.fitness.model.FitnessEvidence.FitnessOverride;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.athlete.fitness.model.Timeline;
import run.harrier.athlete.fitness.model.TrainingPaces;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.Scheme;
import run.harrier.contracts.FitnessChanged;

/** All evidence of one athlete's fitness as of now: results, coaches' numbers and heart rates. */
record FitnessSnapshot(List<Result> results, List<FitnessOverride> overrides, List<HeartRate> heartRates) {

    private static final Comparator<Result> NEWEST =
            Comparator.comparing(Result::on).thenComparing(FitnessEvidence.BEST);

    FitnessView on(LocalDate day, Scheme scheme) {
        var zones = HeartRate.on(day, heartRates)
                .map(heartRate -> FitnessView.HeartRateZones.from(heartRate, scheme))
                .orElse(null);
        return FitnessView.from(day, timeline().on(day).orElse(null), zones);
    }

    /** The event for the other services, with everything in force on any day, so that none of them has to ask back. */
    FitnessChanged toContract(UUID athleteId) {
        return new FitnessChanged(
                athleteId,
                timeline().spans().stream().map(FitnessSnapshot::span).toList(),
                HeartRate.inForce(heartRates).stream()
                        .map(FitnessSnapshot::heartRate)
                        .toList(),
                lastResult(),
                races());
    }

    private Timeline timeline() {
        return Timeline.of(Stream.<FitnessEvidence>concat(results.stream(), overrides.stream())
                .toList());
    }

    private FitnessChanged.@Nullable Result lastResult() {
        return results.stream().max(NEWEST).map(FitnessSnapshot::result).orElse(null);
    }

    private List<FitnessChanged.Result> races() {
        var from = results.stream()
                .map(result -> result.on().minusDays(FitnessChanged.RACE_DAYS))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        return results.stream()
                .filter(result ->
                        result.kind() == Result.Kind.RACE && result.on().isAfter(from))
                .sorted(NEWEST.reversed())
                .limit(FitnessChanged.MOST_RACES)
                .map(FitnessSnapshot::result)
                .toList();
    }

    private static FitnessChanged.Result result(Result result) {
        return new FitnessChanged.Result(
                result.on(), result.kind().name(), result.distanceMetres(), Rounded.seconds(result.duration()));
    }

    private static FitnessChanged.Span span(Timeline.Span span) {
        var paces = TrainingPaces.of(span.vdot());
        return new FitnessChanged.Span(
                span.from(),
                hundredth(span.vdot().value()),
                span.stale(),
                new FitnessChanged.Paces(
                        tenth(paces.easyFastestSecondsPerKm()),
                        tenth(paces.easySlowestSecondsPerKm()),
                        tenth(paces.marathonSecondsPerKm()),
                        tenth(paces.thresholdSecondsPerKm()),
                        tenth(paces.intervalSecondsPerKm()),
                        tenth(paces.repetitionSecondsPerKm())),
                span.vdot().equivalents().stream()
                        .map(FitnessSnapshot::equivalent)
                        .toList());
    }

    private static FitnessChanged.Equivalent equivalent(Equivalent equivalent) {
        return new FitnessChanged.Equivalent(equivalent.distanceMetres(), Rounded.seconds(equivalent.duration()));
    }

    private static FitnessChanged.HeartRate heartRate(HeartRate measured) {
        return new FitnessChanged.HeartRate(
                measured.measuredOn(),
                measured.maxBpm(),
                measured.restBpm(),
                measured.measuredThresholdBpm(),
                measured.origin().name());
    }
}
