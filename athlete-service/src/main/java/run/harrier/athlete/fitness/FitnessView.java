package run.harrier.athlete.fitness;

import static run.harrier.athlete.fitness.Rounded.hundredth;
import static run.harrier.athlete.fitness.Rounded.tenth;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.fitness.model.Equivalent;
import run.harrier.athlete.fitness.model.FitnessEvidence.FitnessOverride;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.athlete.fitness.model.Timeline.Span;
import run.harrier.athlete.fitness.model.TrainingPaces;
import run.harrier.athlete.fitness.model.TrainingZone;
import run.harrier.athlete.heartrate.HeartRateView;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.HeartRateZone;
import run.harrier.athlete.heartrate.model.Origin;
import run.harrier.athlete.heartrate.model.Scheme;

/** The fitness of an athlete on a day: number, paces, equivalent times and heart-rate zones, as far as known. */
record FitnessView(
        LocalDate on,

        @Schema(description = "The number in force (D11); absent when there is neither a result nor a coach's number")
        @Nullable
        Double vdot,

        @Schema(description = "Where the formula is stretched, and why") @Nullable
        String note,

        @Schema(description = "Whether it is older than 84 days")
        boolean stale,

        @Schema(description = "The result it comes from") @Nullable
        UUID from,

        @Schema(description = "The number set by hand that it comes from") @Nullable
        OverrideInForce override,

        @Nullable Map<TrainingZone, Pace> paces,

        @Nullable List<EquivalentTime> equivalents,

        @Nullable HeartRateZones heartRateZones) {

    record OverrideInForce(LocalDate from, String reason) {}

    @Schema(description = "EASY is a range; the other zones are one pace")
    record Pace(
            @Nullable Double secondsPerKm,
            @Nullable Double fastestSecondsPerKm,
            @Nullable Double slowestSecondsPerKm,
            String purpose,
            @Nullable String note) {}

    record EquivalentTime(
            double distanceMetres,
            double durationSeconds,

            @Schema(description = "False where the formula is stretched beyond 3.5 minutes to 4 hours")
            boolean withinValidity) {
        static EquivalentTime from(Equivalent equivalent) {
            return new EquivalentTime(
                    equivalent.distanceMetres(), Rounded.seconds(equivalent.duration()), equivalent.withinValidity());
        }
    }

    record HeartRateZones(
            Scheme scheme,
            Origin origin,
            LocalDate measuredOn,
            HeartRateView.Threshold threshold,
            List<HeartRateZone> zones) {

        static HeartRateZones from(HeartRate heartRate, Scheme scheme) {
            return new HeartRateZones(
                    scheme,
                    heartRate.origin(),
                    heartRate.measuredOn(),
                    HeartRateView.Threshold.from(heartRate),
                    scheme.zones(heartRate));
        }
    }

    static FitnessView from(LocalDate on, @Nullable Span span, @Nullable HeartRateZones heartRateZones) {
        if (span == null) {
            return new FitnessView(on, null, null, false, null, null, null, null, heartRateZones);
        }
        var result = span.evidence() instanceof Result measured ? measured : null;
        var override = span.evidence() instanceof FitnessOverride set ? set : null;
        return new FitnessView(
                on,
                hundredth(span.vdot().value()),
                result == null ? null : result.validity().note().orElse(null),
                span.stale(),
                result == null ? null : result.id(),
                override == null ? null : new OverrideInForce(override.on(), override.reason()),
                paces(span),
                span.vdot().equivalents().stream().map(EquivalentTime::from).toList(),
                heartRateZones);
    }

    private static Map<TrainingZone, Pace> paces(Span span) {
        var paces = TrainingPaces.of(span.vdot());
        var view = new EnumMap<TrainingZone, Pace>(TrainingZone.class);
        for (var zone : TrainingZone.values()) {
            var fastest = tenth(paces.fastestSecondsPerKm(zone));
            var note = paces.note(zone, span.vdot()).orElse(null);
            view.put(
                    zone,
                    zone == TrainingZone.EASY
                            ? new Pace(null, fastest, tenth(paces.easySlowestSecondsPerKm()), zone.purpose(), note)
                            : new Pace(fastest, null, null, zone.purpose(), note));
        }
        return view;
    }
}
