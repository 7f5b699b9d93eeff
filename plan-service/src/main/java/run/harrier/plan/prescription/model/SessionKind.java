package run.harrier.plan.prescription.model;

/** What a day is for, by the names that the API has for it. */
public enum SessionKind {
    EASY(true),
    LONG(true),
    TEMPO(true),
    INTERVAL(true),
    REPETITION(true),
    PROGRESSION(true),
    RACE(true),
    TEST(true),
    STRENGTH(false),
    CROSS_TRAINING(false),
    REST(false);

    private final boolean running;

    SessionKind(boolean running) {
        this.running = running;
    }

    /** Whether it counts as a running session (D2) and takes one of the week's running days. */
    public boolean running() {
        return running;
    }

    /** A race or a test, which counts as hard as a whole (D2). */
    public boolean raced() {
        return this == RACE || this == TEST;
    }
}
