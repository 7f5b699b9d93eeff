package run.harrier.athlete.fitness;

/** Figures as they are shown, here and to the other services. */
final class Rounded {
    private Rounded() {}

    static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
