package run.harrier.plan.checker;

/** What a stretch of a session works on. */
enum Work {
    EASY,
    WALK,
    RECOVERY,
    STRIDES,
    MARATHON,
    HALF,
    THRESHOLD,
    INTERVAL,
    REPETITION,
    HILLS,
    /** At the pace of a race shorter than a half marathon. */
    RACE_PACE;

    /** Between E and T; half-marathon pace too (D2). */
    boolean moderate() {
        return this == MARATHON || this == HALF;
    }

    /** T, I, R, faster race pace and hills (D56); strides are not counted. */
    boolean hard() {
        return this == THRESHOLD || this == INTERVAL || this == REPETITION || this == HILLS || this == RACE_PACE;
    }

    boolean fasterThanEasy() {
        return moderate() || hard();
    }

    /** I, R, faster race pace and hills: "at I or faster, hills included" (D30). */
    boolean intervalOrFaster() {
        return this == INTERVAL || this == REPETITION || this == HILLS;
    }
}
