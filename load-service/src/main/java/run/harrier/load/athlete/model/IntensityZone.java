package run.harrier.load.athlete.model;

/** Intensity, named by the training paces; D2 groups it. */
public enum IntensityZone {
    /** And slower. Low. */
    EASY,
    /** And the gap up to threshold. Moderate, the grey zone of S22. */
    MARATHON,
    /** High, as what follows. */
    THRESHOLD,
    INTERVAL,
    /** And faster. */
    REPETITION
}
