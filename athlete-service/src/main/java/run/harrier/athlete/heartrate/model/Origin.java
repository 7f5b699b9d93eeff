package run.harrier.athlete.heartrate.model;

/** How a heart was measured, the most trusted way first (S4, D8). */
public enum Origin {
    LABORATORY,
    FIELD_TEST,
    RACE,
    /** From a formula of age: no test, and never in the place of one. */
    AGE_ESTIMATE;

    boolean isTest() {
        return this != AGE_ESTIMATE;
    }
}
