package run.harrier.plan.strength.model;

/** Of one set, both ends included. */
public record Repetitions(int lowest, int highest) {

    public Repetitions {
        if (lowest < 1 || highest < lowest) {
            throw new IllegalArgumentException("not a number of repetitions: " + lowest + " to " + highest);
        }
    }

    /** While a weight is new. */
    Repetitions upperHalf() {
        return new Repetitions((lowest + highest) / 2, highest);
    }

    /** Once it is not. */
    Repetitions lowerHalf() {
        return new Repetitions(lowest, (lowest + highest) / 2);
    }
}
