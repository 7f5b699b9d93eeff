package run.harrier.load.analysis.model;

import java.util.List;
import java.util.stream.DoubleStream;

/** The grade-adjusted pace of each third of a run's time, in seconds per kilometre (S76, D41). */
public final class PaceByThirds {
    /** Of the pace of the third before. */
    private static final double FASTER = 0.98;

    private PaceByThirds() {}

    /** Whether it was a progression run: faster by 2 % or more from each third to the next (D41). */
    public static boolean progress(List<Double> thirds) {
        return thirds.size() == 3 && thirds.get(1) <= FASTER * thirds.get(0) && thirds.get(2) <= FASTER * thirds.get(1);
    }

    /** Three paces; empty when there is no ground, or hardly any in a third. */
    public static List<Double> secondsPerKm(SampleIntervals intervals) {
        return secondsPerKm(intervals, 3);
    }

    /** The same of as many parts; empty where one has hardly any ground. */
    static List<Double> secondsPerKm(SampleIntervals intervals, int parts) {
        double time = 0;
        for (int i = 0; i < intervals.count(); i++) {
            time += intervals.seconds(i);
        }
        double[] metres = new double[parts];
        double passed = 0;
        for (int i = 0; i < intervals.count(); i++) {
            double middle = passed + intervals.seconds(i) / 2;
            metres[time <= 0 ? 0 : Math.clamp((int) (parts * middle / time), 0, parts - 1)] +=
                    intervals.adjustedMetres(i);
            passed += intervals.seconds(i);
        }
        double part = time / parts;
        return DoubleStream.of(metres).anyMatch(run -> run < 0.1 * part) || time <= 0
                ? List.of()
                : DoubleStream.of(metres).mapToObj(run -> 1000 * part / run).toList();
    }
}
