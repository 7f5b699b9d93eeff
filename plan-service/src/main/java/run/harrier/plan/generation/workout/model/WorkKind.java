package run.harrier.plan.generation.workout.model;

/** What a quality session is for: the dues of a phase (S42-S44, D30, D31) and of a focus (S31, S32). */
public enum WorkKind {
    HILLS,
    REPETITIONS,
    INTERVALS,
    TEMPO,
    /** Work at the race's own pace (D31). */
    RACE_PACE,
    /** A distance focus' staple (S31). */
    HALF_MARATHON_PACE,
    /** A long run with a part at marathon pace (D31). */
    LONG_WITH_MARATHON_PACE,
    /** F2's ladder at 5K pace (S32). */
    LADDER,
    /** A run that gets faster (D41). */
    PROGRESSION
}
