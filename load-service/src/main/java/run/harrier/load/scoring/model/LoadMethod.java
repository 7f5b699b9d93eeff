package run.harrier.load.scoring.model;

/** How a load was found, the best first (science.md §3). */
public enum LoadMethod {
    HEART_RATE,
    PACE,
    RPE,
    DURATION
}
