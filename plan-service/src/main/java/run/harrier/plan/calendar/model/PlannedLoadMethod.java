package run.harrier.plan.calendar.model;

/** How a planned load is found, the best first. */
public enum PlannedLoadMethod {
    /** By the middle of each step's zone. */
    HEART_RATE,
    /** By the pace of the whole run. */
    PACE,
    /** By the middle of each step's range of effort. */
    RPE
}
