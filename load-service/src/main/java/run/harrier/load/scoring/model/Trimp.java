package run.harrier.load.scoring.model;

import java.util.OptionalDouble;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.athlete.model.Sex;

/**
 * Banister's training impulse: minutes · r · base · e^(slope · r), r the share of the heart-rate reserve (Morton).
 * Taken moment by moment, so that an interval session is not flattened to its mean.
 */
public enum Trimp {
    MEN(0.64, 1.92),
    WOMEN(0.64, 1.67),
    /** The other base in use for women; a load scaled to an hour at threshold is the same with either. */
    WOMEN_ALTERNATIVE(0.86, 1.67);

    private final double base;
    private final double slope;

    Trimp(double base, double slope) {
        this.base = base;
        this.slope = slope;
    }

    public static Trimp of(Sex sex) {
        return sex == Sex.FEMALE ? WOMEN : MEN;
    }

    public double of(double minutes, double reserveShare) {
        return minutes * reserveShare * base * Math.exp(slope * reserveShare);
    }

    /**
     * The heart-rate load: 100 for an hour at threshold. Empty when the heart rate covers less than 80 % of the time;
     * what it does not cover is taken to be like the rest.
     */
    OptionalDouble load(SampleIntervals intervals, double movingSeconds, HeartRateThresholds heart) {
        if (intervals.heartCoverage(movingSeconds) < TimeInZones.COVERAGE) {
            return OptionalDouble.empty();
        }
        double impulse = 0;
        double covered = 0;
        for (int i = 0; i < intervals.count(); i++) {
            if (intervals.heartRateBpm(i) > 0) {
                impulse += of(intervals.seconds(i) / 60, heart.reserveShare(intervals.heartRateBpm(i)));
                covered += intervals.seconds(i);
            }
        }
        double hour = of(60, heart.reserveShare(heart.thresholdOrEstimateBpm()));
        return covered <= 0 || hour <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * impulse / hour * Math.max(1, movingSeconds / covered));
    }
}
