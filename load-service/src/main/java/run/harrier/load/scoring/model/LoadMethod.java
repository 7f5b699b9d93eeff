package run.harrier.load.scoring.model;

/** How a load was found, the best first. */
public enum LoadMethod {
    HEART_RATE,
    PACE,
    RPE,
    DURATION
}
