package run.harrier.load.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import run.harrier.load.analysis.model.BelievedTotals.Records;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.Reading;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;

/**
 * A recording with the figures that are computed from it and from nothing else. The same recording gives the same
 * figures; one analysis serves every rule that reads it.
 *
 * @param intervals the recording cut at its samples
 * @param figures of the whole activity
 * @param decouplingPercent see {@link AerobicDecoupling}
 * @param efficiencyMetresPerBeat grade-adjusted metres a minute over heart beats a minute
 * @param reading how the file was read, with what was chosen here
 */
public record Analysis(
        Recording recording,
        SampleIntervals intervals,
        Figures figures,
        OptionalDouble decouplingPercent,
        OptionalDouble efficiencyMetresPerBeat,
        List<Lap> laps,
        Reading reading) {
    public Analysis {
        laps = List.copyOf(laps);
    }

    public static Analysis of(Recording recording) {
        SampleIntervals intervals = SampleIntervals.of(recording);
        ReadingNotes notes = new ReadingNotes();
        notes.add(recording.reading());
        Figures whole = figures(
                recording, recording.device(), intervals, Integer.MIN_VALUE, Integer.MAX_VALUE, span(recording), notes);
        List<Lap> laps = laps(recording, intervals, whole, notes);
        boolean onFoot = recording.sport().onFoot();
        return new Analysis(
                recording,
                intervals,
                whole,
                onFoot ? AerobicDecoupling.decouplingPercent(intervals) : OptionalDouble.empty(),
                onFoot ? efficiency(whole) : OptionalDouble.empty(),
                laps,
                notes.reading());
    }

    /** Those that can be; the others are noted. */
    private static List<Lap> laps(Recording recording, SampleIntervals intervals, Figures whole, ReadingNotes notes) {
        int end = recording.streams().size() == 0
                ? Integer.MAX_VALUE
                : recording.streams().millis(recording.streams().size() - 1) + 1;
        List<Lap> laps = new ArrayList<>();
        for (RecordedLap recorded : recording.laps()) {
            int until = Math.max(recorded.fromMillis(), Math.min(recorded.untilMillis(), end));
            ReadingNotes ofLap = new ReadingNotes();
            Lap lap = new Lap(
                    recorded.fromMillis() / 1000.0,
                    figures(
                            recording,
                            recorded.device(),
                            intervals,
                            recorded.fromMillis(),
                            recorded.untilMillis(),
                            (until - (double) recorded.fromMillis()) / 1000,
                            ofLap));
            if (Plausibility.possible(recording.sport(), lap, whole)) {
                laps.add(lap);
                notes.skip(Cause.TOTAL, ofLap.reading().skipped(Cause.TOTAL));
            } else {
                notes.skip(Cause.LAP);
            }
        }
        return laps;
    }

    /** Time from the first sample to the last. */
    private static double span(Recording recording) {
        Streams streams = recording.streams();
        return streams.size() == 0 ? 0 : (streams.millis(streams.size() - 1) - (double) streams.millis(0)) / 1000;
    }

    private static Figures figures(
            Recording recording,
            Totals written,
            SampleIntervals intervals,
            int from,
            int until,
            double span,
            ReadingNotes notes) {
        Sums sums = new Sums(intervals, from, until);
        Records records = new Records(
                intervals.hasDistance() ? OptionalDouble.of(sums.metres) : OptionalDouble.empty(),
                span,
                span - Pause.seconds(recording.pauses(), from, until),
                sums.surelySeconds,
                sums.breakMetres);
        // where there are no records nothing contradicts the device, or the person who entered it
        Totals device = recording.streams().size() == 0
                ? written
                : BelievedTotals.of(recording.sport(), written, records, notes);
        double elapsed = device.elapsedSeconds()
                .orElse(Math.max(span, device.movingSeconds().orElse(0)));
        double moving = device.movingSeconds().orElse(records.timerSeconds() > 0 ? records.timerSeconds() : elapsed);
        OptionalDouble distance = device.distanceMetres().isPresent() || !intervals.hasDistance()
                ? device.distanceMetres()
                : OptionalDouble.of(sums.metres);
        boolean gradeKnown = recording.sport().onFoot() && intervals.hasHeights() && sums.metres > 0 && moving > 0;
        return new Figures(
                distance,
                moving,
                elapsed,
                device.elevationGainMetres().isPresent() || !intervals.hasHeights()
                        ? device.elevationGainMetres()
                        : OptionalDouble.of(intervals.elevationGainMetres(from, until)),
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

    /** Sums over the intervals that begin in a span. */
    private static final class Sums {
        private double metres;
        private double breakMetres;
        private double adjustedMetres;
        private double beats;
        private double beatSeconds;
        private double steps;
        private double stepSeconds;
        private double surelySeconds;
        private int maxBpm;

        private Sums(SampleIntervals intervals, int from, int until) {
            metres = from <= 0 ? intervals.startMetres() : 0;
            adjustedMetres = metres;
            int end = intervals.firstFrom(until);
            for (int i = intervals.firstFrom(from); i < end; i++) {
                double seconds = intervals.seconds(i);
                metres += intervals.metres(i);
                breakMetres += intervals.breakMetres(i);
                adjustedMetres += intervals.adjustedMetres(i);
                surelySeconds += intervals.surelyMoving(i) ? seconds : 0;
                if (intervals.heartRateBpm(i) > 0) {
                    beats += seconds * intervals.heartRateBpm(i);
                    beatSeconds += seconds;
                    maxBpm = Math.max(maxBpm, intervals.heartRateBpm(i));
                }
                if (intervals.cadenceStepsPerMinute(i) > 0) {
                    steps += seconds * intervals.cadenceStepsPerMinute(i);
                    stepSeconds += seconds;
                }
            }
        }
    }
}
