package run.harrier.load.activity.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Streams.Column;
import run.harrier.load.recording.model.Totals;

/** The laps of an XML file as it states them, and what of them its points bear out. */
final class StatedLaps {
    /** Laps begin at whole seconds and last fractions of them. */
    private static final int OVERLAP_SLACK_MILLIS = 1_500;

    private StatedLaps() {}

    /** Not every device states it right. */
    record Lap(long startMillis, OptionalDouble seconds, OptionalDouble metres) {}

    /** In order of start. Where a lap begins before the earlier one is over, that one is cut: the time counts once. */
    static List<Lap> apart(List<Lap> laps, ReadingNotes notes) {
        List<Lap> ordered =
                laps.stream().sorted(Comparator.comparingLong(Lap::startMillis)).toList();
        List<Lap> apart = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Lap each = ordered.get(i);
            long left = i + 1 < ordered.size()
                    ? ordered.get(i + 1).startMillis() - each.startMillis()
                    : Long.MAX_VALUE - OVERLAP_SLACK_MILLIS;
            double seconds = each.seconds().orElse(0);
            if (1000 * seconds > left + OVERLAP_SLACK_MILLIS) {
                notes.choose(Choice.of(Kind.OVERLAP_OF_LAPS));
                double share = left / (1000 * seconds);
                each = new Lap(
                        each.startMillis(),
                        OptionalDouble.of(left / 1000.0),
                        each.metres().isPresent()
                                ? OptionalDouble.of(share * each.metres().getAsDouble())
                                : each.metres());
            }
            apart.add(each);
        }
        return apart;
    }

    static List<RecordedLap> recorded(long start, List<Lap> stated, Streams streams, List<Pause> pauses) {
        List<RecordedLap> recorded = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            Lap each = stated.get(i);
            int from = (int) Math.clamp(each.startMillis() - start, 0, Recording.LONGEST_MILLIS);
            int until = i + 1 < stated.size()
                    ? (int) Math.clamp(stated.get(i + 1).startMillis() - start, from, Recording.LONGEST_MILLIS)
                    : lastEnds(from, each, streams);
            recorded.add(new RecordedLap(from, until, believed(each, from, until, streams, pauses)));
        }
        return recorded;
    }

    /** Laps that the file has no points of, from the start of the first. */
    static List<RecordedLap> withoutPoints(long start, List<Lap> stated) {
        return stated.stream()
                .map(each -> {
                    int from = (int) (each.startMillis() - start);
                    return new RecordedLap(from, ends(from, each), totals(each.metres(), each.seconds()));
                })
                .toList();
    }

    private static int lastEnds(int from, Lap last, Streams streams) {
        int end = streams.millis(streams.size() - 1) + 1;
        return from < end - 1 ? end : ends(from, last);
    }

    private static int ends(int from, Lap lap) {
        return (int) Math.min(from + Math.round(1000 * lap.seconds().orElse(0)), 2 * Recording.LONGEST_MILLIS);
    }

    /**
     * What the samples allow: a lap's time between its length without pauses and its length without any silence, its
     * distance near that of the samples. Some devices write the sums of a part, or pauses too. Of a lap whose samples
     * were lost its own sums are all that is known.
     */
    private static Totals believed(Lap lap, int from, int until, Streams streams, List<Pause> pauses) {
        double silence = 0;
        int first = Streams.MISSING;
        int last = Streams.MISSING;
        boolean sampled = false;
        for (int i = streams.firstAt(from); i < streams.size() && streams.millis(i) <= until; i++) {
            if (i > 0 && streams.millis(i) - streams.millis(i - 1) > XmlTrack.LONGEST_STEP_MILLIS) {
                silence += (streams.millis(i) - streams.millis(i - 1)) / 1000.0;
            }
            sampled |= streams.millis(i) > from && streams.millis(i) < until;
            int distance = streams.value(Column.DISTANCE_CENTIMETRES, i);
            if (distance != Streams.MISSING) {
                first = first == Streams.MISSING ? distance : first;
                last = distance;
            }
        }
        double length = (until - from) / 1000.0;
        double run = first == Streams.MISSING ? 0 : (last - first) / 100.0;
        boolean lost = !sampled && run <= 0;
        double stood = lost ? 0 : Pause.seconds(pauses, from, until);
        boolean believable = lap.seconds().isPresent()
                && lap.seconds().getAsDouble() <= length - stood + 5
                && lap.seconds().getAsDouble() >= length - silence - 5;
        boolean measured = lap.metres().isPresent()
                && (first == Streams.MISSING || lost || Math.abs(lap.metres().getAsDouble() - run) <= 20 + 0.02 * run);
        OptionalDouble unknown = OptionalDouble.empty();
        return totals(measured ? lap.metres() : unknown, believable ? lap.seconds() : unknown);
    }

    private static Totals totals(OptionalDouble metres, OptionalDouble seconds) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Totals(metres, seconds, unknown, unknown, unknown, unknown, unknown);
    }

    /** The sums of all laps where each could be believed, else nothing. */
    static Totals sums(List<RecordedLap> laps, OptionalDouble elapsed) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Totals(
                sum(laps, Totals::distanceMetres),
                sum(laps, Totals::movingSeconds),
                elapsed,
                unknown,
                unknown,
                unknown,
                unknown);
    }

    private static OptionalDouble sum(List<RecordedLap> laps, Function<Totals, OptionalDouble> figure) {
        boolean all = !laps.isEmpty()
                && laps.stream().allMatch(lap -> figure.apply(lap.device()).isPresent());
        return all
                ? OptionalDouble.of(laps.stream()
                        .mapToDouble(lap -> figure.apply(lap.device()).orElse(0))
                        .sum())
                : OptionalDouble.empty();
    }
}
