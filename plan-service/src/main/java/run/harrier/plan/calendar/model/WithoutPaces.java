package run.harrier.plan.calendar.model;

/** Why no step of a run has a pace, though it has a target. */
public enum WithoutPaces {
    /** The plan was asked for by effort alone (S9). */
    EFFORT_ONLY,
    /** There is no result that a pace could come from (D16). */
    NO_RESULT,
    /** Runs of base go by time and feel (S84). */
    BASE
}
