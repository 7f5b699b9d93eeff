package run.harrier.plan.prescription.model;

/** A range of perceived effort on the scale of 1 to 10 (S5), both ends included. */
public record Rpe(int lowest, int highest) {

    /** Easy running in the base phase: always conversational (S11, D1). */
    public static final Rpe BASE_EASY = new Rpe(2, 3);

    /** The highest effort that still counts as easy (D1). */
    public static final int HIGHEST_EASY = 4;

    public Rpe {
        if (lowest < 1 || lowest > highest || highest > 10) {
            throw new IllegalArgumentException("RPE must be a range within 1 to 10, not " + lowest + " to " + highest);
        }
    }

    public boolean easy() {
        return highest <= HIGHEST_EASY;
    }
}
