package run.harrier.load.analysis.model;

import java.util.List;
import java.util.stream.DoubleStream;

/** The grade-adjusted pace of each third of a run's time, in seconds per kilometre (S76). */
public final class PaceByThirds {
    private PaceByThirds() {}

    /** Three paces; empty when there is no ground, or hardly any in a third. */
    public static List<Double> secondsPerKm(SampleIntervals intervals) {
        double time = 0;
        for (int i = 0; i < intervals.count(); i++) {
            time += intervals.seconds(i);
        }
        double[] metres = new double[3];
        double passed = 0;
        for (int i = 0; i < intervals.count(); i++) {
            double middle = passed + intervals.seconds(i) / 2;
            metres[time <= 0 ? 0 : Math.clamp((int) (3 * middle / time), 0, 2)] += intervals.adjustedMetres(i);
            passed += intervals.seconds(i);
        }
        double third = time / 3;
        return DoubleStream.of(metres).anyMatch(run -> run < 0.1 * third) || time <= 0
                ? List.of()
                : DoubleStream.of(metres).mapToObj(run -> 1000 * third / run).toList();
    }
}
