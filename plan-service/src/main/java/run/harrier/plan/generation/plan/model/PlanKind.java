package run.harrier.plan.generation.plan.model;

/** What a plan leads to: a race, the base of a beginner (D9), or no race at all (D51). */
public enum PlanKind {
    RACE(3, 52),
    BEGINNER_BASE(12, 12),
    /** Easy running, long runs, strides and strength, from today's volume. */
    BASE(4, 12),
    /** Today's volume, with one light hard session a week. */
    MAINTAIN(2, 12),
    /** From walking to twenty minutes of running. */
    WALK_RUN(6, 10),
    /** A progression run in each loading week (D41). */
    PROGRESSION(4, 12);

    private static final int USUAL_WEEKS = 8;

    private final int leastWeeks;
    private final int mostWeeks;

    PlanKind(int leastWeeks, int mostWeeks) {
        this.leastWeeks = leastWeeks;
        this.mostWeeks = mostWeeks;
    }

    /** The length it may have; a race plan's follows from its phases. */
    public int leastWeeks() {
        return leastWeeks;
    }

    public int mostWeeks() {
        return mostWeeks;
    }

    public int usualWeeks() {
        return Math.clamp(USUAL_WEEKS, leastWeeks, mostWeeks);
    }
}
