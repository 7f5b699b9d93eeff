package run.harrier.plan.prescription.model;

import org.jspecify.annotations.Nullable;

/** Low, moderate or high as D2 divides running: E; M and the gap up to T; T, I and R. */
public enum Intensity {
    LOW,
    MODERATE,
    HIGH;

    /** Race paces from the half-marathon on are slower than T; shorter races are run at T or faster. */
    private static final double LONGEST_HIGH_RACE_METRES = 20_000;

    static Intensity of(Step.Stretch stretch) {
        return switch (stretch.kind()) {
            case WARM_UP, COOL_DOWN, RECOVERY, WALK -> LOW;
            case STRIDES -> HIGH;
            case RUN, REPEAT -> {
                Target target = stretch.target();
                if (target == null) {
                    yield of(stretch.rpe());
                }
                yield of(target);
            }
        };
    }

    private static Intensity of(Target target) {
        return switch (target) {
            case Target.InZone in ->
                switch (in.zone()) {
                    case EASY -> LOW;
                    case MARATHON -> MODERATE;
                    case THRESHOLD, INTERVAL, REPETITION -> HIGH;
                };
            case Target.AtRacePace race -> race.raceDistanceMetres() > LONGEST_HIGH_RACE_METRES ? MODERATE : HIGH;
        };
    }

    private static Intensity of(@Nullable Rpe rpe) {
        if (rpe == null || rpe.easy()) {
            return LOW;
        }
        return rpe.highest() <= 6 ? MODERATE : HIGH;
    }
}
