package run.harrier.plan.prescription.model;

/** The five training paces E, M, T, I, R from slow to fast (S13), each with the effort that goes with it (S5, D1). */
public enum Zone {
    EASY(3, 4),
    MARATHON(5, 6),
    THRESHOLD(6, 7),
    INTERVAL(8, 9),
    REPETITION(8, 9);

    private final int lowestRpe;
    private final int highestRpe;

    Zone(int lowestRpe, int highestRpe) {
        this.lowestRpe = lowestRpe;
        this.highestRpe = highestRpe;
    }

    public Rpe rpe() {
        return new Rpe(lowestRpe, highestRpe);
    }
}
