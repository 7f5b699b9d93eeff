package run.harrier.plan.athlete.model;

/** As far as Banister's weighting of the heart rate needs it. */
public enum Sex {
    FEMALE,
    MALE
}
