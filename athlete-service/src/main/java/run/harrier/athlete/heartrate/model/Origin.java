package run.harrier.athlete.heartrate.model;

/** Where figures of the heart come from, the most trusted first (S4, D8). */
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
