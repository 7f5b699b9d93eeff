package run.harrier.load.analysis.model;

import java.util.List;
import java.util.OptionalDouble;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;

/**
 * What a recording says once it is computed. Pure: the same recording gives the same analysis.
 *
 * @param decouplingPercent see {@link AerobicDecoupling}
 * @param efficiencyMetresPerBeat grade-adjusted metres a minute over heart beats a minute
 */
public record Analysis(
        Figures figures, OptionalDouble decouplingPercent, OptionalDouble efficiencyMetresPerBeat, List<Lap> laps) {
    public Analysis {
        laps = List.copyOf(laps);
    }

    public static Analysis of(Recording recording) {
        SampleIntervals moments = SampleIntervals.of(recording);
        Figures whole =
                figures(recording, recording.device(), moments, Integer.MIN_VALUE, Integer.MAX_VALUE, span(recording));
        List<Lap> laps = recording.laps().stream()
                .map(lap -> new Lap(
                        lap.fromMillis() / 1000.0,
                        figures(
                                recording,
                                lap.device(),
                                moments,
                                lap.fromMillis(),
                                lap.untilMillis(),
                                (lap.untilMillis() - (double) lap.fromMillis()) / 1000)))
                .toList();
        boolean onFoot = recording.sport().onFoot();
        return new Analysis(
                whole,
                onFoot ? AerobicDecoupling.decouplingPercent(moments) : OptionalDouble.empty(),
                onFoot ? efficiency(whole) : OptionalDouble.empty(),
                laps);
    }

    /** Time from the first sample to the last. */
    private static double span(Recording recording) {
        Streams streams = recording.streams();
        return streams.size() == 0 ? 0 : (streams.millis(streams.size() - 1) - (double) streams.millis(0)) / 1000;
    }

    private static Figures figures(
            Recording recording, Totals device, SampleIntervals moments, int from, int until, double span) {
        Sums sums = new Sums(moments, from, until);
        double elapsed = device.elapsedSeconds()
                .orElse(Math.max(span, device.movingSeconds().orElse(0)));
        double moving = device.movingSeconds().orElse(elapsed - Pause.seconds(recording.pauses(), from, until));
        OptionalDouble distance = device.distanceMetres().isPresent() || !moments.hasGround()
                ? device.distanceMetres()
                : OptionalDouble.of(sums.metres);
        boolean gradeKnown = recording.sport().onFoot() && moments.hasHeights() && sums.metres > 0 && moving > 0;
        return new Figures(
                distance,
                moving,
                elapsed,
                device.elevationGainMetres().isPresent() || !moments.hasHeights()
                        ? device.elevationGainMetres()
                        : OptionalDouble.of(moments.elevationGainMetres(from, until)),
                or(device.averageHeartRateBpm(), sums.beatSeconds > 0, sums.beats / sums.beatSeconds),
                or(device.maxHeartRateBpm(), sums.beatSeconds > 0, sums.maxBpm),
                or(
                        device.averageCadenceStepsPerMinute(),
                        recording.sport().onFoot() && sums.stepSeconds > 0,
                        sums.steps / sums.stepSeconds),
                gradeKnown
                        ? OptionalDouble.of(distance.orElse(sums.metres) / moving * (sums.adjustedMetres / sums.metres))
                        : OptionalDouble.empty());
    }

    private static OptionalDouble or(OptionalDouble device, boolean known, double fromSamples) {
        return device.isPresent() || !known ? device : OptionalDouble.of(fromSamples);
    }

    private static OptionalDouble efficiency(Figures figures) {
        OptionalDouble speed = figures.effortMetresPerSecond();
        OptionalDouble bpm = figures.averageHeartRateBpm();
        return speed.isPresent() && bpm.isPresent() && bpm.getAsDouble() > 0
                ? OptionalDouble.of(60 * speed.getAsDouble() / bpm.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Sums over the moments that begin in a span. */
    private static final class Sums {
        private double metres;
        private double adjustedMetres;
        private double beats;
        private double beatSeconds;
        private double steps;
        private double stepSeconds;
        private int maxBpm;

        private Sums(SampleIntervals moments, int from, int until) {
            metres = from <= 0 ? moments.startMetres() : 0;
            adjustedMetres = metres;
            int end = moments.firstFrom(until);
            for (int i = moments.firstFrom(from); i < end; i++) {
                double seconds = moments.seconds(i);
                metres += moments.metres(i);
                adjustedMetres += moments.adjustedMetres(i);
                if (moments.heartRateBpm(i) > 0) {
                    beats += seconds * moments.heartRateBpm(i);
                    beatSeconds += seconds;
                    maxBpm = Math.max(maxBpm, moments.heartRateBpm(i));
                }
                if (moments.cadenceStepsPerMinute(i) > 0) {
                    steps += seconds * moments.cadenceStepsPerMinute(i);
                    stepSeconds += seconds;
                }
            }
        }
    }
}
