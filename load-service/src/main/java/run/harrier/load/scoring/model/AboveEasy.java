package run.harrier.load.scoring.model;

import java.util.OptionalDouble;
import run.harrier.contracts.model.EasyRun;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.model.Thresholds;

/**
 * How long a run was too hard for an easy one (D45). Of a run over 90 minutes the drift of the heart rate in its last
 * third does not count.
 *
 * @param heartSeconds empty with a heart rate for less than four fifths of the run
 * @param paceSeconds by grade-adjusted pace; empty without a distance
 */
public record AboveEasy(OptionalDouble heartSeconds, OptionalDouble paceSeconds) {
    public static AboveEasy of(SampleIntervals intervals, double movingSeconds, Thresholds thresholds) {
        return new AboveEasy(byHeart(intervals, movingSeconds, thresholds), byPace(intervals, thresholds));
    }

    private static OptionalDouble byHeart(SampleIntervals intervals, double movingSeconds, Thresholds thresholds) {
        if (thresholds.heart().isEmpty() || intervals.heartCoverage(movingSeconds) < TimeInZones.COVERAGE) {
            return OptionalDouble.empty();
        }
        var line = thresholds.heart().get().aboveEasyBpm();
        double all = 0;
        for (int i = 0; i < intervals.count(); i++) {
            all += intervals.seconds(i);
        }
        var counted = EasyRun.isLong(all) ? 2 * all / 3 : all;
        double passed = 0;
        double above = 0;
        for (int i = 0; i < intervals.count() && passed < counted; i++) {
            passed += intervals.seconds(i);
            above += intervals.heartRateBpm(i) > line ? intervals.seconds(i) : 0;
        }
        return OptionalDouble.of(above);
    }

    private static OptionalDouble byPace(SampleIntervals intervals, Thresholds thresholds) {
        if (thresholds.paces().isEmpty() || !intervals.hasDistance()) {
            return OptionalDouble.empty();
        }
        var speeds = intervals.steadySpeedsMetresPerSecond();
        double above = 0;
        for (int i = 0; i < speeds.length; i++) {
            above += thresholds.paces().get().aboveEasy(speeds[i]) ? intervals.seconds(i) : 0;
        }
        return OptionalDouble.of(above);
    }
}
