package run.harrier.plan.generation.schedule.model;

/** What a session is in its plan, which its purpose tells (S25). */
enum Part {
    EASY,
    STRIDES,
    LONG,
    LONGEST,
    LONG_MARATHON_PACE,
    LONG_ON_HILLS,
    HILLS,
    REPETITIONS,
    INTERVALS,
    TEMPO,
    RACE_PACE,
    HALF_MARATHON_PACE,
    LADDER,
    PROGRESSION,
    TEST,
    OPENER,
    RACE
}
