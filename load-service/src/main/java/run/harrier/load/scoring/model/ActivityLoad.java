package run.harrier.load.scoring.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.recording.model.Sport;

/**
 * The load of one activity: what the best available method says, and what each of them says (M1).
 *
 * <p>The order is that of {@link LoadMethod}; a duration is always there.
 */
public record ActivityLoad(LoadMethod method, Map<LoadMethod, Double> estimates) {
    public ActivityLoad {
        estimates = Collections.unmodifiableMap(new EnumMap<>(estimates));
        if (!estimates.containsKey(method)) {
            throw new IllegalArgumentException("no estimate by " + method);
        }
    }

    public double value() {
        return estimates.getOrDefault(method, 0.0);
    }

    /**
     * @param intervals of an activity with streams; {@link SampleIntervals#none()} of one entered by hand
     * @param thresholds valid on its day
     */
    public static ActivityLoad of(
            Sport sport,
            Figures figures,
            OptionalInt rpe,
            SampleIntervals intervals,
            Thresholds thresholds,
            Sex sex,
            SessionScale scale) {
        Map<LoadMethod, Double> estimates = new EnumMap<>(LoadMethod.class);
        double moving = figures.movingSeconds();
        thresholds
                .heart()
                .map(heart -> Trimp.of(sex).load(intervals, moving, heart))
                .orElse(OptionalDouble.empty())
                .ifPresent(load -> estimates.put(LoadMethod.HEART_RATE, load));
        OptionalDouble speed = sport.running() ? figures.effortMetresPerSecond() : OptionalDouble.empty();
        if (speed.isPresent() && thresholds.paces().isPresent()) {
            double threshold = thresholds.paces().get().thresholdMetresPerSecond();
            estimates.put(LoadMethod.PACE, pace(moving / 3600, speed.getAsDouble(), threshold));
        }
        rpe.ifPresent(effort -> estimates.put(LoadMethod.RPE, scale.load(moving / 60, effort)));
        estimates.put(LoadMethod.DURATION, SessionScale.USUAL.load(moving / 60, sport.usualRpe()));
        return new ActivityLoad(Collections.min(estimates.keySet()), estimates);
    }

    /** 100 for an hour at threshold, rising with the square of the speed. */
    static double pace(double hours, double metresPerSecond, double thresholdMetresPerSecond) {
        double ratio = metresPerSecond / thresholdMetresPerSecond;
        return 100 * hours * ratio * ratio;
    }
}
